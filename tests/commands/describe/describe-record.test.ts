import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnsForDescribe } from '../../../src/commands/describe/describe-columns.js';
import { describeRecord } from '../../../src/commands/describe/describe-record.js';
import type { DescribeOptions } from '../../../src/commands/describe/describe-request.js';
import type { ColumnKind } from '../../../src/dataset/column.js';
import type { Dataset } from '../../../src/dataset/dataset.js';
import { readSurvey } from '../../../src/importers/survey.js';
import type { DescribeEstimate, DescribeRecord } from '../../../src/results/describe.js';
import { smallDataset } from '../../dataset/small-dataset.js';
import { failure } from '../../importers/reading.js';
import { attack } from './describe-attack.js';

const SURVEY = fileURLToPath(new URL('../../../fixtures/studies/secure-messaging-2013/survey.csv', import.meta.url));
const record = (dataset: Dataset, options: DescribeOptions = {}): Promise<DescribeRecord> => describeRecord(dataset, options, { tool: 'test' });
const find = ({ estimates }: DescribeRecord, variable: string, level: string | null = null, group: string | null = null): DescribeEstimate => {
  const found = estimates.find((one) => one.variable === variable && one.level === level && one.group === group);
  if (found === undefined) throw new Error(`${variable}, ${level}, ${group} is not in the record`);
  return found;
};

describe('describeRecord on the fixture study', () => {
  let survey: Dataset;
  beforeAll(async () => { survey = await readSurvey(SURVEY, {}); });

  it('has the figures of the abstract: 57.1 years, 65% female, 76% White, 20% Black', async () => {
    const table = await record(survey);
    expect(find(table, 'age').mean?.toFixed(1)).toBe('57.1');
    expect([find(table, 'sex', 'female'), find(table, 'race', 'White'), find(table, 'race', 'Black')].map(({ percent }) => percent?.toFixed(0))).toEqual(['65', '76', '20']);
  });
  it('has 39 and 15 by arm', async () => {
    expect((await record(survey, { by: 'arm' })).groups).toEqual([{ level: null, n: 54 }, { level: 'focus group', n: 39 }, { level: 'survey only', n: 15 }]);
  });
  it('has the ten shares of frequent use that Table 4 prints', async () => {
    const { estimates } = await record(survey, { frequent: 4 });
    const shares = estimates.filter(({ level }) => level === '>=4').map(({ percent }) => percent?.toFixed(0));
    expect(shares).toEqual(['76', '61', '63', '36', '19', '19', '11', '11', '6', '2']);
  });
  it('takes every number, ordinal and nominal column in file order, and says what it leaves out', () => {
    const { variables, choices } = columnsForDescribe(survey, {});
    expect(variables.map(({ name }) => name)).toEqual(survey.columns.slice(1).map(({ name }) => name));
    expect(choices).toEqual(['Neither numbers nor levels, so left out: participant_id (id).']);
  });
  it('has the fields of the contract and no other, null where they do not apply', async () => {
    const { estimates } = await record(survey, { by: 'arm', vars: ['age', 'sex'] });
    for (const one of estimates) expect(Object.keys(one)).toEqual(FIELDS);
    expect(find({ estimates } as DescribeRecord, 'sex', 'male', 'survey only')).toMatchObject({ n: 5, denominator: 15, mean: null, missing: null, smd: null });
  });
  it('holds what was asked and nothing that was not', async () => {
    const { provenance, n } = await record(survey, { by: 'arm', where: 'age >= 40' });
    expect(provenance).toMatchObject({ command: 'describe', seed: null, options: { by: 'arm', where: 'age >= 40' } });
    expect(Object.keys(provenance.options)).toEqual(['by', 'where']);
    expect(n).toEqual({ rows: 54, used: 51, excludedBy: { where: 3 } });
  });
});

const FIELDS = ['variable', 'level', 'group', 'n', 'denominator', 'percent', 'mean', 'sd', 'median', 'q1', 'q3', 'missing', 'smd'];

describe('which rows are told', () => {
  const holes = smallDataset({ arm: ['p', 'q', null, 'q'], age: [30, null, 50, 61] });
  it('leaves out those without a group, so that groups add up to overall', async () => {
    const { n, groups } = await record(holes, { by: 'arm' });
    expect([n, groups.map((group) => group.n)]).toEqual([{ rows: 4, used: 3, excludedBy: { by: 1 } }, [3, 1, 2]]);
  });
  it('takes each variable on the values it has, or under listwise deletion the rows that have all', async () => {
    expect(find(await record(holes), 'age')).toMatchObject({ n: 3, denominator: 4, missing: 1 });
    const listwise = await record(holes, { missing: 'listwise' });
    expect([find(listwise, 'age').n, listwise.n]).toEqual([2, { rows: 4, used: 2, excludedBy: { listwise: 2 } }]);
  });
});

