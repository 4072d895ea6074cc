import { describe, expect, it } from 'vitest';
import { describeRecord } from '../../../src/commands/describe/describe-record.js';
import type { DescribeOptions } from '../../../src/commands/describe/describe-request.js';
import type { ColumnKind } from '../../../src/dataset/column.js';
import { formatPercent } from '../../../src/present/describe/describe-cells.js';
import { describeTable } from '../../../src/present/describe/describe-table.js';
import type { DescribePresentation } from '../../../src/present/describe/describe-table.js';
import type { Table } from '../../../src/results/table.js';
import { smallDataset } from '../../dataset/small-dataset.js';

const plain: DescribePresentation = { digits: null, percentDigits: null, missingAs: 'row', smd: 'auto' };
type Columns = Record<string, readonly (number | string | null)[]>;

async function table(columns: Columns, kinds: Record<string, ColumnKind> = {}, options: DescribeOptions = {}, presentation: Partial<DescribePresentation> = {}): Promise<Table> {
  const record = await describeRecord(smallDataset(columns, kinds), options, { tool: 'test' });
  return describeTable(record, { ...plain, ...presentation });
}

const texts = ({ rows }: Table): string[][] => rows.map((row) => row.map(({ text }) => text));

describe('describeTable', () => {
  it('tells a number by mean (SD) with one decimal more than the data, in one row', async () => {
    expect(texts(await table({ age: [40, 50, 61] }))).toEqual([['age, mean (SD)', '50.3 (10.5)']]);
    expect(texts(await table({ age: [40, 50, 61] }, {}, {}, { digits: 3 }))).toEqual([['age, mean (SD)', '50.333 (10.504)']]);
  });
  it('tells a median with the decimals of the data, and one more where a quartile falls between', async () => {
    expect(texts(await table({ x: [11, 12, 13, 14, 15] }, {}, { continuous: ['median'] }))).toEqual([['x, median [IQR]', '13 [12 to 14]']]);
    expect(texts(await table({ x: [11, 12, 13, 14] }, {}, { continuous: ['median'] }))).toEqual([['x, median [IQR]', '12.5 [11.8 to 13.3]']]);
  });
  it('tells levels in rows of their own, and their denominator where values are missing', async () => {
    expect(texts(await table({ sex: ['f', 'm', 'f', null] }))).toEqual([['sex, n (%)', ''], ['  f', '2/3 (67%)'], ['  m', '1/3 (33%)'], ['  Missing', '1']]);
    const { rows, notes } = await table({ sex: ['f', 'm', 'f', null] }, {}, {}, { missingAs: 'note' });
    expect(rows).toHaveLength(3);
    expect(notes).toContain('Missing: sex 1.');
  });
  it('tells a yes coded 1 in one row', async () => {
    expect(texts(await table({ smokes: [1, 0, 0, 1, 0] }, { smokes: 'ordinal' }))).toEqual([['smokes = 1, n (%)', '2 (40%)']]);
  });
  it('sets a run of ordinal items under one heading, with the statistic in it', async () => {
    const items = { a: [1, 2, 3], b: [2, 3, 4], c: [3, 4, 5] };
    const kinds = { a: 'ordinal', b: 'ordinal', c: 'ordinal' } as const;
    expect(texts(await table(items, kinds)).map(([label]) => label)).toEqual(['Ordinal items, median [IQR]', '  a', '  b', '  c']);
    expect(texts(await table(items, kinds, { frequent: 4 }))).toEqual([['Items answered 4 or more, n (%)', ''], ['  a', '0 (0%)'], ['  b', '1 (33%)'], ['  c', '2 (67%)']]);
  });
  it('has a column for overall and each group with its n, and the difference of two', async () => {
    const { columns, rows } = await table({ arm: ['p', 'q', 'p', 'q'], age: [31, 42, 53, 65] }, {}, { by: 'arm' });
    expect(columns.map(({ header }) => header)).toEqual(['Characteristic', 'Overall (N = 4)', 'p (n = 2)', 'q (n = 2)', 'SMD']);
    expect(rows[0].map(({ text }) => text)).toEqual(['age, mean (SD)', '47.8 (14.6)', '42.0 (15.6)', '53.5 (16.3)', '0.72']);
  });
  it('shows differences of three groups where they are asked for, and none where they are not wanted', async () => {
    const three = { arm: ['p', 'q', 'r', 'p', 'q', 'r'], age: [31, 42, 53, 64, 75, 88] };
    const headers = async (smd: DescribePresentation['smd']): Promise<string[]> => (await table(three, {}, { by: 'arm' }, { smd })).columns.map(({ header }) => header);
    expect((await headers('auto')).includes('SMD')).toBe(false);
    expect((await headers('always')).includes('SMD')).toBe(true);
    expect((await table(three, {}, { by: 'arm' }, { smd: 'always' })).notes.join(' ')).toMatch(/over all pairs/);
  });
  it('puts a dash where a group has nobody to describe', async () => {
    const { rows } = await table({ arm: ['p', 'p', 'q'], age: [31, 42, null] }, {}, { by: 'arm' });
    expect(rows[0].map(({ text }) => text)).toEqual(['age, mean (SD)', '36.5 (7.8)', '36.5 (7.8)', '–', '–']);
  });
  it('says which rows have no group', async () => {
    const { notes, columns } = await table({ arm: ['p', 'q', null], age: [31, 42, 53] }, {}, { by: 'arm' });
    expect(columns[1].header).toBe('Overall (N = 2)');
    expect(notes).toContain('1 row without arm left out.');
  });
  it('marks what is hidden and says what the mark means', async () => {
    const race = [...Array<string>(41).fill('White'), ...Array<string>(11).fill('Black'), 'Other', 'Other'];
    const { rows, notes } = await table({ race }, {}, { suppressBelow: 11 });
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([['race, n (%)', ''], ['  Black', '*'], ['  Other', '*'], ['  White', '41 (76%)']]);
    expect(notes.at(-1)).toBe('* Hidden: counts from 1 to 10, statistics of so few, and what would reveal them.');
  });
  it('keeps the count and hides its percentage where that would tell how few are missing', async () => {
    const sex = [...Array<string>(30).fill('f'), ...Array<string>(20).fill('m'), ...Array<null>(12).fill(null), null];
    expect(texts(await table({ sex }, {}, { suppressBelow: 14 }))[1]).toEqual(['  f', '30 (*)']);
  });
});

describe('formatPercent', () => {
  it('is 0 or 100 only where that is so', () => {
    expect([formatPercent(35, 54, 0), formatPercent(0, 9, 0), formatPercent(9, 9, 1)]).toEqual(['65%', '0%', '100.0%']);
    expect([formatPercent(1, 3000, 1), formatPercent(2999, 3000, 1), formatPercent(1, 300, 0)]).toEqual(['<0.1%', '>99.9%', '<1%']);
  });
});
