import { normalUpperQuantile } from '../../numeric/normal.js';
import type { CorrelationName, IntervalName } from '../../results/correlation.js';
import type { FormulaInterval, Interval, IntervalMethod } from './correlation-methods.js';
import { fisherZVariance } from './fisher-z-variance.js';

/** For each coefficient the intervals that suit it, the default first. */
const INTERVALS: Readonly<Record<CorrelationName, readonly IntervalName[]>> = {
  spearman: ['bonett-wright', 'fieller', 'fisher', 'bootstrap', 'none'],
  kendall: ['fieller', 'bootstrap', 'none'],
  pearson: ['fisher', 'bootstrap', 'none'],
};

/**
 * The intervals that may be asked for with a coefficient, the default first.
 *
 * @example intervalsFor('pearson')[0] // 'fisher'
 */
export function intervalsFor(coefficient: CorrelationName): readonly IntervalName[] {
  return INTERVALS[coefficient];
}

/**
 * Spearman's ρ with se² = (1 + ρ²/2) / (n − 3), which grows with ρ as the ranks' does.
 *
 * Source: Bonett & Wright (2000), "Sample size requirements for estimating Pearson, Kendall and Spearman
 * correlations", Psychometrika 65:23-28.
 *
 * @example bonettWrightInterval(0.8, 5, 0.95) // { low: -0.4571, high: 0.9908, reason: null }
 */
export function bonettWrightInterval(estimate: number, n: number, confidence: number): Interval {
  return formulaInterval('bonett-wright', 'spearman', confidence)(estimate, n);
}

/**
 * Spearman's ρ with se² = 1.06 / (n − 3), or Kendall's τ with se² = 0.437 / (n − 4). For τ-b it is an
 * approximation: the constant is that of untied data.
 *
 * Source: Fieller, Hartley & Pearson (1957), "Tests for rank correlation coefficients. I", Biometrika 44:470-481.
 */
export function fiellerInterval(
  coefficient: 'spearman' | 'kendall',
  estimate: number,
  n: number,
  confidence: number,
): Interval {
  return formulaInterval('fieller', coefficient, confidence)(estimate, n);
}

/**
 * Pearson's r with se² = 1 / (n − 3); for Spearman's ρ what programs print that treat ranks as if they were normal.
 *
 * Source: Fisher (1921), "On the 'probable error' of a coefficient of correlation", Metron 1(4):3-32.
 */
export function fisherInterval(estimate: number, n: number, confidence: number): Interval {
  return formulaInterval('fisher', 'pearson', confidence)(estimate, n);
}

/** The interval as correlateColumns takes it; the normal quantile is computed once. */
export function intervalMethod(
  name: FormulaInterval,
  coefficient: CorrelationName,
  confidence: number,
): IntervalMethod {
  const interval = formulaInterval(name, coefficient, confidence);
  return (pair, estimate) => interval(estimate, pair.n);
}

function formulaInterval(
  name: FormulaInterval,
  coefficient: CorrelationName,
  confidence: number,
): (estimate: number, n: number) => Interval {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence lies between 0 and 1, not ${confidence}`);
  const z = normalUpperQuantile((1 - confidence) / 2);
  return (estimate, n) => {
    const variance = fisherZVariance(name, coefficient, estimate, n);
    if (variance === null) return { low: null, high: null, reason: 'too-few-pairs' };
    if (Math.abs(estimate) === 1) return { low: null, high: null, reason: 'perfect' };
    const centre = Math.atanh(estimate);
    const reach = z * Math.sqrt(variance);
    return { low: Math.tanh(centre - reach), high: Math.tanh(centre + reach), reason: null };
  };
}
