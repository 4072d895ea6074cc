import { moments, variance } from '../moments.js';
import { median, quantile } from '../quantile-types.js';
import type { QuantileType } from '../quantile-types.js';
import type { WhyUndefined } from '../test-result.js';

/** What makes the median absolute deviation estimate the SD of a normal: 1 / Φ⁻¹(¾), as R rounds it. */
const NORMAL_MAD = 1.4826;

/** One variable in one group. Without values all but `n` is null; the spread needs two, the shape two unequal ones. */
export interface Descriptives {
  readonly n: number;
  readonly mean: number | null;
  /** Divisor n − 1. */
  readonly sd: number | null;
  readonly min: number | null;
  readonly q1: number | null;
  readonly median: number | null;
  readonly q3: number | null;
  readonly max: number | null;
  /** Median absolute deviation × 1.4826. */
  readonly mad: number | null;
  /** b₁: the third central moment over s³, `type = 3` of psych and e1071 (Joanes & Gill 1998). */
  readonly skewness: number | null;
  /** b₂: the fourth central moment over s⁴, less 3. */
  readonly kurtosis: number | null;
  /** Why something is null. */
  readonly reason: WhyUndefined | null;
}

/**
 * Location, spread and shape of the present values of a variable.
 *
 * @param values finite
 * @example descriptives(Float64Array.of(5.6, 6.1, 7.9)).median // 6.1
 */
export function descriptives(values: Float64Array, quantileType: QuantileType = 7): Descriptives {
  const n = values.length;
  if (n === 0) return { ...NOTHING, n, reason: 'empty-group' };
  const sorted = values.slice().sort();
  const middle = median(sorted);
  const groupMoments = moments(values);
  const place = {
    n,
    mean: groupMoments.mean,
    min: sorted[0],
    q1: quantile(sorted, 0.25, quantileType),
    median: middle,
    q3: quantile(sorted, 0.75, quantileType),
    max: sorted[n - 1],
    mad: NORMAL_MAD * median(values.map((value) => Math.abs(value - middle)).sort()),
  };
  if (n === 1) return { ...NOTHING, ...place, reason: 'too-few' };
  const sd = Math.sqrt(variance(groupMoments));
  if (sd === 0) return { ...NOTHING, ...place, sd, reason: 'constant' };
  const skewness = standardMoment(values, groupMoments.mean, sd, 3);
  const kurtosis = standardMoment(values, groupMoments.mean, sd, 4) - 3;
  return { ...place, sd, skewness, kurtosis, reason: null };
}

function standardMoment(values: Float64Array, mean: number, sd: number, order: number): number {
  let total = 0;
  for (const value of values) total += ((value - mean) / sd) ** order;
  return total / values.length;
}

const NOTHING = {
  mean: null, sd: null, min: null, q1: null, median: null, q3: null, max: null, mad: null, skewness: null,
  kurtosis: null,
};
