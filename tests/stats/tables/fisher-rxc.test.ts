import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../src/numeric/random.js';
import { fisherExact } from '../../../src/stats/tables/fisher-exact.js';
import { fisherRxC } from '../../../src/stats/tables/fisher-rxc.js';
import { expectClose, goldenGroups, goldenJson, shared } from '../groups/golden-groups.js';
import { sharedTables } from './golden-tables.js';

const golden = goldenJson<Record<string, { table: number[][]; p: number }>>('fisher-rxc.json');
const stream = randomStream(20130501, 'fisher');
const exact = { stream, method: 'exact' } as const;
const FIVE_BY_FOUR: readonly (readonly [number[][], number, number])[] = [
  [[[50, 13, 11, 4], [32, 12, 6, 3], [25, 6, 4, 0], [13, 7, 6, 0], [6, 2, 0, 0]], 0.7453607907765814, 1e-9],
  [[[62, 27, 4, 3], [39, 13, 7, 1], [15, 7, 3, 2], [3, 5, 3, 0], [3, 2, 0, 1]], 0.0804261220440187, 1e-9],
  [[[28, 18, 10, 8], [20, 17, 7, 7], [16, 13, 4, 4], [14, 8, 4, 2], [3, 8, 4, 5]], 0.6629363, 1e-7],
];
const cell = fc.integer({ min: 0, max: 4 });
const tables = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 })).chain(([rows, columns]) =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));

describe('fisherRxC is exact: whole-number arithmetic over every table (fisher-rxc.py)', () => {
  it.each(Object.entries(golden))('%s', (_, { table, p }) => {
    const found = fisherRxC(table, exact);
    expect(found.pMethod).toBe('exact');
    expectClose(found.p, p, 1e-11);
  });
});

describe('fisherRxC is R fisher.test', () => {
  const larger = Object.entries(goldenGroups.tables).filter(([, { table }]) => table.flat().length > 4);
  it.each(larger)('%s', (_, { table, fisher }) => {
    expectClose(fisherRxC(table, exact).p, fisher, 1e-11);
  });

  it.skipIf(shared.absent)(`the tables of reference/statistics.json${shared.skipped}`, () => {
    const found = sharedTables().map(({ table, fisher_p }) => ({ p: fisherRxC(table, exact).p, fisher_p }));
    expect(found).toHaveLength(6);
    for (const { p, fisher_p } of found) expectClose(p, fisher_p);
  });

  it('agrees for 5×4 tables of 200, which take R 2, 7 and 117 seconds', () => {
    // fisher.test(M, workspace = 2e8)$p.value. R merges paths that differ by less than a tolerance, and its p moves
    // in the ninth digit; of the last table only seven are known.
    for (const [table, p, share] of FIVE_BY_FOUR) expectClose(fisherRxC(table, exact).p, p, share);
  });
});

describe('fisherRxC', () => {
  it('adds up every table with the same margins', () => {
    fc.assert(fc.property(tables, (table) => {
      const rows = table.map((row) => row.reduce((a, b) => a + b));
      const columns = table[0].map((_, j) => table.reduce((sum, row) => sum + row[j], 0));
      fc.pre(rows.filter((n) => n > 0).length > 1 && columns.filter((n) => n > 0).length > 1);
      const weight = (filled: number[][]): number =>
        1 / filled.flat().reduce((product, n) => product * factorial(n), 1);
      const all = fillings(rows, columns).map(weight);
      const total = all.reduce((a, b) => a + b, 0);
      const far = all.filter((each) => each <= weight(table) * (1 + 3.4e-7)).reduce((a, b) => a + b, 0);
      expectClose(fisherRxC(table, exact).p, far / total, 1e-11);
    }), { numRuns: 60 });
  });

  it('of a 2×2 table is Fisher\'s own', () => {
    const count = fc.integer({ min: 1, max: 40 });
    fc.assert(fc.property(count, count, count, count, (a, b, c, d) => {
      expectClose(fisherRxC([[a, b], [c, d]], exact).p, fisherExact([[a, b], [c, d]]).p, 1e-11);
    }), { numRuns: 40 });
  });

  it('does not depend on the order of rows and columns, nor on which is which, nor on empty ones', () => {
    const { table, p } = golden['sparse5x4'];
    const turned = table[0].map((_, j) => table.map((row) => row[j]).toReversed());
    expectClose(fisherRxC(turned, exact).p, p, 1e-12);
    expectClose(fisherRxC([...table.map((row) => [0, ...row]), [0, 0, 0, 0, 0]], exact).p, p, 1e-12);
  });

  it('is undefined where one row or column holds everything', () => {
    expect(fisherRxC([[3, 4, 0], [0, 0, 0]], exact)).toMatchObject({ p: null, reason: 'empty-margin' });
    expect(fisherRxC([[0, 0], [0, 0]], exact)).toMatchObject({ p: null, reason: 'empty-group' });
  });
});

