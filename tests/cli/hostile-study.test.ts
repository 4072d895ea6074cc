import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PLAIN } from '../../src/cli/paint.js';
import { render } from '../../src/reporters/index.js';
import type { Format } from '../../src/reporters/index.js';
import { runVerb } from '../commands/run-verb.js';
import { drawn } from '../plots/drawn.js';
import { plainDocx, plainHtml, plainLatex, plainMarkdown } from '../reporters/allowed-markup.js';
import { hostileSource, hostileTexts } from '../reporters/hostile-texts.js';
import { scratchFolder } from './portal-study.js';

const texts = [...new Set(hostileTexts)].filter((text) => text.trim() !== '');
/** As a file may be called, and a header or a line may read. */
const fileNames = texts.filter((text) => !/[/\0\ud800-\udfff]/.test(text) && Buffer.byteLength(text) < 120 && !text.startsWith('.')).slice(0, 400);
/** A NUL is refused wherever a file is read; a label may be written with one. */
const held = texts.filter((text) => !text.includes('\0'));
const lines = held.filter((text) => !/[\n\r]/.test(text));

const PARTICIPANTS = 24;
const LEVELS = 12;
const TRANSCRIPTS = 24;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const row = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;

/** A study in which every text is somewhere a column, a label, a level, a code, a quote, and many are a file. */
function hostileStudy(): string {
  const folder = scratchFolder();
  const surveyName = `${fileNames.find((name) => /<img|<script/i.test(name)) ?? '<b>survey'}.csv`;
  const levelColumns = Math.ceil(held.length / LEVELS);
  const named = lines.filter((text, index) => lines.findIndex((other) => other.trim() === text.trim()) === index);
  const header = ['participant_id', 'arm', 'hba1c', ...texts.map((_, at) => `q${at}`), ...Array.from({ length: levelColumns }, (_, at) => `l${at}`), ...named];
  const people = Array.from({ length: PARTICIPANTS }, (_, person) => [
    `P${person}`, person % 2 === 0 ? held[3] : held[4], (5 + ((person * 7) % 24) / 4).toFixed(2),
    ...texts.map((_, at) => String(1 + ((person * (at + 3) + at) % 6))),
    ...Array.from({ length: levelColumns }, (_, column) => held[Math.min(held.length - 1, column * LEVELS + (person % LEVELS))]),
    ...named.map((_, at) => String(1 + ((person * (at + 5)) % 7))),
  ]);
  writeFileSync(join(folder, surveyName), [header, ...people].map(row).join(''));
  mkdirSync(join(folder, 'transcripts'));
  const documents = fileNames.filter((_, at) => at % Math.ceil(fileNames.length / TRANSCRIPTS) === 0).slice(0, TRANSCRIPTS);
  const codings: string[][] = [['document', 'start', 'end', 'code', 'coder', 'participant']];
  documents.forEach((name, at) => {
    let text = '';
    lines.filter((_, index) => index % documents.length === at).forEach((line) => {
      const start = [...text].length;
      text += `${line}\n`;
      const place = [name, String(start), String([...text].length - 1)];
      for (const coder of ['anna', '<i>ben</i>']) codings.push([...place, line, coder, `P${at % PARTICIPANTS}`]);
      codings.push([...place, lines[at], 'anna', `P${at % PARTICIPANTS}`]);
    });
    writeFileSync(join(folder, 'transcripts', `${name}.txt`), text);
  });
  writeFileSync(join(folder, 'codings.csv'), codings.map(row).join(''));
  // These part several codes, and the names of a path.
  const themes = lines.filter((line) => !/[|;\\]/.test(line)).filter((_, at) => at % 20 === 0);
  writeFileSync(join(folder, 'links.csv'), [['theme', 'variable', 'expected_direction', 'rationale', 'meta_inference'], ...themes.map((theme) => [theme, 'hba1c', 'positive', theme, theme])].map(row).join(''));
  writeFileSync(join(folder, 'study.yml'), `version: 1
title: ${JSON.stringify(texts.find((text) => text.includes('<script')) ?? '<script>alert(1)</script>')}
participant_id: participant_id
sources:
  survey: { path: ${JSON.stringify(surveyName)} }
  themes: { path: codings.csv, kind: codings, transcripts: transcripts }
  links: { path: links.csv }
variables:
  arm: { label: ${JSON.stringify(texts[5])}, type: nominal, role: group }
  hba1c: { label: ${JSON.stringify(texts[6])}, type: number, role: outcome }
${texts.map((text, at) => `  q${at}: { label: ${JSON.stringify(text)}, type: ordinal, role: feature }`).join('\n')}
${Array.from({ length: levelColumns }, (_, at) => `  l${at}: { label: ${JSON.stringify(texts[at])}, type: nominal }`).join('\n')}
`);
  return folder;
}

