import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ColumnKind } from '../../../src/dataset/column.js';
import type { Dataset } from '../../../src/dataset/dataset.js';
import { findColumn } from '../../../src/dataset/find-column.js';
import { readSurvey } from '../../../src/importers/survey.js';
import { rowGroups } from '../../../src/stats/row-groups.js';
import type { DescribableColumn, SummaryRule } from '../../../src/stats/table-one/summary-choice.js';
import { tableOneVariable } from '../../../src/stats/table-one/table-one.js';
import type { TableOneVariable } from '../../../src/stats/table-one/table-one.js';
import { smallDataset } from '../../dataset/small-dataset.js';

type Group = 'overall' | 'focus group' | 'survey only';
interface Place { n: number; mean: number; sd: number; skewness: number; type7: number[]; type6: number[]; type2: number[] }
type Numbers = Record<Group, Place> & { smd: number };
type Counts = Record<Group, number[]> & { smd: number };

/** What R answers on the fixture study; made by fixtures/golden/table-one.R. */
const golden: { numbers: Record<string, Numbers>; levels: Record<string, Counts>; frequent: Record<string, Counts> } =
  JSON.parse(readFileSync(new URL('../../../fixtures/golden/table-one.json', import.meta.url), 'utf8'));
const SURVEY = fileURLToPath(new URL('../../../fixtures/studies/secure-messaging-2013/survey.csv', import.meta.url));
const GROUPS: readonly Group[] = ['overall', 'focus group', 'survey only'];

const plain: SummaryRule = { continuous: 'auto', asked: new Map(), frequent: null, levels: false, quantileType: 7, hidesSmallCounts: false };
const every = (dataset: Dataset): Uint32Array => Uint32Array.from({ length: dataset.rows }, (_, row) => row);

function told(dataset: Dataset, name: string, rule: Partial<SummaryRule> = {}, by?: string): TableOneVariable {
  const groups = by === undefined ? [] : rowGroups(findColumn(dataset, by), every(dataset));
  return tableOneVariable(findColumn(dataset, name) as DescribableColumn, every(dataset), groups, { ...plain, ...rule });
}

function small(values: readonly (number | string | null)[], kind: ColumnKind, rule: Partial<SummaryRule> = {}): TableOneVariable {
  return told(smallDataset({ x: values }, { x: kind }), 'x', rule);
}

function expectClose(found: number | null | undefined, wanted: number): void {
  expect(Math.abs((found ?? NaN) - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));
}

describe('tableOneVariable gives what R gives for the fixture study, overall and by arm', () => {
  let survey: Dataset;
  beforeAll(async () => { survey = await readSurvey(SURVEY, {}); });

  it.each(Object.entries(golden.numbers))('mean, SD, median and quartiles of %s, with its standardised difference', (name, wanted) => {
    for (const type of [7, 6, 2] as const) {
      const { groups, smd } = told(survey, name, { quantileType: type }, 'arm');
      GROUPS.forEach((group, index) => {
        const { n, place } = groups[index];
        const [q1, median, q3] = wanted[group][`type${type}`];
        expect(n).toBe(wanted[group].n);
        for (const [found, value] of [[place?.mean, wanted[group].mean], [place?.sd, wanted[group].sd], [place?.q1, q1], [place?.median, median], [place?.q3, q3]] as const) expectClose(found, value);
      });
      expectClose(smd, wanted.smd);
    }
  });
  it.each(Object.entries(golden.levels))('counts of %s', (name, wanted) => {
    const { groups, smd } = told(survey, name, {}, 'arm');
    expect(groups.map(({ counts }) => counts)).toEqual(GROUPS.map((group) => wanted[group]));
    expectClose(smd, wanted.smd);
  });
  it.each(Object.entries(golden.frequent))('answers of 4 or more to %s', (name, wanted) => {
    const { groups, smd, levels } = told(survey, name, { frequent: 4 }, 'arm');
    expect(levels).toEqual(['>=4', '<4']);
    expect(groups.map(({ counts }) => counts)).toEqual(GROUPS.map((group) => wanted[group]));
    expectClose(smd, wanted.smd);
  });
});

