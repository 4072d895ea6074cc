import { describe, expect, it } from 'vitest';
import { mcnemar } from '../../../src/stats/groups/mcnemar.js';
import { expectClose, goldenGroups } from './golden-groups.js';

const twoByTwo = Object.entries(goldenGroups.tables).filter(([, { table }]) => table.flat().length === 4);

describe('mcnemar is R mcnemar.test and, exactly, binom.test of the changed pairs', () => {
  it.each(twoByTwo)('%s', (_, { table, ...expected }) => {
    const exact = mcnemar(table);
    expect(exact.discordant).toBe(table[0][1] + table[1][0]);
    if (expected.mcnemar_ci === null) {
      expect(exact).toMatchObject({ p: null, reason: 'constant', oddsRatio: { estimate: null } });
      expect(mcnemar(table, 'chi-square')).toMatchObject({ p: null, reason: 'constant' });
      return;
    }
    const corrected = mcnemar(table, 'chi-square-corrected');
    const plain = mcnemar(table, 'chi-square');
    expectClose(corrected.statistic, expected.mcnemar);
    expectClose(corrected.p, expected.mcnemar_p);
    expectClose(plain.statistic, expected.mcnemar_plain);
    expectClose(plain.p, expected.mcnemar_plain_p);
    expectClose(exact.p, expected.mcnemar_exact_p);
    const [low, high] = expected.mcnemar_ci;
    expectClose(exact.oddsRatio.ciLow, low / (1 - low), 1e-9);
    expectClose(exact.oddsRatio.ciHigh, high === 1 ? 'Inf' : high / (1 - high), 1e-9);
  });
});

describe('mcnemar', () => {
  it('takes b / c for the odds of a change, infinite where all went one way', () => {
    expect(mcnemar([[4, 6], [3, 9]]).oddsRatio.estimate).toBe(2);
    expect(mcnemar([[4, 6], [0, 9]]).oddsRatio).toMatchObject({ estimate: Infinity, ciHigh: Infinity });
    expect(mcnemar([[4, 0], [6, 9]]).oddsRatio).toMatchObject({ estimate: 0, ciLow: 0 });
  });
  it('does not see the pairs that stayed', () => {
    expect(mcnemar([[4, 6], [3, 9]]).p).toBe(mcnemar([[4000, 6], [3, 0]]).p);
  });
  it('has p = 1 where as many went either way', () => {
    expect(mcnemar([[1, 5], [5, 1]]).p).toBe(1);
    expect(mcnemar([[1, 5], [5, 1]], 'chi-square-corrected')).toMatchObject({ statistic: 0, p: 1 });
  });
  it('is undefined for no pairs, and for two answers only', () => {
    expect(mcnemar([[0, 0], [0, 0]])).toMatchObject({ p: null, reason: 'empty-group' });
    expect(() => mcnemar([[1, 2, 3], [1, 2, 3], [1, 2, 3]])).toThrow(RangeError);
  });
});
