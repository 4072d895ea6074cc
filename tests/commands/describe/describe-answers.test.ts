import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeRecord } from '../../../src/commands/describe/describe-record.js';
import type { DescribeOptions } from '../../../src/commands/describe/describe-request.js';
import type { Dataset } from '../../../src/dataset/dataset.js';
import { describeTable } from '../../../src/present/describe/describe-table.js';
import { readSurvey } from '../../../src/importers/survey.js';
import { SHARED } from '../../cli/portal-study.js';
import { readText } from '../../importers/reading.js';
import { parseRfc4180 } from '../../importers/rows/rfc4180.js';
import { attack } from './describe-attack.js';

const record = (dataset: Dataset, options: DescribeOptions = {}) => describeRecord(dataset, options, { tool: 'test' });
/** A SurveyMonkey export of one question with the answers A and B; each respondent's as `AB`, `A`, `B` or ``. */
const answers = (by: readonly string[], chosen: readonly string[]): Promise<Dataset> => readText([
  'RespondentID,arm,Which?,', ',Response,A,B', ...chosen.map((letters, row) => `${row + 1},${by[row]},${letters.includes('A') ? 'A' : ''},${letters.includes('B') ? 'B' : ''}`),
].join('\n'));

describe('a question with several answers in a Table 1', () => {
  it('is one variable, each answer counted among those who gave any', async () => {
    const dataset = await answers(['p', 'p', 'q', 'q'], ['AB', 'A', 'A', '']);
    const told = await record(dataset);
    expect(told.variables.map(({ name, kind, summary }) => [name, kind, summary])).toEqual([['arm', 'nominal', 'levels'], ['Which?', 'multi-select', 'answers']]);
    expect(told.estimates.filter(({ variable }) => variable === 'Which?').map(({ level, n, denominator, percent, missing }) => [level, n, denominator, percent, missing]))
      .toEqual([[null, 3, 4, null, 1], ['A', 3, 3, 100, null], ['B', 1, 3, 100 / 3, null]]);
    const { rows, notes } = describeTable(told, { digits: null, percentDigits: null, missingAs: 'row', smd: 'auto' });
    expect(rows.slice(3).map((row) => row.map(({ text }) => text))).toEqual([['Which? (several answers), n (%)', ''], ['  A', '3/3 (100%)'], ['  B', '1/3 (33%)'], ['  Not answered', '1']]);
    expect(notes[0]).toContain('percentages may add up to more than 100');
  });

  it('is named by the question, and its answers by their columns', async () => {
    const dataset = await answers(['p', 'p', 'q', 'q'], ['AB', 'A', 'A', '']);
    expect((await record(dataset, { vars: ['Which?'] })).variables.map(({ name }) => name)).toEqual(['Which?']);
    expect((await record(dataset, { vars: ['Which?: *'] })).variables.map(({ name }) => name)).toEqual(['Which?']);
    expect((await record(dataset, { vars: ['Which?: A'] })).variables.map(({ name, kind }) => [name, kind])).toEqual([['Which?: A', 'ordinal']]);
  });

  it('counts in each group among those of it who answered, and leaves out who did not under listwise deletion', async () => {
    const dataset = await answers(['p', 'p', 'q', 'q'], ['AB', 'A', 'A', '']);
    const told = await record(dataset, { by: 'arm', vars: ['Which?'] });
    expect(told.estimates.filter(({ level }) => level === 'A').map(({ group, n, denominator }) => [group, n, denominator])).toEqual([[null, 3, 3], ['p', 2, 2], ['q', 1, 1]]);
    expect((await record(dataset, { vars: ['Which?'], missing: 'listwise' })).n).toEqual({ rows: 4, used: 3, excludedBy: { listwise: 1 } });
  });

  it('tells no count of few people, by trying every table that agrees with the record', async () => {
    const group = fc.array(fc.constantFrom('AB', 'A', 'B', ''), { minLength: 1, maxLength: 5 });
    let small = 0;
    await fc.assert(fc.asyncProperty(group, group, fc.integer({ min: 2, max: 4 }), async (p, q, below) => {
      const chosen = [...p, ...q];
      fc.pre(chosen.length >= below && p.join('').includes('A') && q.join('').includes('B'));
      const told = await record(await answers([...p.map(() => 'p'), ...q.map(() => 'q')], chosen), { by: 'arm', vars: ['Which?'], suppressBelow: below });
      if (told.variables[0].withheld) return;
      for (const letter of ['A', 'B']) {
        const of = (letters: readonly string[]): number[] => [
          letters.filter((one) => one.includes(letter)).length, letters.filter((one) => one !== '' && !one.includes(letter)).length, letters.filter((one) => one === '').length,
        ];
        const alone = { ...told, estimates: told.estimates.filter(({ level }) => level === null || level === letter), hidden: told.hidden.filter(({ level }) => level === null || level === letter) };
        for (const { name, truth, possible } of attack(alone, 'Which?', ['p', 'q'], [letter, `not ${letter}`], [of(p), of(q)])) {
          if (truth === 0 || truth >= below) continue;
          small += 1;
          expect([letter, name, possible.size > 1]).toEqual([letter, name, true]);
        }
      }
    }), { numRuns: 60, seed: 20130501 });
    expect(small).toBeGreaterThan(100);
  });
});

const STAR_WARS = join(SHARED, 'data/surveymonkey/StarWars.csv');

describe.skipIf(!existsSync(STAR_WARS))('a real SurveyMonkey export (skipped where ../shared is absent)', () => {
  it('has as many with each film as there are cells, among those with any', async () => {
    const films = parseRfc4180(readFileSync(STAR_WARS, 'latin1')).slice(2).map((cells) => cells.slice(3, 9).map((cell) => cell !== ''));
    const seen = films.filter((row) => row.includes(true));
    const dataset = await readSurvey(STAR_WARS);
    const { estimates } = await record(dataset, { vars: [dataset.multiSelects![0].name] });
    expect(estimates.filter(({ level }) => level !== null).map(({ n, denominator }) => [n, denominator]))
      .toEqual([0, 1, 2, 3, 4, 5].map((film) => [seen.filter((row) => row[film]).length, seen.length]));
    expect(seen).toHaveLength(835);
  });
});
