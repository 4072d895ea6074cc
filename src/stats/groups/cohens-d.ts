import { logGamma } from '../../numeric/log-gamma.js';
import { noncentralityOfT } from '../../numeric/noncentral-t.js';
import { moments } from '../moments.js';
import { undefinedEffect } from '../test-result.js';
import type { Effect } from '../test-result.js';

export interface StandardizedMeanEffects {
  /** The difference of the means over a standard deviation. */
  readonly cohensD: Effect;
  /** d without its small-sample bias, the interval scaled alike. */
  readonly hedgesG: Effect;
}

/**
 * Cohen's d of two independent samples, over their pooled standard deviation, and Hedges' g.
 *
 * The interval is exact for normal samples: t = d √(n₁n₂ / N) is noncentral t, and the limits are the
 * noncentralities that put t at the ends of their distributions.
 *
 * Source: Cohen (1988), chapter 2; Hedges (1981), "Distribution theory for Glass's estimator of effect size", for the
 * exact correction; Steiger & Fouladi (1997) for the interval.
 *
 * @param first and @param second finite values
 * @example cohensD(Float64Array.of(3, 5), Float64Array.of(2, 1, 4)).cohensD.estimate // 1.118033989
 */
export function cohensD(first: Float64Array, second: Float64Array, confidence = 0.95): StandardizedMeanEffects {
  const a = moments(first);
  const b = moments(second);
  const df = a.n + b.n - 2;
  if (a.n === 0 || b.n === 0) return both(undefinedEffect('empty-group'));
  if (df < 1) return both(undefinedEffect('too-few'));
  const sd = Math.sqrt((a.sumOfSquares + b.sumOfSquares) / df);
  return standardized(a.mean - b.mean, sd, Math.sqrt((a.n * b.n) / (a.n + b.n)), df, confidence);
}

/**
 * Cohen's d of pairs, the mean difference over the standard deviation of the differences (d_z), and Hedges' g.
 *
 * @param differences first − second, finite
 */
export function pairedCohensD(differences: Float64Array, confidence = 0.95): StandardizedMeanEffects {
  const pairs = moments(differences);
  if (pairs.n < 2) return both(undefinedEffect(pairs.n === 0 ? 'empty-group' : 'too-few'));
  const sd = Math.sqrt(pairs.sumOfSquares / (pairs.n - 1));
  return standardized(pairs.mean, sd, Math.sqrt(pairs.n), pairs.n - 1, confidence);
}

/** The factor that takes d's bias away: Γ(m/2) / (√(m/2) Γ((m − 1)/2)); 0 at m = 1, where d has no mean. */
export function hedgesCorrection(df: number): number {
  if (df === 1) return 0;
  return Math.exp(logGamma(df / 2) - logGamma((df - 1) / 2) - Math.log(df / 2) / 2);
}

/** @param root √ of the effective sample size: t = d × root */
function standardized(
  difference: number,
  sd: number,
  root: number,
  df: number,
  confidence: number,
): StandardizedMeanEffects {
  if (sd === 0) return both(undefinedEffect('constant'));
  const d = difference / sd;
  const tail = (1 - confidence) / 2;
  const ciLow = noncentralityOfT(d * root, df, 1 - tail) / root;
  const ciHigh = noncentralityOfT(d * root, df, tail) / root;
  const cohensD = { estimate: d, ciLow, ciHigh, reason: null };
  if (df === 1) return { cohensD, hedgesG: undefinedEffect('too-few') };
  const factor = hedgesCorrection(df);
  return { cohensD, hedgesG: { estimate: factor * d, ciLow: factor * ciLow, ciHigh: factor * ciHigh, reason: null } };
}

function both(effect: Effect): StandardizedMeanEffects {
  return { cohensD: effect, hedgesG: effect };
}