describe('fisherRxC by Monte Carlo', () => {
  const { table, p } = golden['job'];

  it('takes over, and says so, where the exact p needs more work than allowed', () => {
    const found = fisherRxC(table, { stream: randomStream(1, 'job'), work: 1000, draws: 20_000 });
    expect(found).toMatchObject({ pMethod: 'monte-carlo', draws: 20_000, reason: null });
    expect(found.pLow!).toBeLessThan(p);
    expect(found.pHigh!).toBeGreaterThan(p);
    expect(Math.abs(found.p! - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 20_000));
    expect(fisherRxC(table, { ...exact, work: 1000 })).toMatchObject({ p: null, reason: 'too-large' });
  });

  it('also takes over where columns are too many to tell apart by one number', () => {
    const wide = Array.from({ length: 16 }, (_, i) => Array.from({ length: 16 }, (__, j) => (i === j ? 4 : 1)));
    expect(fisherRxC(wide, { stream: randomStream(1, 'wide'), draws: 200 }).pMethod).toBe('monte-carlo');
  });

  it('gives the same p for the same seed, and is never 0', () => {
    const options = { method: 'monte-carlo', draws: 2000 } as const;
    const once = fisherRxC(table, { ...options, stream: randomStream(7, 'a') });
    expect(fisherRxC(table, { ...options, stream: randomStream(7, 'a') })).toEqual(once);
    const strong = fisherRxC(golden['strong3x3'].table, { ...options, stream: randomStream(7, 'b') });
    expect(strong).toMatchObject({ p: 1 / 2001, pLow: 0 });
  });

  it('draws tables as often as they are likely: coverage of the exact p over forty streams', () => {
    const { table: sparse, p: expected } = golden['sparse6x5'];
    const covered = Array.from({ length: 40 }, (_, i) =>
      fisherRxC(sparse, { method: 'monte-carlo', draws: 4000, stream: randomStream(20130501, `coverage ${i}`) }))
      .filter(({ pLow, pHigh }) => pLow! <= expected && expected <= pHigh!);
    expect(covered.length).toBeGreaterThanOrEqual(35);
  });
});

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/** Every table with these margins. */
function fillings(rows: readonly number[], columns: readonly number[]): number[][][] {
  if (rows.length === 0) return columns.every((column) => column === 0) ? [[]] : [];
  return ways(rows[0], columns).flatMap((row) =>
    fillings(rows.slice(1), columns.map((column, j) => column - row[j])).map((rest) => [row, ...rest]));
}

function ways(row: number, columns: readonly number[]): number[][] {
  if (columns.length === 0) return row === 0 ? [[]] : [];
  return Array.from({ length: Math.min(row, columns[0]) + 1 }, (_, count) => count).flatMap((count) =>
    ways(row - count, columns.slice(1)).map((rest) => [count, ...rest]));
}
