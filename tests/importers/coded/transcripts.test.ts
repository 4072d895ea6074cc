import { describe, expect, it } from 'vitest';
import type { CodedText } from '../../../src/dataset/coded-text.js';
import { readCodedText } from '../../../src/importers/coded-text.js';
import { failure } from '../reading.js';
import { filesOf, readFile } from './coded-files.js';

function said({ sources }: CodedText): string[] {
  return sources.flatMap(({ text, turns }) => turns.map(({ start, end, speaker, participant }) =>
    `${speaker} (${participant ?? '-'}): ${[...(text ?? '')].slice(start, end).join('')}`));
}

describe('who speaks in a transcript', () => {
  it('is who the lines are labelled with; speech runs on over lines without a label; moderators are no participants', async () => {
    const coded = await readFile('FG1.txt', 'Interviewer 1: Why?\nP01: Because 👍\n\nand so on.\nInterviewer 1: Ah.\nP01: Yes.\n');
    expect(said(coded)).toEqual([
      'Interviewer 1 (-): Why?', 'P01 (P01): Because 👍\n\nand so on.', 'Interviewer 1 (-): Ah.', 'P01 (P01): Yes.',
    ]);
  });

  it.each([
    ['a time before the label', '[00:01:02] Ana: one\n[00:01:09] Ben: two\n[00:02:00] Ana: three\n[00:02:03] Ben: four\n'],
    ['a time after the label', 'Ana (00:01): one\nBen (00:02): two\nAna (00:03): three\nBen (00:04): four\n'],
    ['labels in brackets', '[Ana] one\n[Ben] two\n[Ana] three\n[Ben] four\n'],
    ['a label on a line of its own', 'Ana:\none\nBen:\ntwo\nAna:\nthree\nBen:\nfour\n'],
    ['CRLF and a mark of byte order', '\uFEFFAna: one\r\nBen: two\r\nAna: three\r\nBen: four\r\n'],
  ])('with %s', async (_, text) => {
    expect(said(await readFile('i.txt', text))).toEqual(['Ana (Ana): one', 'Ben (Ben): two', 'Ana (Ana): three', 'Ben (Ben): four']);
  });

  it('a line that starts like a label only once is text, and said to be', async () => {
    const coded = await readFile('i.txt', 'Ana: see\nKiger and Varpio: a guide\nBen: ok\nAna: fine\nBen: bye at 10:30: sharp\n');
    expect(said(coded)[0]).toBe('Ana (Ana): see\nKiger and Varpio: a guide');
    expect(coded.warnings).toContainEqual(expect.objectContaining({ code: 'W_SPEAKER_ONCE', message: expect.stringContaining('Kiger') }));
  });

  it('a name that comes once is a speaker where nearly every turn has one', async () => {
    const turns = ['Ana: one', 'Ben: two', 'Ana: three', 'Mr. Cole: four', 'Ben: five'];
    for (const gap of ['\n', '\n\n']) {
      const coded = await readFile('i.txt', turns.map((turn) => `${turn}${gap === '\n' ? '' : '\nand more'}`).join(gap));
      expect(coded.sources[0].turns.map(({ speaker }) => speaker)).toEqual(['Ana', 'Ben', 'Ana', 'Mr. Cole', 'Ben']);
      expect(coded.warnings).toEqual([]);
    }
  });

  it('speakers.csv says who each label is, here and there, and of which group', async () => {
    const file = filesOf({
      'FG1.txt': 'Rose: Hi.\nLily: Ho.\nMod: Hm.\n',
      'FG2.txt': 'Rose: Hey.\nIris: Hu.\nRose: Well.\nIris: Oh.\n',
      'speakers.csv': 'document,speaker,participant,group,role\nFG1,Rose,P01,Clinic A,\nFG1,Lily,P02,Clinic A,\nFG1,Mod,,Clinic A,moderator\nFG2,Rose,P03,Clinic B,\n',
    });
    const coded = await readCodedText([file('FG1.txt'), file('FG2.txt')], { speakers: file('speakers.csv') });
    expect(said(coded).map((line) => line.replace(/:.*/, ''))).toEqual(['Rose (P01)', 'Lily (P02)', 'Mod (-)', 'Rose (P03)', 'Iris (-)', 'Rose (P03)', 'Iris (-)']);
    expect(coded.sources.map(({ group }) => group)).toEqual(['Clinic A', 'Clinic B']);
    expect(coded.cases.map(({ name, sources }) => [name, sources])).toEqual([['P01', ['FG1.txt']], ['P02', ['FG1.txt']], ['P03', ['FG2.txt']]]);
    expect(coded.warnings).toContainEqual(expect.objectContaining({ code: 'W_SPEAKER_UNKNOWN', message: expect.stringContaining('Iris') }));
  });

  it('a label that speakers.csv gives to two people in one document is refused', async () => {
    const file = filesOf({ 'FG1.txt': 'Rose: Hi.\n', 'speakers.csv': 'speaker,participant\nRose,P01\nRose,P02\n' });
    expect(await failure(readCodedText([file('FG1.txt')], { speakers: file('speakers.csv') }))).toMatchObject({ code: 'E_SPEAKER_TWICE', where: expect.stringContaining(':3') });
  });
});

