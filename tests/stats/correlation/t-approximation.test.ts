import { describe, expect, it } from 'vitest';
import { tApproximation } from '../../../src/stats/correlation/t-approximation.js';
import { pearson } from '../../../src/stats/correlation/pearson.js';
import { spearman } from '../../../src/stats/correlation/spearman.js';
import { complete, expectWithin, goldenPairs } from './golden-correlation.js';

describe('tApproximation gives R\'s t and p', () => {
  const cases = goldenPairs.filter(([, pair]) => pair.spearman.t !== null && pair.pearson.t !== null);
  it.each(cases)('%s', (_, pair) => {
    const ofRho = tApproximation(spearman(...complete(pair)).estimate!, pair.n);
    expectWithin(ofRho.statistic, pair.spearman.t, 1e-12);
    expectWithin(ofRho.p, pair.spearman.p);
    expect(ofRho).toMatchObject({ df: pair.n - 2, method: 't', error: null });
    const ofR = tApproximation(pearson(...complete(pair)).estimate!, pair.n);
    expectWithin(ofR.statistic, pair.pearson.t, 1e-12);
    expectWithin(ofR.p, pair.pearson.p);
  });
});

describe('tApproximation of a perfect correlation', () => {
  it.each([1, -1])('%i has no statistic, since JSON has no infinity, and p = 0', (estimate) => {
    expect(tApproximation(estimate, 5)).toEqual({ p: 0, statistic: null, df: 3, method: 't', error: null });
  });
});
