import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/dataset/dataset.js';
import { readSurvey } from '../../../src/importers/survey.js';
import { SHARED } from '../../cli/portal-study.js';
import { readText } from '../reading.js';
import { parseRfc4180 } from '../rows/rfc4180.js';

const header = 'StartDate,EndDate,ResponseId';
const ids = '"{""ImportId"":""startDate""}",x,y';
const row = (id: string, rest: string): string => `2011-03-01 09:30:00,2011-03-01 09:40:00,${id},${rest}`;
const survey = (names: string, labels: string, ...answers: string[]): string => [
  `${header},${names}`, `Start Date,End Date,Response ID,${labels}`, `${ids},${names}`, ...answers.map((answer, index) => row(`R_${index}`, answer)),
].join('\n');
const questions = ({ multiSelects }: Dataset) => multiSelects?.map(({ name, label, options }) => [name, label, ...options.map((option) => option.label)]);

describe('questions of Qualtrics with several answers', () => {
  it('are columns of ones, some of which a row leaves out', async () => {
    const dataset = await readText(survey('Q2_1,Q2_2', 'Which? - Portal,Which? - Phone', '1,', '1,1', ','));
    expect(questions(dataset)).toEqual([['Q2', 'Which?', 'Portal', 'Phone']]);
    expect([...dataset.multiSelects?.[0].answered ?? []]).toEqual([1, 1, 0]);
  });

  it('are not the rows of a matrix, which nobody leaves out or whose answers differ', async () => {
    expect(questions(await readText(survey('Q2_1,Q2_2', 'How often? - Portal,How often? - Phone', '1,1', '1,1')))).toEqual([]);
    expect(questions(await readText(survey('Q2_1,Q2_2', 'How often? - Portal,How often? - Phone', '1,', '1,2')))).toEqual([]);
  });

  it('may write the answer in the place of a one', async () => {
    expect(questions(await readText(survey('Q2_1,Q2_2', 'Which? - Portal,Which? - Phone', 'Portal,', ',Phone')))).toEqual([['Q2', 'Which?', 'Portal', 'Phone']]);
    expect(questions(await readText(survey('Q2_1,Q2_2', 'Which? - Portal,Which? - Phone', 'Yes,', ',Yes')))).toEqual([]);
  });

  it('of the same name, as a legacy export can have, are two', async () => {
    const dataset = await readText('V1,V10,a_1,a_2,a_1,a_2\nResponseID,Finished,P-x,P-y,Q-x,Q-y\nR_1,1,1,,,1\nR_2,1,,1,1,\n');
    expect(questions(dataset)).toEqual([['a', 'P', 'x', 'y'], ['a (2)', 'Q', 'x', 'y']]);
  });
});

const FOLDER = join(SHARED, 'data/qualtrics/QualtricsTools/data/Sample Surveys');
const present = existsSync(FOLDER);

interface SurveyQuestion { readonly QuestionID: string; readonly QuestionType: string; readonly Selector: string; readonly SubSelector?: string; readonly AdditionalQuestions?: Record<string, SurveyQuestion> }

/** Whether Qualtrics' own definition of the survey lets a question have several answers. */
function allowsSeveral({ QuestionType, Selector, SubSelector, AdditionalQuestions }: SurveyQuestion): boolean {
  if (QuestionType === 'SBS') return Object.values(AdditionalQuestions ?? {}).some(allowsSeveral);
  return Selector.startsWith('MA') || SubSelector === 'MultipleAnswer';
}

describe.skipIf(!present)(`against the definitions of the surveys (.qsf)${present ? '' : ' (skipped: ../shared is absent)'}`, () => {
  const surveys = present ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.csv') && /ImportId/.test(readFileSync(join(FOLDER, file), 'utf8'))).map((file) => join(FOLDER, file)) : [];

  it.each(surveys.map((file) => [file.slice(FOLDER.length + 1), file]))('%s: those found allow several answers, and those that do are found where a row shows it', async (_, file) => {
    const definition = readdirSync(dirname(file)).find((name) => name.endsWith('.qsf'))!;
    const { SurveyElements } = JSON.parse(readFileSync(join(dirname(file), definition), 'utf8')) as { SurveyElements: { Element: string; Payload: SurveyQuestion }[] };
    const questionOf = new Map(SurveyElements.filter(({ Element }) => Element === 'SQ').map(({ Payload }) => [Payload.QuestionID, Payload]));
    const [names, , importIds, ...records] = parseRfc4180(readFileSync(file, 'utf8'));
    const idOf = (index: number): string => /QID\d+/.exec(importIds[index])?.[0] ?? '';
    const { multiSelects = [], columns } = await readSurvey(file);
    const found = multiSelects.map(({ options }) => new Set(options.map(({ column }) => idOf(columns.findIndex(({ name }) => name === column)))));
    for (const ids of found) {
      expect(ids.size).toBe(1);
      expect(allowsSeveral(questionOf.get([...ids][0])!)).toBe(true);
    }
    const foundIds = new Set(found.flatMap((ids) => [...ids]));
    const plain = [...questionOf.values()].filter(({ QuestionType, Selector }) => QuestionType === 'MC' && Selector.startsWith('MA'));
    for (const { QuestionID } of plain) {
      const indices = [...names.keys()].filter((index) => idOf(index) === QuestionID && !/TEXT/.test(importIds[index]));
      const showsIt = records.some((record) => new Set(indices.map((index) => record[index] !== '')).size === 2);
      expect([QuestionID, foundIds.has(QuestionID)]).toEqual([QuestionID, indices.length > 1 && showsIt]);
    }
  });
});