describe('subtitle files', () => {
  it('Zoom: a cue without a name goes on with the last', async () => {
    const coded = await readFile('zoom.vtt', 'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAna Bell: one\n\n2\n00:00:02.000 --> 00:00:03.000\ntwo\n\n3\n00:00:03.000 --> 00:00:04.000\nBen: three\n\n4\n00:00:04.000 --> 00:00:05.000\nAna Bell: four\n\n5\n00:00:05.000 --> 00:00:06.000\nBen: five\n');
    expect(said(coded)).toEqual(['Ana Bell (Ana Bell): one\ntwo', 'Ben (Ben): three', 'Ana Bell (Ana Bell): four', 'Ben (Ben): five']);
  });

  it('Teams: <v Name> names the voice, tags and entities are text no more', async () => {
    const coded = await readFile('teams.vtt', '\uFEFFWEBVTT\r\n\r\nNOTE made by hand\r\n\r\n00:01.000 --> 00:02.000 align:start\r\n<v Ana Bell>one &amp; <i>only</i></v>\r\n\r\n00:02.000 --> 00:03.000\r\n<v Ana Bell>two</v>\r\n<v Ben>three &lt;3</v>\r\n');
    expect(coded.sources[0].text).toBe('Ana Bell: one & only\ntwo\nBen: three <3\n');
    expect(said(coded)).toEqual(['Ana Bell (Ana Bell): one & only\ntwo', 'Ben (Ben): three <3']);
  });

  it('SubRip', async () => {
    const coded = await readFile('a.srt', '1\r\n00:00:00,500 --> 00:00:07,000\r\nP01: <b>one</b>\r\n\r\n2\r\n00:00:07,000 --> 00:00:11,890\r\n{\\an8}two\r\n');
    expect(said(coded)).toEqual(['P01 (P01): one\ntwo']);
  });
});

describe('a file that is no transcript', () => {
  it('is refused by what is read', async () => {
    expect(await failure(readFile('a.doc', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1', 'latin1')))).toMatchObject({ code: 'E_FILE_FORMAT', hint: expect.stringContaining('.docx') });
  });

  it('a folder without transcripts', async () => {
    const file = filesOf({ 'folder/a.jpg': 'x' });
    expect(await failure(readCodedText([file('folder')]))).toMatchObject({ code: 'E_FOLDER_EMPTY' });
  });

  it('two transcripts of one name', async () => {
    const file = filesOf({ 'FG1.txt': 'a', 'b/FG1.vtt': 'WEBVTT\n' });
    expect(await failure(readCodedText([file('FG1.txt'), file('b/FG1.vtt')]))).toMatchObject({ code: 'E_TRANSCRIPT_TWICE' });
  });
});
