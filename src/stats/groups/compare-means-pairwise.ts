import { studentizedRangeUpperTail } from '../../numeric/studentized-range.js';
import { sum } from '../../numeric/sums.js';
import { moments, variance } from '../moments.js';
import type { Moments } from '../moments.js';

/** Two of several groups, by their places in the list that was given; `p` is for all pairs together. */
export interface MeanComparison {
  readonly first: number;
  readonly second: number;
  readonly difference: number;
  /** The difference over its standard error; the studentized range is √2 times as large. */
  readonly statistic: number | null;
  readonly df: number | null;
  readonly p: number | null;
}

/**
 * Tukey's honestly significant difference for groups of unequal size: one variance for all groups, as R's `TukeyHSD`.
 *
 * Source: Tukey (1953); Kramer (1956), "Extension of multiple range tests to group means with unequal numbers of
 * replications", Biometrics 12:307-310.
 *
 * @param groups finite values of each group; pairs with a group without values are left out
 */
export function tukeyKramer(groups: readonly Float64Array[]): MeanComparison[] {
  const each = groups.map(moments);
  const filled = each.filter(({ n }) => n > 0);
  const df = sum(filled.map(({ n }) => n)) - filled.length;
  const meanSquare = sum(filled.map(({ sumOfSquares }) => sumOfSquares)) / df;
  return pairwise(each, filled.length, (a, b) => ({ df, squaredError: meanSquare * (1 / a.n + 1 / b.n) }));
}

/**
 * The Games-Howell comparison of means, each group with its own variance and each pair with Welch's degrees of
 * freedom.
 *
 * Source: Games & Howell (1976), "Pairwise multiple comparison procedures with unequal n's and/or variances",
 * J. Educ. Stat. 1:113-125.
 */
export function gamesHowell(groups: readonly Float64Array[]): MeanComparison[] {
  const each = groups.map(moments);
  return pairwise(each, each.filter(({ n }) => n > 0).length, (a, b) => {
    const [ofFirst, ofSecond] = [variance(a) / a.n, variance(b) / b.n];
    const squaredError = ofFirst + ofSecond;
    return { squaredError, df: squaredError ** 2 / (ofFirst ** 2 / (a.n - 1) + ofSecond ** 2 / (b.n - 1)) };
  });
}

function pairwise(
  groups: readonly Moments[],
  count: number,
  spread: (a: Moments, b: Moments) => { readonly squaredError: number; readonly df: number },
): MeanComparison[] {
  return groups.flatMap((a, first) => groups.slice(first + 1).flatMap((b, step): MeanComparison[] => {
    if (a.n === 0 || b.n === 0) return [];
    const pair = { first, second: first + 1 + step, difference: a.mean - b.mean };
    const { squaredError, df } = spread(a, b);
    if (!(squaredError > 0) || !(df > 0)) return [{ ...pair, statistic: null, df: null, p: null }];
    const statistic = pair.difference / Math.sqrt(squaredError);
    return [{ ...pair, statistic, df, p: studentizedRangeUpperTail(Math.abs(statistic) * Math.SQRT2, count, df) }];
  }));
}
