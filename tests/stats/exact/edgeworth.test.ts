import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { edgeworthSquaresUpperTail } from '../../../src/stats/exact/edgeworth.js';

interface Golden {
  n: number;
  squares: number;
  'two-sided': number;
  less: number;
  greater: number;
}

const golden = JSON.parse(
  readFileSync(new URL('../../../fixtures/golden/edgeworth.json', import.meta.url), 'utf8'),
) as Golden[];

describe('edgeworthSquaresUpperTail', () => {
  it.each(golden)('is the p of cor.test(exact = TRUE) in R 4.2.2 beyond n = 9: n = $n, S = $squares', (expected) => {
    const { n, squares } = expected;
    const less = edgeworthSquaresUpperTail(squares, n);
    const greater = edgeworthSquaresUpperTail((n * (n * n - 1)) / 3 - squares, n);
    expect(Math.abs(less - expected.less)).toBeLessThanOrEqual(1e-14 + 1e-12 * expected.less);
    expect(Math.abs(greater - expected.greater)).toBeLessThanOrEqual(1e-14 + 1e-12 * expected.greater);
    expect(Math.min(1, 2 * Math.min(less, greater))).toBeCloseTo(expected['two-sided'], 13);
  });

  it('is 0.0544… two-sided for the example of statistics.json, n = 10, S = 60', () => {
    expect(2 * edgeworthSquaresUpperTail(330 - 60, 10)).toBeCloseTo(0.054445067937541794, 15);
  });

  it('ends at 1 and 0', () => {
    expect(edgeworthSquaresUpperTail(0, 12)).toBe(1);
    expect(edgeworthSquaresUpperTail(574, 12)).toBe(0);
  });
});