describe('what was asked of which column', () => {
  const dataset = smallDataset({ age: [31, 42, 53, 64], weight: [60, 71, 82, 93], item: [1, 2, 3, 4] }, { item: 'ordinal' });
  const summaries = async (options: DescribeOptions): Promise<string[]> => (await record(dataset, options)).variables.map(({ summary }) => summary);
  it('is --continuous of all, and column=rule of one or of those a pattern catches', async () => {
    expect(await summaries({})).toEqual(['mean', 'mean', 'median']);
    expect(await summaries({ continuous: ['median', 'age=mean'] })).toEqual(['mean', 'median', 'median']);
    expect(await summaries({ continuous: ['*e*=median'] })).toEqual(['median', 'median', 'median']);
  });
  it('is --categorical, --levels or --frequent', async () => {
    expect(await summaries({ categorical: ['age'] })).toEqual(['levels', 'mean', 'median']);
    expect(await summaries({ levels: true })).toEqual(['mean', 'mean', 'levels']);
    expect(await summaries({ frequent: 3, categorical: ['age'] })).toEqual(['levels', 'mean', 'frequent']);
  });
  it('says where nobody reaches the threshold', async () => {
    const { warnings } = await record(smallDataset({ a: [1, 2, 3], b: [1, 2, 1] }, { a: 'ordinal', b: 'ordinal' }), { frequent: 4 });
    expect(warnings.map(({ code, where }) => [code, where])).toEqual([['W_FREQUENT_NEVER', 'survey.csv:a'], ['W_FREQUENT_NEVER', 'survey.csv:b']]);
  });
});

describe('a request that cannot be met is refused with what to do', () => {
  const dataset = smallDataset({ pid: ['a', 'b', 'c'], age: [31, 42, 53], note: ['x', 'y', 'z'] }, { pid: 'id', note: 'text' });
  const refused = async (options: DescribeOptions, from = dataset): Promise<[string, string | null]> => {
    const { code, hint } = await failure(describeRecord(from, options, { tool: 'test' }));
    return [code, hint];
  };
  it.each<[DescribeOptions, string]>([
    [{ vars: ['note'] }, 'E_COLUMN_KIND'],
    [{ vars: ['pid'] }, 'E_COLUMN_KIND'],
    [{ vars: ['agee'] }, 'E_COLUMN_MISSING'],
    [{ by: 'arm' }, 'E_COLUMN_MISSING'],
    [{ continuous: ['modus'] }, 'E_OPTION_VALUE'],
    [{ continuous: ['age=auto'] }, 'E_OPTION_VALUE'],
    [{ frequent: 4, levels: true }, 'E_OPTIONS_CLASH'],
    [{ suppressBelow: 4 }, 'E_SUPPRESS_ALL'],
    [{ where: 'age > 90' }, 'E_WHERE_EMPTY'],
  ])('%j', async (options, code) => {
    const [found, hint] = await refused(options);
    expect(found).toBe(code);
    expect(hint?.length).toBeGreaterThan(0);
  });
  it('a column by which there are too many groups, or none', async () => {
    const many = smallDataset({ x: Array.from({ length: 60 }, (_, row) => row), none: Array<null>(60).fill(null) }, { none: 'nominal' });
    expect((await refused({ by: 'x' }, many))[0]).toBe('E_BY_LEVELS');
    expect((await refused({ by: 'none' }, many))[0]).toBe('E_BY_LEVELS');
    expect((await refused({ categorical: ['x'] }, many))[0]).toBe('E_LEVELS_MANY');
  });
  it('a file without rows or without columns to describe', async () => {
    expect((await refused({}, smallDataset({ age: [] }, { age: 'number' })))[0]).toBe('E_ROWS_NONE');
    expect((await refused({}, smallDataset({ pid: ['a'] }, { pid: 'id' })))[0]).toBe('E_VARS_EMPTY');
  });
});

