import { studentTQuantile, studentTTwoSided } from '../../numeric/student-t.js';
import { moments, variance } from '../moments.js';
import type { Moments } from '../moments.js';
import type { TestResult, WhyUndefined } from '../test-result.js';

export interface TTestResult extends TestResult<'t'> {
  /** The difference of the means, first − second, or the mean difference of pairs; its interval. */
  readonly estimate: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly standardError: number | null;
}

/**
 * Student's t test of two independent samples, with one variance for both.
 *
 * @param first and @param second finite values
 * @example studentTTest(Float64Array.of(3, 5), Float64Array.of(2, 1, 4)).p // 0.308068009
 */
export function studentTTest(first: Float64Array, second: Float64Array, confidence = 0.95): TTestResult {
  const a = moments(first);
  const b = moments(second);
  const df = a.n + b.n - 2;
  const reason = emptyOr(a, b, df >= 1);
  if (reason !== null) return undefinedT(reason);
  const shared = (a.sumOfSquares + b.sumOfSquares) / df;
  return fromStandardError(a.mean, b.mean, Math.sqrt(shared * (1 / a.n + 1 / b.n)), df, confidence);
}

/** Welch's t test of two independent samples, each with its own variance (Welch 1947; Satterthwaite 1946 for df). */
export function welchTTest(first: Float64Array, second: Float64Array, confidence = 0.95): TTestResult {
  const a = moments(first);
  const b = moments(second);
  const reason = emptyOr(a, b, a.n >= 2 && b.n >= 2);
  if (reason !== null) return undefinedT(reason);
  const ofFirst = variance(a) / a.n;
  const ofSecond = variance(b) / b.n;
  const error = ofFirst + ofSecond;
  const df = (error * error) / ((ofFirst * ofFirst) / (a.n - 1) + (ofSecond * ofSecond) / (b.n - 1));
  return fromStandardError(a.mean, b.mean, Math.sqrt(error), df, confidence);
}

/**
 * Student's t test of pairs, on their differences.
 *
 * @param differences first − second, finite
 */
export function pairedTTest(differences: Float64Array, confidence = 0.95): TTestResult {
  const pairs = moments(differences);
  if (pairs.n < 2) return undefinedT(pairs.n === 0 ? 'empty-group' : 'too-few');
  return fromStandardError(pairs.mean, 0, Math.sqrt(variance(pairs) / pairs.n), pairs.n - 1, confidence);
}

function fromStandardError(
  mean1: number,
  mean2: number,
  standardError: number,
  df: number,
  confidence: number,
): TTestResult {
  // R's bound: a spread this small is the rounding of equal values.
  if (standardError <= 10 * Number.EPSILON * Math.max(Math.abs(mean1), Math.abs(mean2))) return undefinedT('constant');
  const estimate = mean1 - mean2;
  const statistic = estimate / standardError;
  const reach = -studentTQuantile((1 - confidence) / 2, df) * standardError;
  const p = studentTTwoSided(statistic, df);
  const ciLow = estimate - reach;
  return { statistic, df, p, pMethod: 't', estimate, ciLow, ciHigh: estimate + reach, standardError, reason: null };
}

function emptyOr(a: Moments, b: Moments, enough: boolean): WhyUndefined | null {
  if (a.n === 0 || b.n === 0) return 'empty-group';
  return enough ? null : 'too-few';
}

function undefinedT(reason: WhyUndefined): TTestResult {
  const none = { estimate: null, ciLow: null, ciHigh: null, standardError: null };
  return { statistic: null, df: null, p: null, pMethod: 't', ...none, reason };
}
