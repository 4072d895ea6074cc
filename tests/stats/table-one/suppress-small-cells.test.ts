import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppressSmallCells } from '../../../src/stats/table-one/suppress-small-cells.js';
import type { CountTable } from '../../../src/stats/table-one/suppress-small-cells.js';
import { possibleValues } from '../tables/tables-consistent-with.js';

const shown = (counts: number[][]): CountTable =>
  ({ counts, shownRows: counts.map(() => true), shownColumns: counts[0].map(() => true) });
const levels = (counts: number[]): CountTable =>
  ({ counts: counts.map((n) => [n]), shownRows: counts.map(() => true), shownColumns: [false] });

describe('suppressSmallCells', () => {
  it('hides nothing where no count lies from 1 to one less than the limit', () => {
    expect(suppressSmallCells(shown([[11, 20], [0, 30]]), 11)).toEqual({ cells: [[false, false], [false, false]], totals: [false, false] });
  });

  it('hides a second level beside a small one, the smallest, because all adds up', () => {
    expect(suppressSmallCells(levels([41, 11, 12, 2]), 11)?.totals).toEqual([false, true, false, true]);
  });

  it('hides a third level where two hidden ones together are still few', () => {
    expect(suppressSmallCells(levels([41, 30, 1, 2]), 11)?.totals).toEqual([false, true, true, true]);
  });

  it('hides both levels where there are two', () => {
    expect(suppressSmallCells(levels([50, 4]), 11)?.totals).toEqual([true, true]);
  });

  it('hides a rectangle of four where one cell of a table is small, and keeps the totals', () => {
    expect(suppressSmallCells(shown([[25, 30], [24, 5], [60, 70]]), 11)).toEqual({
      cells: [[true, true], [true, true], [false, false]], totals: [false, false, false],
    });
  });

  it('hides no 0, which tells of nobody', () => {
    const masks = suppressSmallCells(shown([[20, 0], [15, 3], [30, 40]]), 11);
    expect(masks?.cells).toEqual([[false, false], [true, true], [true, true]]);
  });

  it('protects a small count that is not printed, such as of those who did not answer 4 or more', () => {
    const masks = suppressSmallCells({ counts: [[50], [4]], shownRows: [true, false], shownColumns: [false] }, 11);
    expect(masks?.totals[0]).toBe(true);
  });

  it('lets a small count that is not printed stand between others that are not', () => {
    const masks = suppressSmallCells({ counts: [[19], [34], [1]], shownRows: [true, false, true], shownColumns: [false] }, 11);
    expect(masks?.totals).toEqual([false, false, true]);
  });

  it('gives up where even hiding every count would tell it: as many levels as people', () => {
    expect(suppressSmallCells(levels([1, 1, 1]), 3)).toBeNull();
  });

  const table: fc.Arbitrary<CountTable> = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) => fc.record({
    counts: fc.array(fc.array(fc.nat({ max: 5 }), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    shownRows: fc.array(fc.boolean().map((hides) => !hides), { minLength: rows, maxLength: rows }),
    shownColumns: fc.array(fc.boolean(), { minLength: columns, maxLength: columns }),
  })).filter(({ counts }) => counts.flat().reduce((sum, n) => sum + n, 0) <= 24 && counts.flat().length <= 8);
  const below = fc.integer({ min: 2, max: 5 });

  it('leaves every hidden count two values or more, by trying every table that agrees with what is printed', () => {
    let masked = 0;
    fc.assert(fc.property(table, below, (one, limit) => {
      const masks = suppressSmallCells(one, limit);
      if (masks === null) return;
      const possible = possibleValues(one, masks);
      const isSmall = (n: number): boolean => n > 0 && n < limit;
      one.counts.forEach((row, i) => {
        row.forEach((n, j) => {
          if (masks.cells[i][j] || isSmall(n)) expect(possible.cells[i][j].size).toBeGreaterThan(1);
          if (masks.cells[i][j]) masked += 1;
        });
        const total = row.reduce((sum, n) => sum + n, 0);
        if (masks.totals[i] || isSmall(total)) expect(possible.totals[i].size).toBeGreaterThan(1);
      });
    }), { numRuns: 400, seed: 20130501 });
    expect(masked).toBeGreaterThan(100);
  });

  it('hides every small count that is printed, and no 0', () => {
    fc.assert(fc.property(table, below, (one, limit) => {
      const masks = suppressSmallCells(one, limit);
      if (masks === null) return;
      one.counts.forEach((row, i) => row.forEach((n, j) => {
        const printed = one.shownRows[i] && one.shownColumns[j];
        if (printed && n > 0 && n < limit) expect(masks.cells[i][j]).toBe(true);
        if (!printed || n === 0) expect(masks.cells[i][j]).toBe(false);
      }));
    }), { numRuns: 300 });
  });

  it('hides no few people in one row or column together, whose sum a reader could work out', () => {
    fc.assert(fc.property(table, below, (one, limit) => {
      const masks = suppressSmallCells(one, limit);
      if (masks === null) return;
      const isUnknown = (i: number, j: number): boolean => masks.cells[i][j] || !(one.shownRows[i] && one.shownColumns[j]);
      const sumOf = (cells: readonly (readonly [number, number])[]): number => cells.filter(([i, j]) => isUnknown(i, j)).reduce((sum, [i, j]) => sum + one.counts[i][j], 0);
      for (const [j] of one.shownColumns.entries()) {
        const whole = one.counts.reduce((sum, row) => sum + row[j], 0);
        const hidden = sumOf(one.counts.map((_, i) => [i, j] as const));
        if (hidden > 0 && whole >= limit) expect(hidden).toBeGreaterThanOrEqual(limit);
      }
      for (const [i, row] of one.counts.entries()) {
        const hidden = sumOf(row.map((_, j) => [i, j] as const));
        if (one.shownRows[i] && !masks.totals[i] && hidden > 0) expect(hidden).toBeGreaterThanOrEqual(limit);
      }
    }), { numRuns: 300 });
  });
});
