import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankedDifferences, wilcoxonSignedRank } from '../../../src/stats/groups/wilcoxon-signed-rank.js';
import { expectClose, goldenGroups } from './golden-groups.js';

const differences = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 9 });

describe('wilcoxonSignedRank is R wilcox.test(paired = TRUE), and exactly coin wilcoxsign_test', () => {
  it.each(Object.entries(goldenGroups.paired))('%s', (_, { x, y, v, ...expected }) => {
    const change = Float64Array.from(x, (value, i) => value - y[i]);
    const normal = wilcoxonSignedRank(change, 'normal');
    expect(normal).toMatchObject({ positive: v, statistic: v });
    expectClose(normal.p, expected.normal);
    expectClose(normal.pLess, expected.normal_less);
    expectClose(wilcoxonSignedRank(change, 'normal-uncorrected').p, expected.uncorrected);
    expectClose(wilcoxonSignedRank(change, 'normal-uncorrected', 'pratt').p, expected.asymptotic_pratt);
    if (expected.exact_r !== null) expectClose(wilcoxonSignedRank(change).p, expected.exact_r, 1e-12);
    if (expected.exact_coin === null) return;
    const exact = wilcoxonSignedRank(change);
    expect(exact.pMethod).toBe('exact');
    expectClose(exact.p, expected.exact_coin, 1e-12);
    expectClose(exact.pLess, expected.exact_coin_less, 1e-12);
    expectClose(wilcoxonSignedRank(change, 'exact', 'pratt').p, expected.exact_pratt, 1e-12);
  });
});

describe('the exact p of wilcoxonSignedRank', () => {
  it('is the share of all signs of the ranks that are as far from the middle', () => {
    fc.assert(fc.property(differences, fc.constantFrom('wilcoxon', 'pratt'), (given, zeroRule) => {
      const change = Float64Array.from(given);
      const found = wilcoxonSignedRank(change, 'exact', zeroRule);
      const { ranks } = rankedDifferences(change, zeroRule);
      if (ranks.length === 0) {
        expect(found).toMatchObject({ p: null, reason: 'constant', zeros: given.length });
        return;
      }
      const total = ranks.reduce((sum, rank) => sum + rank, 0);
      let far = 0;
      let below = 0;
      for (let signs = 0; signs < 2 ** ranks.length; signs++) {
        const sum = ranks.reduce((so, rank, i) => so + ((signs >> i) & 1) * rank, 0);
        if (Math.abs(sum - total / 2) >= Math.abs(found.positive - total / 2)) far++;
        if (sum <= found.positive) below++;
      }
      expectClose(found.p, far / 2 ** ranks.length, 1e-13);
      expectClose(found.pLess, below / 2 ** ranks.length, 1e-13);
    }), { numRuns: 60 });
  });
});

describe('wilcoxonSignedRank', () => {
  it('keeps its p when every change is turned round, and swaps its sides', () => {
    fc.assert(fc.property(differences, fc.constantFrom('exact', 'normal'), (given, asked) => {
      const found = wilcoxonSignedRank(Float64Array.from(given), asked);
      const turned = wilcoxonSignedRank(Float64Array.from(given, (value) => -value), asked);
      if (found.p === null) return;
      expectClose(turned.p, found.p, 1e-13);
      expectClose(turned.pLess, found.pGreater, 1e-13);
      expect(turned.positive).toBe(found.negative);
    }), { numRuns: 40 });
  });

  it('has no p without pairs, and says where an exact one would not end', () => {
    expect(wilcoxonSignedRank(new Float64Array())).toMatchObject({ p: null, reason: 'empty-group' });
    const many = Float64Array.from({ length: 1001 }, (_, i) => i + 1);
    expect(wilcoxonSignedRank(many, 'exact')).toMatchObject({ p: null, reason: 'too-large' });
    expect(wilcoxonSignedRank(many).pMethod).toBe('normal');
  });
});
