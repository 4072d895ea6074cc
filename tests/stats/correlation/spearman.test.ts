import { describe, expect, it } from 'vitest';
import { spearman } from '../../../src/stats/correlation/spearman.js';
import { complete, expectWithin, goldenPairs } from './golden-correlation.js';

describe('spearman is R cor(method = "spearman")', () => {
  it.each(goldenPairs)('%s', (_, pair) => {
    const { rho } = pair.spearman;
    const { estimate } = spearman(...complete(pair));
    if (rho !== null && Math.abs(rho) > 1 - 1e-12) expect(estimate).toBe(Math.sign(rho));
    else expectWithin(estimate, rho, 1e-14);
  });
});

describe('spearman of a perfect monotone relation is exactly', () => {
  const sizes = [3, 4, 5, 6, 7, 10, 11, 49, 97, 1000, 65_537];
  it.each(sizes)('1 or -1 for n = %i', (n) => {
    const x = Float64Array.from({ length: n }, (_, i) => Math.sqrt(i + 0.1));
    expect(spearman(x, x.map((value) => Math.exp(value / 300))).estimate).toBe(1);
    expect(spearman(x, x.map((value) => -value)).estimate).toBe(-1);
  });
  it('1 with ties', () => {
    const x = Float64Array.of(1, 1, 2, 5, 5, 5, 9);
    expect(spearman(x, x.map((value) => value / 3)).estimate).toBe(1);
  });
  it('and one swapped pair of neighbours among 65,537 is not perfect', () => {
    const x = Float64Array.from({ length: 65_537 }, (_, i) => i);
    const y = x.slice();
    [y[100], y[101]] = [y[101], y[100]];
    expect(spearman(x, y).estimate).toBeLessThan(1);
  });
});

describe('spearman is undefined, and says why,', () => {
  it('for fewer than three pairs', () => {
    expect(spearman(Float64Array.of(1, 2), Float64Array.of(1, 2))).toEqual({ estimate: null, reason: 'too-few-pairs' });
    expect(spearman(new Float64Array(), new Float64Array())).toEqual({ estimate: null, reason: 'too-few-pairs' });
  });
  it('for a constant variable on either side', () => {
    const constant = { estimate: null, reason: 'constant' };
    expect(spearman(Float64Array.of(7, 7, 7), Float64Array.of(1, 2, 3))).toEqual(constant);
    expect(spearman(Float64Array.of(1, 2, 3), Float64Array.of(0, -0, 0))).toEqual(constant);
  });
  it('and lists of unequal length are refused', () => {
    expect(() => spearman(Float64Array.of(1, 2, 3), Float64Array.of(1, 2))).toThrow(RangeError);
  });
});
