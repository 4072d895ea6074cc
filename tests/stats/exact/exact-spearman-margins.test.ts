import { describe, expect, it } from 'vitest';
import {
  alignedP, expectedT, greatestT, isSymmetric, leastT, ratio, reflected, reflectedT, spearmanMargins,
} from '../../../src/stats/exact/exact-spearman-margins.js';

const of = (x: number[], y: number[]) => spearmanMargins(Float64Array.from(x), Float64Array.from(y));

describe('spearmanMargins', () => {
  it('scores levels by doubled mid-ranks from 0, without their common divisor', () => {
    const { margins, observed } = of([7, 7, 9, 9, 9, 12], [1, 2, 3, 4, 5, 6]);
    // Mid-ranks 1.5, 4, 6: doubled and lowered 0, 5, 9. Without ties the doubling goes out again.
    expect(Array.from(margins.rows.scores)).toEqual([0, 5, 9]);
    expect(Array.from(margins.rows.counts)).toEqual([2, 3, 1]);
    expect(Array.from(margins.columns.scores)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(observed).toBe(5 * (2 + 3 + 4) + 9 * 5);
  });

  it('takes the variable with fewer count vectors as rows', () => {
    const rare = [1, 2, 3, 4, 5, 5, 5, 5, 5, 5, 5, 5];
    const even = [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3];
    expect(of(even, rare).margins.rows.counts).toHaveLength(3);
    expect(of(rare, even).margins.rows.counts).toHaveLength(3);
  });

  it('treats 0 and −0 as tied', () => {
    expect(of([0, -0, 1], [1, 2, 3]).margins.rows.counts).toHaveLength(2);
  });
});

describe('the range of T', () => {
  const { margins } = of([1, 1, 2, 3, 3, 3], [4, 4, 5, 5, 5, 6]);

  it('runs from opposite to equal order', () => {
    const { rows: { scores: u }, columns: { scores: s } } = margins;
    expect(greatestT(margins)).toBe(u[1] * s[1] + u[2] * (2 * s[1] + s[2]));
    expect(leastT(margins)).toBe(u[1] * s[1] + u[2] * (2 * s[0] + s[1]));
  });

  it('turns round by reflection', () => {
    const turned = reflected(margins);
    expect(greatestT(turned)).toBe(reflectedT(margins, leastT(margins)));
    expect(expectedT(turned)).toBeCloseTo(reflectedT(margins, expectedT(margins)), 9);
  });

  it('is symmetric if either margin is', () => {
    expect(isSymmetric(margins)).toBe(false);
    expect(isSymmetric(of([1, 1, 2, 3, 3, 3], [1, 2, 3, 4, 5, 6]).margins)).toBe(true);
    expect(isSymmetric(of([1, 1, 2, 2, 3, 3], [1, 1, 1, 1, 5, 6]).margins)).toBe(true);
  });

  it('reaches its end with the probability of the one table that does', () => {
    // 2! 1! 3! × 2! 3! 1! / (6! × blocks 2! 1! 2! 1!)
    expect(alignedP(margins).p).toBe((12 * 12) / (720 * 4));
  });
});

describe('ratio', () => {
  it('rounds once, also where neither number fits a double', () => {
    expect(ratio(1n, 3n)).toBe(1 / 3);
    expect(ratio(10n ** 200n, 7n * 10n ** 200n)).toBe(1 / 7);
    expect(ratio(1n, 10n ** 300n)).toBe(1e-300);
  });
});