describe('the statistic of a column', () => {
  const skewed = [1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.1, 30];
  it('is the mean of a number, and the median where |skewness| > 1', () => {
    expect(small([11, 12, 14, 15], 'number').summary).toBe('mean');
    expect(small(skewed, 'number').summary).toBe('median');
    expect(small(skewed.map((value) => -value), 'number').summary).toBe('median');
  });
  it('is what was asked for all, and rather what was asked for the column', () => {
    expect(small(skewed, 'number', { continuous: 'mean' }).summary).toBe('mean');
    expect(small([11, 12, 14, 15], 'number', { continuous: 'median' }).summary).toBe('median');
    expect(small(skewed, 'number', { continuous: 'median', asked: new Map([['x', 'mean']]) }).summary).toBe('mean');
    expect(small([1, 2, 3], 'number', { asked: new Map([['x', 'levels']]) }).levels).toEqual(['1', '2', '3']);
  });
  it('is the median of ordinal answers, their share from a threshold on, or a count of each', () => {
    const answers = [1, 2, 3, 4, 6];
    expect(small(answers, 'ordinal').summary).toBe('median');
    expect(small(answers, 'ordinal', { frequent: 4 }).groups[0].counts).toEqual([2, 3]);
    expect(small(answers, 'ordinal', { levels: true }).levels).toEqual(['1', '2', '3', '4', '6']);
  });
  it('is a count of both for an ordinal column of two values, unless they reach the threshold', () => {
    expect(small([0, 1, 1], 'ordinal').groups[0].counts).toEqual([1, 2]);
    expect(small([1, 2, 1], 'ordinal', { frequent: 4 }).summary).toBe('levels');
    expect(small([3, 5, 5], 'ordinal', { frequent: 4 }).summary).toBe('frequent');
  });
  it('is never the mean of two values where small counts are hidden: it would give them away', () => {
    const asked = new Map([['x', 'mean' as const]]);
    expect(small([0, 1, 1], 'ordinal', { asked }).summary).toBe('mean');
    expect(small([0, 1, 1], 'ordinal', { asked, hidesSmallCounts: true }).summary).toBe('levels');
    expect(small([20, 40, 40], 'number', { hidesSmallCounts: true }).summary).toBe('levels');
  });
  it('is told by one that needs no value where there is none', () => {
    const { summary, groups } = small([null, null], 'number');
    expect([summary, groups[0].n, groups[0].place?.mean]).toEqual(['mean', 0, null]);
  });
});

describe('the groups of a variable', () => {
  const cell = fc.option(fc.constantFrom('a', 'b', 'c'), { freq: 4 });
  it('add up to overall, values and missing values alike', () => {
    fc.assert(fc.property(fc.array(fc.tuple(cell, fc.constantFrom('p', 'q', 'r')), { minLength: 1, maxLength: 30 }), (rows) => {
      const dataset = smallDataset({ x: rows.map(([x]) => x), by: rows.map(([, by]) => by) }, { x: 'nominal', by: 'nominal' });
      const { groups: [overall, ...groups] } = told(dataset, 'x', {}, 'by');
      const sum = (of: (group: TableOneVariable['groups'][number]) => number): number => groups.reduce((total, group) => total + of(group), 0);
      expect(sum(({ rows: size }) => size)).toBe(overall.rows);
      expect(sum(({ n }) => n)).toBe(overall.n);
      overall.counts.forEach((count, level) => expect(sum(({ counts }) => counts[level])).toBe(count));
      for (const { n, counts } of groups) expect(counts.reduce((total, count) => total + count, 0)).toBe(n);
    }), { numRuns: 100 });
  });
  it('keep a declared level that nobody has, in its place', () => {
    const dataset = smallDataset({ x: [3, 1] }, { x: 'ordinal' });
    const column = { ...dataset.columns[0], levels: [{ value: 1, label: 'never' }, { value: 2, label: 'rarely' }, { value: 3 }] } as DescribableColumn;
    const { levels, groups } = tableOneVariable(column, every(dataset), [], { ...plain, levels: true });
    expect([levels, groups[0].counts]).toEqual([['never', 'rarely', '3'], [1, 0, 1]]);
  });
});