const FORMATS: readonly Format[] = ['html', 'markdown', 'latex', 'docx', 'svg'];

function plain(format: Format, content: string | Uint8Array): void {
  if (format === 'docx') plainDocx(content as Uint8Array);
  else if (format === 'html') plainHtml(content as string);
  else if (format === 'markdown') plainMarkdown(content as string);
  else if (format === 'latex') plainLatex(content as string);
  else drawn(content as string);
}

describe(`a study made of hostile texts: ${hostileSource}`, () => {
  let study: string;
  beforeAll(() => { study = join(hostileStudy(), 'study.yml'); });

  it.each([
    'correlate --vars q*,*', 'describe --vars * --levels', 'describe --vars l* --by arm', 'compare --by arm --vars q*',
    'themes --quotes 1 --by arm', 'themes --co-occurrence turn', 'saturation', 'agree --disagreements --coefficient krippendorff',
    'joint --type side-by-side --resamples 100', 'joint --type statistics-by-themes --resamples 100', 'joint --type convergence',
  ])('%s: nothing but the reporter’s own markup in any format', async (command) => {
    const [verb, ...args] = command.split(' ');
    const { reports: [report] } = await runVerb(verb, ...(verb === 'joint' ? [study] : ['--study', study]), ...args);
    for (const format of FORMATS) {
      const content = await render(format, report, { width: null, paint: PLAIN });
      plain(format, content);
      if (format === 'html') expect(content).toMatch(/&(?:lt|amp|quot|#39);/);
    }
  });

  it('report: a page and a Word file that hold nothing else', async () => {
    const { written, notes } = await runVerb('report', study, '--output', 'report.html', '--output', 'report.docx');
    expect(notes.filter((note) => note.includes('cannot be made'))).toEqual([]);
    expect([...written.keys()]).toEqual(['report.html', 'report.docx']);
    plainHtml(written.get('report.html') as string);
    plainDocx(written.get('report.docx') as Uint8Array);
  });
});

describe('the checks of outputs', () => {
  it.each<readonly [Format, string]>([
    ['html', '<p><img src="x"></p>'], ['html', '<p onclick="x">'], ['html', '<a href="javascript:x">'], ['html', '<p>a < b</p>'], ['html', '<script>x</script>'], ['html', '\u202e'],
    ['svg', '<svg width="1" height="1"><script/></svg>'], ['svg', '<svg width="1" height="1" onload="x"/>'], ['svg', '<svg width="1" height="1"><a href="x"/></svg>'],
    ['markdown', 'a <b>'], ['markdown', '[a](b)'], ['markdown', 'see https://a.example'], ['markdown', '# heading'], ['markdown', '| a | b |\n| a |'], ['markdown', '`code`'],
    ['latex', '\\input{x}'], ['latex', '\\write18{x}'], ['latex', 'a % b'], ['latex', '{'], ['latex', '$'],
  ])('find in %s what they look for: %s', (format, content) => {
    expect(() => { plain(format, content); }).toThrow();
  });
});
