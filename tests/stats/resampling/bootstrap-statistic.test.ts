import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statisticOfCounts } from '../../../src/stats/resampling/bootstrap-statistic.js';
import { correlationByDefinition } from './bootstrap-by-definition.js';

const statistics = ['spearman', 'pearson', 'kendall'] as const;

describe('statisticOfCounts', () => {
  it.each(statistics)('is the correlation of the rows written out, for all 4⁴ resamples of four: %s', (name) => {
    const x = Float64Array.of(1, 2, 2, 5);
    const y = Float64Array.of(7, 3, 8, 3);
    const ofCounts = statisticOfCounts(name, x, y);
    let degenerate = 0;
    for (let code = 0; code < 256; code++) {
      const rows = [code & 3, (code >> 2) & 3, (code >> 4) & 3, code >> 6];
      const found = ofCounts(countsOf(rows, 4), 4);
      const expected = correlationByDefinition(name, rows.map((row) => x[row]!), rows.map((row) => y[row]!));
      if (Number.isNaN(expected)) degenerate++;
      expectSame(found, expected);
    }
    // Rows 1 and 2 share their x, rows 1 and 3 their y: 2⁴ + 2⁴ resamples, row 1 alone in both; and row 0 alone.
    expect(degenerate).toBe(2 ** 4 + 2 ** 4 - 1 + 1);
  });

  it.each(statistics)('is so at any size, with ties, and forgets the resample before: %s', (name) => {
    const value = fc.integer({ min: -3, max: 3 });
    const row = fc.tuple(value, value, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (given) => {
        const rows = given.toSorted((a, b) => a[0] - b[0]);
        const [x, y] = [Float64Array.from(rows, (r) => r[0]), Float64Array.from(rows, (r) => r[1])];
        const ofCounts = statisticOfCounts(name, x, y);
        for (const which of [2, 3] as const) {
          const written = rows.flatMap((r) => new Array<typeof r>(r[which]).fill(r));
          const found = ofCounts(Int32Array.from(rows, (r) => r[which]), written.length);
          expectSame(found, correlationByDefinition(name, written.map((r) => r[0]), written.map((r) => r[1])));
        }
      }),
    );
  });

  it.each(['spearman', 'kendall'] as const)('is exactly ±1 for a monotone relation: %s', (name) => {
    const x = Float64Array.of(1, 2, 2, 3, 5, 8, 13);
    const counts = Int32Array.of(2, 0, 1, 1, 1, 0, 2);
    expect(statisticOfCounts(name, x, x.map(Math.exp))(counts, 7)).toBe(1);
    expect(statisticOfCounts(name, x, x.map((value) => -value))(counts, 7)).toBe(-1);
  });

  it('knows a constant whose mean would round away from it', () => {
    const x = Float64Array.of(0.1, 0.1, 0.1, 0.7);
    const y = Float64Array.of(1, 2, 3, 4);
    expect(statisticOfCounts('pearson', x, y)(Int32Array.of(1, 1, 1, 0), 3)).toBeNaN();
    expect(statisticOfCounts('pearson', x, y)(Int32Array.of(1, 1, 0, 1), 3)).not.toBeNaN();
  });
});

function expectSame(found: number, expected: number): void {
  expect(Number.isNaN(found)).toBe(Number.isNaN(expected));
  if (!Number.isNaN(expected)) expect(found).toBeCloseTo(expected, 12);
}

function countsOf(rows: readonly number[], size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const row of rows) counts[row]!++;
  return counts;
}
