import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openCodedText } from '../../src/commands/open-coded-text.js';
import type { Session } from '../../src/commands/session.js';
import { SHARED, STUDY, scratchFolder } from '../cli/portal-study.js';
import { failure } from '../importers/reading.js';

function sessionWith(notes: string[]): Session {
  return { stdin: Readable.from([]), tool: 'test', today: '2013-05-01', note: (text) => { notes.push(text); }, pause: async () => {}, deliver: async () => {}, write: async () => {} };
}

const survey = join(STUDY, 'survey.csv');

describe('coded text with a survey', () => {
  it('knows everybody in the survey: those who speak with their sources, the others as not observed', async () => {
    const notes: string[] = [];
    const { coded, options } = await openCodedText([join(STUDY, 'codings.csv')], { survey }, sessionWith(notes));
    expect(notes.join('\n')).toContain('codebook.csv');
    expect(coded.cases).toHaveLength(54);
    expect(coded.cases.filter(({ sources }) => sources.length === 0)).toHaveLength(15);
    expect(coded.cases.find(({ name }) => name === 'P18')?.attributes.get('request_appointment')).toBeNull();
    expect(coded.cases.find(({ name }) => name === 'P01')).toMatchObject({ sources: ['FG4'], attributes: expect.any(Map) });
    expect(coded.cases.find(({ name }) => name === 'P01')?.attributes.get('hba1c')).toBe(6.9);
    expect(options).toMatchObject({ survey, codebook: expect.stringContaining('codebook.csv') });
    expect(coded.inputs.map(({ path }) => path)).toContain(survey);
  });

  it('asks for the id where no column names the participant', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'ages.csv'), 'age,height\n57,1.7\n58,1.8\n57,1.9\n');
    const error = await failure(openCodedText([join(STUDY, 'transcripts')], { survey: join(folder, 'ages.csv') }, sessionWith([])));
    expect(error).toMatchObject({ code: 'E_ID_MISSING', hint: expect.stringContaining('age, height') });
  });

  it('names those who speak and have no row in the survey', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'some.csv'), 'participant_id,age\nP18,76\nP22,78\n');
    const { coded } = await openCodedText([join(STUDY, 'codings.csv')], { survey: join(folder, 'some.csv') }, sessionWith([]));
    expect(coded.warnings).toContainEqual(expect.objectContaining({ code: 'W_PARTICIPANT_UNKNOWN', message: expect.stringMatching(/^Of 39 participants in the texts, 37 have no row/) }));
  });

  it('says how offsets were understood when asked', async () => {
    const notes: string[] = [];
    await openCodedText([join(STUDY, 'codings.csv')], { verifyQuotes: true }, sessionWith(notes));
    expect(notes).toContain('Offsets: code points from 0, a line break counts 1, end exclusive (315 of 315 quotes verified).');
  });

  it.each([
    [['cod=Theme'], 'Nearest: --columns code="Theme"'],
    [['Theme'], 'What a column tells'],
  ])('--columns %s is refused with what to type', async (columns, hint) => {
    const error = await failure(openCodedText([join(STUDY, 'codings.csv')], { columns }, sessionWith([])));
    expect(error).toMatchObject({ code: 'E_OPTION_VALUE', hint: expect.stringContaining(hint) });
  });

  it('an unknown way to count is refused with the nearest', async () => {
    expect(await failure(openCodedText([join(STUDY, 'codings.csv')], { offsets: 'utf-16' }, sessionWith([])))).toMatchObject({ hint: 'Nearest: --offsets utf16.' });
  });
});

const sheffield = join(SHARED, 'qual/sheffield');
describe.skipIf(!existsSync(sheffield))(`real interviews${existsSync(sheffield) ? '' : ' (skipped: ../shared is absent)'}`, () => {
  it('twelve, each with one participant and the attributes of the facesheet; three on the facesheet are not observed', async () => {
    const facesheet = join(sheffield, 'Interview Participant - Facesheet information.xlsx');
    const { coded } = await openCodedText([sheffield], { survey: facesheet, id: 'TranscriptName' }, sessionWith([]));
    const observed = coded.cases.filter(({ sources }) => sources.length > 0);
    expect(observed.map(({ name, sources }) => [sources.join(), name]).sort()).toEqual(
      ['Ana', 'David', 'Jessica', 'Kelly', 'Lisa', 'Michelle', 'Pauline', 'Penni', 'Peter', 'Robert', 'Sam', 'Stephen'].map((name) => [`${name}.txt`, name]),
    );
    expect(observed.map(({ attributes }) => attributes.get('CareerStage')).filter((stage) => stage === undefined)).toEqual([]);
    expect(observed.find(({ name }) => name === 'Ana')?.attributes.get('CareerStage')).toBe('PGR student');
    expect(coded.cases.filter(({ sources }) => sources.length === 0).map(({ name }) => name)).toEqual(['Bruce', 'Jamie', 'Jim']);
    expect(coded.sources.filter(({ turns }) => turns.length > 0).every(({ turns }) => turns.length > 50)).toBe(true);
  });

  it('read the same from Word documents as from plain text, turn for turn', async () => {
    for (const name of ['David', 'Jessica', 'Kelly', 'Pauline', 'Penni', 'Peter', 'Sam']) {
      const [word, plain] = await Promise.all(['docx', 'txt'].map((kind) => openCodedText([join(sheffield, `${name}.${kind}`)], {}, sessionWith([]))));
      expect(spoken(word!)).toEqual(spoken(plain!));
    }
  });
});

function spoken({ coded }: Awaited<ReturnType<typeof openCodedText>>): string[] {
  return coded.sources.flatMap(({ text, turns }) => turns.map(({ speaker, start, end }) => `${speaker}: ${[...(text ?? '')].slice(start, end).join('').replace(/\s+/g, ' ')}`));
}