describe('--suppress-below', () => {
  const people = (counts: Record<string, Record<string, number>>, kinds: Record<string, ColumnKind> = {}): Dataset => {
    const rows = Object.entries(counts).flatMap(([group, levels]) => Object.entries(levels).flatMap(([level, n]) =>
      Array.from({ length: n }, () => [group, level === 'missing' ? null : level] as const)));
    return smallDataset({ by: rows.map(([group]) => group), x: rows.map(([, level]) => level) }, { by: 'nominal', x: 'nominal', ...kinds });
  };

  it('hides a small group altogether, and the smallest other with it', async () => {
    const dataset = people({ p: { a: 20, b: 20 }, q: { a: 15, b: 15 }, r: { a: 2, b: 2 } });
    const { groups, estimates } = await record(dataset, { by: 'by', suppressBelow: 11 });
    expect(groups.map(({ n }) => n)).toEqual([74, 40, null, null]);
    for (const { group, n, denominator, percent, missing } of estimates) {
      if (group === 'q' || group === 'r') expect([n, denominator, percent, missing]).toEqual([null, null, null, null]);
    }
  });
  it('hides the mean of few, and as many means as its own could be worked out from', async () => {
    const age = Array.from({ length: 60 }, (_, row) => (row >= 35 && row < 55 ? null : 40 + (row % 7)));
    const dataset = smallDataset({ by: age.map((_, row) => (row < 20 ? 'p' : row < 35 ? 'q' : 'r')), age }, { by: 'nominal' });
    const told = await record(dataset, { by: 'by', suppressBelow: 11 });
    expect(['p', 'q', 'r'].map((group) => find(told, 'age', null, group).mean === null)).toEqual([false, true, true]);
    expect(find(told, 'age').mean).not.toBeNull();
    expect(find(told, 'age').smd).toBeNull();
  });
  it('holds no count of cells from the reader, no skewness of counted answers, and says that n is not masked', async () => {
    const dataset = { ...people({ p: { a: 20, b: 2 } }), warnings: [{ code: 'W_X', message: '3 cells', where: 'survey.csv' }] } as Dataset;
    const { warnings, variables } = await record(dataset, { suppressBelow: 11 });
    expect(warnings.map(({ code }) => code)).toEqual(['W_SUPPRESSED']);
    expect(variables.map(({ skewness }) => skewness)).toEqual([null, null]);
  });
  it('names the fields it has made null', async () => {
    const { hidden } = await record(people({ p: { a: 20, b: 30, c: 2 } }), { vars: ['x'], suppressBelow: 11 });
    expect(hidden).toEqual([
      { variable: 'x', level: 'a', group: null, fields: ['n', 'percent'] },
      { variable: 'x', level: 'c', group: null, fields: ['n', 'percent'] },
    ]);
  });

  it('names the same fields of a hidden group of one, which has no SD, as of any other', async () => {
    const by = [...Array<string>(30).fill('p'), ...Array<string>(10).fill('q'), 'r'];
    const { hidden } = await record(smallDataset({ by, age: by.map((_, row) => 30 + (row % 9)) }), { by: 'by', suppressBelow: 5 });
    const fieldsOf = (level: string): readonly string[] | undefined => hidden.find(({ variable, group }) => variable === 'age' && group === level)?.fields;
    expect(fieldsOf('r')).toEqual(fieldsOf('q'));
    expect(fieldsOf('r')).toContain('sd');
  });

  it('leaves no count of fewer than it asks for to be worked out, by trying every table that agrees with the record', async () => {
    const size = fc.nat({ max: 4 });
    const counts = fc.record({ groups: fc.integer({ min: 1, max: 3 }), cells: fc.array(fc.tuple(size, size, fc.nat({ max: 2 })), { minLength: 3, maxLength: 3 }) })
      .map(({ groups, cells }) => cells.slice(0, groups))
      .filter((cells) => cells.flat().reduce((sum, n) => sum + n, 0) <= 12 && cells.some(([a]) => a > 0) && cells.some(([, b]) => b > 0) && cells.every((cell) => cell.some((n) => n > 0)));
    let small = 0;
    await fc.assert(fc.asyncProperty(counts, fc.integer({ min: 2, max: 4 }), async (cells, below) => {
      const names = ['p', 'q', 'r'].slice(0, cells.length);
      const dataset = people(Object.fromEntries(names.map((group, index) => [group, { a: cells[index][0], b: cells[index][1], missing: cells[index][2] }])));
      fc.pre(dataset.rows >= below);
      const told = await record(dataset, { by: 'by', suppressBelow: below });
      if (told.variables[0].withheld) return;
      for (const { name, truth, possible } of attack(told, 'x', names, ['a', 'b'], cells)) {
        if (truth === 0 || truth >= below) continue;
        small += 1;
        expect([name, possible.size > 1]).toEqual([name, true]);
      }
    }), { numRuns: 150, seed: 20130501 });
    expect(small).toBeGreaterThan(300);
  });
});
