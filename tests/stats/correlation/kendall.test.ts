import { describe, expect, it } from 'vitest';
import { kendall, normalApproximation } from '../../../src/stats/correlation/kendall.js';
import { pairOf } from '../../../src/stats/correlation/pairs.js';
import { complete, expectWithin, goldenPairs } from './golden-correlation.js';

describe('kendall is R cor.test(method = "kendall", exact = FALSE)', () => {
  it.each(goldenPairs)('%s', (_, pair) => {
    const { tau, z, p } = pair.kendall;
    const { estimate } = kendall(...complete(pair));
    if (tau !== null && Math.abs(tau) > 1 - 1e-12) expect(estimate).toBe(Math.sign(tau));
    else expectWithin(estimate, tau, 1e-14);
    if (tau === null) return;
    const tested = normalApproximation(pairOf(...complete(pair)));
    expectWithin(tested.statistic, z, 1e-13);
    expectWithin(tested.p, p);
    expect(tested).toMatchObject({ df: null, method: 'normal', error: null });
  });
});

describe('kendall', () => {
  it('is exactly 1 and -1 where no pair of observations contradicts the rest', () => {
    const x = Float64Array.of(1, 1, 2, 5, 5, 5, 9, 11);
    expect(kendall(x, x.map((value) => value * value)).estimate).toBe(1);
    expect(kendall(x, x.map((value) => -value)).estimate).toBe(-1);
  });
  it('is undefined for a constant variable and for fewer than three pairs', () => {
    expect(kendall(Float64Array.of(7, 7, 7), Float64Array.of(1, 2, 3))).toEqual({ estimate: null, reason: 'constant' });
    expect(kendall(Float64Array.of(7), Float64Array.of(1))).toEqual({ estimate: null, reason: 'too-few-pairs' });
  });
});
