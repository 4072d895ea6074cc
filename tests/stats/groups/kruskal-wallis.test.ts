import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kruskalWallis } from '../../../src/stats/groups/kruskal-wallis.js';
import { mannWhitney } from '../../../src/stats/groups/mann-whitney.js';
import { expectClose, goldenGroups, shared, sharedStatistics } from './golden-groups.js';
import { byCode, kruskalSets } from './golden-k-groups.js';
import type { KGroupSet } from './golden-k-groups.js';

const group = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 });

describe('kruskalWallis is R kruskal.test', () => {
  it.each(Object.entries(goldenGroups.kGroups))('%s', (_, { groups, H, df, p }) => {
    const found = kruskalWallis(groups.map((values) => Float64Array.from(values)));
    expectClose(found.statistic, H);
    expectClose(found.p, p);
    expect(found.df).toBe(df);
    expectClose(found.epsilonSquared, H / (groups.flat().length - 1));
  });

  it.skipIf(shared.absent)(`the k-group parts of reference/statistics.json${shared.skipped}`, () => {
    const sets = kruskalSets(sharedStatistics<KGroupSet>('correlation'));
    expect(sets).toHaveLength(6);
    for (const { values, kruskal } of sets) {
      const found = kruskalWallis(byCode(values, kruskal.groups));
      expectClose(found.statistic, kruskal.H);
      expectClose(found.p, kruskal.p);
      expect(found.df).toBe(kruskal.df);
    }
  });
});

describe('kruskalWallis', () => {
  it('of two groups has the p of the uncorrected normal Mann-Whitney', () => {
    fc.assert(fc.property(group, group, (a, b) => {
      const [first, second] = [Float64Array.from(a), Float64Array.from(b)];
      expectWithin(kruskalWallis([first, second]).p, mannWhitney(first, second, 'normal-uncorrected').p);
    }), { numRuns: 40 });
  });
  it('does not depend on the order of the groups, on empty ones, or on a monotone transformation', () => {
    fc.assert(fc.property(group, group, group, (a, b, c) => {
      const groups = [a, b, c].map((values) => Float64Array.from(values));
      const found = kruskalWallis(groups);
      expectWithin(kruskalWallis([new Float64Array(), ...groups.toReversed()]).statistic, found.statistic);
      expect(kruskalWallis(groups.map((values) => values.map(Math.exp)))).toEqual(found);
    }), { numRuns: 40 });
  });
  it('is undefined for one group, and for equal values', () => {
    const same = Float64Array.of(3, 3);
    expect(kruskalWallis([same, new Float64Array()])).toMatchObject({ p: null, reason: 'too-few' });
    expect(kruskalWallis([same, same])).toMatchObject({ p: null, epsilonSquared: null, reason: 'constant' });
  });
});

/** Two roundings of the same thing, of which one may be exactly 0 or 1. */
function expectWithin(actual: number | null, expected: number | null): void {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThan(1e-7 * Math.max(1e-7, expected));
}
