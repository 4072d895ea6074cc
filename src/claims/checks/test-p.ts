import { chiSquareUpperTail } from '../../numeric/chi-square.js';
import { fUpperTail } from '../../numeric/f.js';
import { normalTwoSided } from '../../numeric/normal.js';
import { studentTTwoSided } from '../../numeric/student-t.js';
import { rankSumDistribution, rankTails } from '../../stats/groups/rank-sum-distribution.js';
import type { Interval } from './rounding.js';

/** A test whose p follows from its statistic and its degrees of freedom, or the n they come from. */
export type TestDistribution =
  | { readonly name: 'normal' }
  | { readonly name: 't'; readonly df: Interval }
  | { readonly name: 'chi-square'; readonly df: Interval }
  | { readonly name: 'f'; readonly df1: Interval; readonly df2: Interval }
  /** Pearson's r or Spearman's ρ by t with df = n − 2. */
  | { readonly name: 'correlation'; readonly df: Interval }
  /** Kendall's τ by its normal approximation without ties. */
  | { readonly name: 'kendall'; readonly n: number }
  /** U without ties: exactly for small groups, and by its normal approximation with and without the continuity correction. */
  | { readonly name: 'mann-whitney'; readonly n1: number; readonly n2: number };

/**
 * The p values of all statistics that are printed so: two-sided, or the upper tail of χ² and F. A bound of the
 * statistic (`t < 2.2`) is an interval like any other, with 0 or infinity at its other end.
 *
 * @param statistic the interval of the statistic's size, or of the statistic; its ends may be infinite
 * @example pInterval({ low: 2.195, high: 2.205 }, { name: 't', df: { low: 28, high: 28 } }) // { low: 0.0358, high: 0.0366 }
 */
export function pInterval(statistic: Interval, distribution: TestDistribution): Interval {
  if (distribution.name === 'mann-whitney') return rankSumInterval(statistic, distribution);
  const size = sizeOf(statistic);
  const corners = dfCorners(distribution).flatMap((df) => [size.low, size.high].map((value) => pValue(value, distribution, df)));
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

/** A distribution whose p depends on the size of the statistic. */
type Symmetric = Exclude<TestDistribution, { readonly name: 'mann-whitney' }>;

/** Whether p has two sides that could be told apart. */
export function hasSides({ name }: TestDistribution): boolean {
  return name !== 'chi-square' && name !== 'f';
}

interface Groups {
  readonly n1: number;
  readonly n2: number;
}

function rankSumInterval(statistic: Interval, groups: Groups): Interval {
  const { n1, n2 } = groups;
  const middle = (n1 * n2) / 2;
  const deviation = Math.sqrt((n1 * n2 * (n1 + n2 + 1)) / 12);
  const away = sizeOf({ low: statistic.low - middle, high: statistic.high - middle });
  const ps = [normalTwoSided(away.high / deviation), normalTwoSided(Math.max(0, away.low - 0.5) / deviation), ...exactRankSumPs(statistic, groups)];
  return { low: Math.min(...ps), high: Math.max(...ps) };
}

/** R's own limit: below it a rank sum test without ties is exact by default. */
const EXACT_BELOW = 50;

/** The exact p of the least and the largest whole U in the interval; a U with a half comes of ties. */
function exactRankSumPs({ low, high }: Interval, { n1, n2 }: Groups): readonly number[] {
  const least = Math.max(0, Math.ceil(low));
  const largest = Math.min(n1 * n2, Math.floor(high));
  if (n1 >= EXACT_BELOW || n2 >= EXACT_BELOW || !(least <= largest)) return [];
  const distribution = rankSumDistribution(Float64Array.from({ length: n1 + n2 }, (_, index) => index + 1), n1);
  const smallest = (n1 * (n1 + 1)) / 2;
  return [least, largest].map((u) => rankTails(distribution, u + smallest, (n1 * (n1 + n2 + 1)) / 2).two);
}

function sizeOf({ low, high }: Interval): Interval {
  if (low >= 0) return { low, high };
  return { low: high < 0 ? -high : 0, high: Math.max(-low, high) };
}

function dfCorners(distribution: Symmetric): readonly (readonly number[])[] {
  switch (distribution.name) {
    case 'normal': return [[]];
    case 'kendall': return [[distribution.n]];
    case 'f': return ends(distribution.df1).flatMap((df1) => ends(distribution.df2).map((df2) => [df1, df2]));
    default: return ends(distribution.df).map((df) => [df]);
  }
}

function ends({ low, high }: Interval): readonly number[] {
  return low === high ? [low] : [low, high];
}

function pValue(value: number, { name }: Symmetric, [first, second]: readonly number[]): number {
  if (value === Infinity) return 0;
  switch (name) {
    case 'normal': return normalTwoSided(value);
    case 't': return studentTTwoSided(value, first);
    case 'chi-square': return chiSquareUpperTail(value, first);
    case 'f': return fUpperTail(value, first, second);
    case 'correlation': return value >= 1 ? 0 : studentTTwoSided(value * Math.sqrt(first / ((1 - value) * (1 + value))), first);
    case 'kendall': return normalTwoSided(3 * value * Math.sqrt((first * (first - 1)) / (2 * (2 * first + 5))));
  }
}
