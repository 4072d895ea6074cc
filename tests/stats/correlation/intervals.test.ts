import { describe, expect, it } from 'vitest';
import { chosenMethods } from '../../../src/stats/correlation/chosen-methods.js';
import { bonettWrightInterval, fiellerInterval, fisherInterval, intervalsFor } from '../../../src/stats/correlation/intervals.js';
import type { Interval } from '../../../src/stats/correlation/correlation-methods.js';
import { expectWithin, goldenPairs } from './golden-correlation.js';

function expectInterval({ low, high }: Interval, expected: readonly (number | null)[]): void {
  expectWithin(low, expected[0]);
  expectWithin(high, expected[1]);
}

describe('intervals are those R computes on Fisher\'s scale', () => {
  const defined = goldenPairs.filter(([, { spearman: { rho } }]) => rho !== null);
  it.each(defined)('%s', (_, { n, spearman, kendall, pearson }) => {
    // R's correlations of perfect data are off by rounding; the golden intervals are null there.
    const [rho, tau, r] = [spearman.rho!, kendall.tau!, pearson.r!]
      .map((one) => (Math.abs(one) > 1 - 1e-12 ? Math.sign(one) : one));
    expectInterval(fisherInterval(rho, n, 0.95), spearman.fisher95);
    expectInterval(fiellerInterval('spearman', rho, n, 0.95), spearman.fieller95);
    expectInterval(bonettWrightInterval(rho, n, 0.95), spearman.bonettWright95);
    expectInterval(bonettWrightInterval(rho, n, 0.9), spearman.bonettWright90);
    expectInterval(fiellerInterval('kendall', tau, n, 0.95), kendall.fieller95);
    expectInterval(fisherInterval(r, n, 0.95), pearson.fisher95);
  });
});

describe('there is no interval', () => {
  it('around a perfect correlation', () => {
    expect(bonettWrightInterval(1, 54, 0.95)).toEqual({ low: null, high: null, reason: 'perfect' });
    expect(fisherInterval(-1, 54, 0.95)).toEqual({ low: null, high: null, reason: 'perfect' });
  });
  it('where the formula divides by n - 3 = 0, or n - 4 = 0 for τ', () => {
    const tooFew = { low: null, high: null, reason: 'too-few-pairs' };
    expect(bonettWrightInterval(0.5, 3, 0.95)).toEqual(tooFew);
    expect(fiellerInterval('kendall', 0.4, 4, 0.95)).toEqual(tooFew);
    expect(fiellerInterval('kendall', 0.4, 5, 0.95).reason).toBeNull();
  });
  it.each([0, 1, 95, NaN])('for confidence %d', (confidence) => {
    expect(() => fisherInterval(0.5, 10, confidence)).toThrow(RangeError);
  });
});

describe('each coefficient has intervals of its own', () => {
  it('the default first', () => {
    expect(intervalsFor('spearman')).toEqual(['bonett-wright', 'fieller', 'fisher', 'bootstrap', 'none']);
    expect(intervalsFor('kendall')).toEqual(['fieller', 'bootstrap', 'none']);
    expect(intervalsFor('pearson')).toEqual(['fisher', 'bootstrap', 'none']);
  });
  const unfit = [
    ['kendall', 'bonett-wright'], ['kendall', 'fisher'], ['pearson', 'fieller'], ['pearson', 'bonett-wright'],
  ] as const;
  it.each(unfit)('and %s has no %s', (method, ci) => {
    expect(() => chosenMethods({ method, ci })).toThrow(RangeError);
  });
});
