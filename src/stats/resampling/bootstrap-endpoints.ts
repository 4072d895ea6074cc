import { normalCdf, normalQuantile, normalUpperQuantile, normalUpperTail } from '../../numeric/normal.js';

export interface Endpoints {
  readonly low: number;
  readonly high: number;
  /** Too few resamples for the tail that was asked for: an end is the smallest or the largest of them all. */
  readonly atExtreme: boolean;
}

/**
 * The ends of a percentile interval are values of the statistic itself: the k-th smallest and the k-th largest of
 * R, where k is the whole part of (R + 1)·tail (Efron & Tibshirani 1993, section 12.5).
 *
 * R's boot interpolates between neighbours on the normal scale, scipy linearly; both stay between the same two
 * order statistics or the next. Interpolating would pass the last bit of Φ, which is the platform's, on to the
 * result; the whole part does not.
 *
 * @param replicates in ascending order
 * @param lowTail share of the resamples to leave below
 * @param highTail share of the resamples to leave above
 */
export function orderStatistics(replicates: Float64Array, lowTail: number, highTail: number): Endpoints {
  const fromBelow = rankInTail(replicates.length, lowTail);
  const fromAbove = rankInTail(replicates.length, highTail);
  return {
    low: replicates[within(fromBelow, replicates.length) - 1],
    high: replicates[replicates.length - within(fromAbove, replicates.length)],
    atExtreme: [fromBelow, fromAbove].some((rank) => rank < 1 || rank > replicates.length),
  };
}

function rankInTail(resamples: number, tail: number): number {
  // (R + 1)·tail is often meant to be whole, such as 10,000 × .025, and may come out a hair below.
  return Math.floor((resamples + 1) * tail + 1e-9);
}

function within(rank: number, resamples: number): number {
  return Math.min(Math.max(rank, 1), resamples);
}

/**
 * The tails of the BCa interval (Efron 1987, equation 3.9): those of the percentile interval, moved for the bias z₀
 * and the acceleration a. Null where 1 − a(z₀ ± z) is not positive, where the formula has lost its meaning.
 *
 * @example bcaTails(0.95, 0, 0); // { lowTail: 0.025, highTail: 0.025 }
 */
export function bcaTails(
  confidence: number,
  bias: number,
  acceleration: number,
): { lowTail: number; highTail: number } | null {
  const z = normalUpperQuantile((1 - confidence) / 2);
  const lowSlope = 1 - acceleration * (bias - z);
  const highSlope = 1 - acceleration * (bias + z);
  if (!(lowSlope > 0 && highSlope > 0)) return null;
  return {
    lowTail: normalCdf(bias + (bias - z) / lowSlope),
    highTail: normalUpperTail(bias + (bias + z) / highSlope),
  };
}

/**
 * z₀ = Φ⁻¹(share of the resamples below the estimate), resamples equal to it counting one half, so that reversing
 * a variable reverses the interval; as scipy counts (R's boot counts those below only). ±Infinity where all lie
 * on one side.
 */
export function biasCorrection(replicates: Float64Array, estimate: number): number {
  let halves = 0;
  for (let at = 0; at < replicates.length; at++) {
    halves += replicates[at] < estimate ? 2 : replicates[at] === estimate ? 1 : 0;
  }
  return normalQuantile(halves / (2 * replicates.length));
}

/**
 * a = Σd³ / (6 (Σd²)^1.5), d = mean − θ₍ᵢ₎ over the estimates without unit i (Efron & Tibshirani 1993, equation
 * 14.15). 0 where they are all the same; NaN where one is undefined.
 */
export function jackknifeAcceleration(leftOut: Float64Array): number {
  const mean = leftOut.reduce((sum, estimate) => sum + estimate, 0) / leftOut.length;
  let squares = 0;
  let cubes = 0;
  for (const estimate of leftOut) {
    const off = mean - estimate;
    squares += off * off;
    cubes += off * off * off;
  }
  return squares === 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
}
