import { describe, expect, it } from 'vitest';
import { oneWayAnova, welchAnova } from '../../../src/stats/groups/anova.js';
import { studentTTest, welchTTest } from '../../../src/stats/groups/t-test.js';
import { expectClose, goldenGroups, shared, sharedStatistics } from './golden-groups.js';
import { byCode, kruskalSets } from './golden-k-groups.js';
import type { KGroupSet } from './golden-k-groups.js';

describe('oneWayAnova is R aov, welchAnova R oneway.test', () => {
  it.each(Object.entries(goldenGroups.kGroups))('%s', (_, { groups, df, df2, ...expected }) => {
    const each = groups.map((group) => Float64Array.from(group));
    const found = oneWayAnova(each);
    expect(found).toMatchObject({ df, df2 });
    expectClose(found.statistic, expected.F);
    expectClose(found.p, expected.F_p);
    expectClose(found.etaSquared, expected.eta);
    const welch = welchAnova(each);
    expectClose(welch.statistic, expected.welch_F);
    expectClose(welch.df2, expected.welch_df2);
    expectClose(welch.p, expected.welch_p);
  });

  it.skipIf(shared.absent)(`the k-group parts of reference/statistics.json${shared.skipped}`, () => {
    const sets = kruskalSets(sharedStatistics<KGroupSet>('correlation'));
    expect(sets).toHaveLength(6);
    for (const { values, kruskal } of sets) {
      const found = oneWayAnova(byCode(values, kruskal.groups));
      expectClose(found.statistic, kruskal.anova_F);
      expectClose(found.p, kruskal.anova_p);
      expect([found.df, found.df2]).toEqual(kruskal.anova_df);
    }
  });
});

describe('with two groups', () => {
  const a = Float64Array.of(1, 2, 3, 4.5);
  const b = Float64Array.of(2, 4, 6);
  it('F is t², and so is Welch\'s', () => {
    expectClose(oneWayAnova([a, b]).statistic, studentTTest(a, b).statistic! ** 2, 1e-13);
    expectClose(welchAnova([a, b]).statistic, welchTTest(a, b).statistic! ** 2, 1e-13);
    expectClose(welchAnova([a, b]).p, welchTTest(a, b).p, 1e-12);
  });
  it('a third without values changes nothing', () => {
    expect(oneWayAnova([a, new Float64Array(), b])).toEqual(oneWayAnova([a, b]));
    expect(welchAnova([a, new Float64Array(), b])).toEqual(welchAnova([a, b]));
  });
});

it('analyses of variance are undefined, and say why, for one group, single values and constants', () => {
  const two = Float64Array.of(1, 2);
  const same = Float64Array.of(0.1, 0.1, 0.1);
  expect(oneWayAnova([two])).toMatchObject({ p: null, etaSquared: null, reason: 'too-few' });
  expect(oneWayAnova([Float64Array.of(1), Float64Array.of(2)])).toMatchObject({ p: null, reason: 'too-few' });
  expect(oneWayAnova([same, same])).toMatchObject({ p: null, reason: 'constant' });
  expect(welchAnova([two, Float64Array.of(3)])).toMatchObject({ p: null, reason: 'too-few' });
  expect(welchAnova([two, same])).toMatchObject({ p: null, reason: 'constant' });
});
