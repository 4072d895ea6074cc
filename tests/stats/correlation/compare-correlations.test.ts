import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCorrelations } from '../../../src/stats/correlation/compare-correlations.js';
import type { ComparisonChoice, GroupCorrelation } from '../../../src/stats/correlation/compare-correlations.js';
import { golden as allGolden } from './golden-partial-weighted.js';

const golden = allGolden.groups;
const groups = golden.r.map((estimate, i) => ({ estimate, n: golden.n[i]! }));

const choices: ComparisonChoice[] = [
  { method: 'pearson', variance: 'fisher' },
  { method: 'spearman', variance: 'bonett-wright' },
  { method: 'spearman', variance: 'fieller' },
];

describe('compareCorrelations', () => {
  it.each(choices)('gives z, p and the interval of Zou (2007) by their formulas in R: $method, $variance', (choice) => {
    const expected = golden[choice.variance!];
    for (const [first, second] of [[1, 2], [1, 3], [2, 3]] as const) {
      const pair = expected[`${first} and ${second}` as '1 and 2'];
      const found = compareCorrelations(groups[first - 1]!, groups[second - 1]!, choice);
      expect(found.statistic).toBeCloseTo(pair.z, 12);
      expect(found.p).toBeCloseTo(pair.p, 12);
      expect(found.ciLow).toBeCloseTo(pair.interval95[0], 12);
      expect(found.ciHigh).toBeCloseTo(pair.interval95[1], 12);
    }
  });

  it('is psych::r.test for two independent r', () => {
    const found = compareCorrelations(groups[0]!, groups[1]!, { method: 'pearson' });
    expect(found.statistic).toBeCloseTo(golden.psych.z, 12);
    expect(found.p).toBeCloseTo(golden.psych.p, 12);
  });

  it('takes the variance of the coefficient\'s default interval', () => {
    const compare = (choice: ComparisonChoice) => compareCorrelations(groups[0]!, groups[1]!, choice);
    const defaults = [['pearson', 'fisher'], ['spearman', 'bonett-wright'], ['kendall', 'fieller']] as const;
    for (const [method, variance] of defaults) {
      expect(compare({ method })).toEqual(compare({ method, variance }));
    }
  });

  it('turns its sign when the groups change places, and its interval holds the difference', () => {
    const estimate = fc.double({ min: -0.99, max: 0.99, noNaN: true });
    const group = fc.record({ estimate, n: fc.integer({ min: 4, max: 500 }) });
    fc.assert(
      fc.property(group, group, (a, b) => {
        const there = compareCorrelations(a, b, { method: 'spearman' });
        const back = compareCorrelations(b, a, { method: 'spearman' });
        expect(back.statistic).toBeCloseTo(-there.statistic!, 12);
        expect(back.p).toBeCloseTo(there.p!, 12);
        expect(back.ciLow).toBeCloseTo(-there.ciHigh!, 12);
        expect(there.ciLow).toBeLessThanOrEqual(there.difference!);
        expect(there.ciHigh).toBeGreaterThanOrEqual(there.difference!);
      }),
    );
  });

  it('says why a group cannot be compared', () => {
    const reason = (other: GroupCorrelation, method: 'spearman' | 'kendall' = 'spearman') =>
      compareCorrelations(groups[0]!, other, { method }).reason;
    expect(reason({ estimate: null, n: 20 })).toBe('undefined');
    expect(reason({ estimate: -1, n: 20 })).toBe('perfect');
    expect(reason({ estimate: 0.3, n: 3 })).toBe('too-few-pairs');
    expect(reason({ estimate: 0.3, n: 4 }, 'kendall')).toBe('too-few-pairs');
    expect(compareCorrelations({ estimate: null, n: 9 }, groups[0]!, { method: 'spearman' })).toEqual({
      difference: null, ciLow: null, ciHigh: null, statistic: null, p: null, reason: 'undefined',
    });
    const unfit = { method: 'pearson', variance: 'fieller' } as const;
    expect(() => compareCorrelations(groups[0]!, groups[1]!, unfit)).toThrow(RangeError);
  });
});
