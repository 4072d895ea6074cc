import { describe, expect, it } from 'vitest';
import { gamesHowell, tukeyKramer } from '../../../src/stats/groups/compare-means-pairwise.js';
import { expectClose, goldenJson } from './golden-groups.js';

const golden = goldenJson<Record<string, {
  groups: number[][]; difference: number[]; tukey: number[]; t: number[]; df: number[]; gamesHowell: number[];
}>>('pairwise-means.json');
const samples = (groups: number[][]): Float64Array[] => groups.map((group) => Float64Array.from(group));

describe.each(Object.entries(golden))('all pairs of means of %s (R 4.2.2, pairwise-means.R)', (_, { groups, difference, tukey, t, df, gamesHowell: welch }) => {
  it('tukeyKramer is TukeyHSD, the first group less the second', () => {
    const found = tukeyKramer(samples(groups));
    expect(found.length).toBe(tukey.length);
    found.forEach((pair, index) => {
      expectClose(pair.difference, difference[index], 1e-10);
      // R's ptukey stops at about eight digits and has no tail below 1e-14 or so.
      expect(Math.abs((pair.p ?? NaN) - tukey[index])).toBeLessThan(1e-8);
    });
  });

  it('gamesHowell has Welch’s t and df for each pair', () => {
    gamesHowell(samples(groups)).forEach((pair, index) => {
      expectClose(pair.statistic, t[index], 1e-10);
      expectClose(pair.df, df[index], 1e-10);
      // With 2.4 degrees of freedom R's ptukey is off by 2.1e-7: scipy and this agree to 1e-11, below.
      expect(Math.abs((pair.p ?? NaN) - welch[index])).toBeLessThan(df[index] < 5 ? 3e-7 : 1e-8);
    });
  });
});

it('gamesHowell has the p of scipy 1.17, studentized_range.sf(|t| √2, 3, df), where degrees of freedom are few', () => {
  const p = gamesHowell(samples(golden['three'].groups)).map((pair) => pair.p);
  [0.04299717690179572, 0.9935478987443214, 0.5528147314719773].forEach((expected, index) => expectClose(p[index], expected, 1e-10));
});

describe('pairs that cannot be told apart by a test', () => {
  it('an empty group is in no pair and does not count among the means', () => {
    const groups = samples([[1, 2, 4], [], [3, 5, 6]]);
    const withoutIt = samples([[1, 2, 4], [3, 5, 6]]);
    expect(tukeyKramer(groups).map(({ first, second, p }) => [first, second, p])).toEqual([[0, 2, tukeyKramer(withoutIt)[0].p]]);
  });

  it('groups without variance have a difference and no p', () => {
    expect(gamesHowell(samples([[1, 1], [2, 2]]))).toEqual([{ first: 0, second: 1, difference: -1, statistic: null, df: null, p: null }]);
  });
});
