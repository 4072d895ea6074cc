import { positiveDefiniteInverse } from '../../numeric/symmetric-eigen.js';
import { moments, variance } from '../moments.js';
import type { WhyUndefined } from '../test-result.js';

/** How far apart two groups are in units of their own spread, whatever their size: the balance column of a Table 1. */
export interface StandardizedDifference {
  /** Signed, first − second, for a quantity; never negative for categories. */
  readonly estimate: number | null;
  readonly reason: WhyUndefined | null;
}

/**
 * The standardised difference of two means: over the root of the two variances' mean, so neither group's size
 * matters.
 *
 * Source: Rosenbaum & Rubin (1985); Austin (2009).
 *
 * @param first and @param second finite values
 * @example standardizedMeanDifference(Float64Array.of(1, 3), Float64Array.of(2, 4)).estimate // -0.7071067811865476
 */
export function standardizedMeanDifference(first: Float64Array, second: Float64Array): StandardizedDifference {
  const a = moments(first);
  const b = moments(second);
  if (a.n === 0 || b.n === 0) return undefinedDifference('empty-group');
  if (a.n < 2 || b.n < 2) return undefinedDifference('too-few');
  const spread = Math.sqrt((variance(a) + variance(b)) / 2);
  if (spread === 0) return undefinedDifference('constant');
  return { estimate: (a.mean - b.mean) / spread, reason: null };
}

/**
 * The standardised difference of a categorical variable: the Mahalanobis distance between two vectors of shares. For
 * two categories it is |p₁ − p₂| over the root of the mean of p (1 − p). Categories that neither group uses do not
 * count; 0 where both use the same single one; undefined where they share none.
 *
 * Source: Yang & Dalton (2012), "A unified approach to measuring the effect size between two groups using SAS", SAS
 * Global Forum 335-2012; R's tableone prints it.
 *
 * @param first and @param second counts of the same categories
 * @example standardizedCategoryDifference([30, 70], [50, 50]).estimate // 0.4170288281141495
 */
export function standardizedCategoryDifference(
  first: readonly number[],
  second: readonly number[],
): StandardizedDifference {
  const used = [...first.keys()].filter((i) => first[i] + second[i] > 0);
  const n1 = used.reduce((total, i) => total + first[i], 0);
  const n2 = used.reduce((total, i) => total + second[i], 0);
  if (n1 === 0 || n2 === 0) return undefinedDifference('empty-group');
  if (used.every((i) => first[i] === 0 || second[i] === 0)) return undefinedDifference('separated');
  // One category follows from the others.
  const free = used.slice(1);
  if (free.length === 0) return { estimate: 0, reason: null };
  const p = free.map((i) => first[i] / n1);
  const q = free.map((i) => second[i] / n2);
  const covariance = free.map((_, i) => Float64Array.from(free, (_, j) =>
    (i === j ? p[i] * (1 - p[i]) + q[i] * (1 - q[i]) : -p[i] * p[j] - q[i] * q[j]) / 2));
  const inverse = positiveDefiniteInverse(covariance);
  if (inverse === null) return undefinedDifference('singular');
  let square = 0;
  inverse.forEach((row, i) => row.forEach((entry, j) => {
    square += (p[i] - q[i]) * entry * (p[j] - q[j]);
  }));
  return { estimate: Math.sqrt(Math.max(0, square)), reason: null };
}

/**
 * The mean of |difference| over all pairs of groups, as tableone prints for three or more; undefined where one pair
 * is.
 */
export function meanPairwiseDifference<Group>(
  groups: readonly Group[],
  difference: (first: Group, second: Group) => StandardizedDifference,
): StandardizedDifference {
  const pairs = groups.flatMap((first, i) => groups.slice(i + 1).map((second) => difference(first, second)));
  if (pairs.length === 0) return undefinedDifference('too-few');
  const failed = pairs.find((pair) => pair.estimate === null);
  if (failed !== undefined) return failed;
  const total = pairs.reduce((sum, pair) => sum + Math.abs(pair.estimate ?? 0), 0);
  return { estimate: total / pairs.length, reason: null };
}

function undefinedDifference(reason: WhyUndefined): StandardizedDifference {
  return { estimate: null, reason };
}
