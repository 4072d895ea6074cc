import type { CorrelationName } from '../../results/correlation.js';
import type { FormulaInterval, Interval, IntervalMethod } from './correlation-methods.js';
import { bonettWrightInterval, fiellerInterval, fisherInterval, intervalsFor } from './intervals.js';
import type { CompletePair } from './pairs.js';

/**
 * An interval by formula for a coefficient that is worth another number of pairs than it was computed from: n − k
 * with k covariates, the effective sample size with weights. The number may be a fraction.
 *
 * @param name the coefficient's own default if undefined
 * @throws RangeError for an interval that does not suit the coefficient
 * @example sizedInterval('fisher', 'pearson', 0.95, (pair) => pair.n - 2)
 */
export function sizedInterval(
  name: FormulaInterval | undefined,
  coefficient: CorrelationName,
  confidence: number,
  size: (pair: CompletePair) => number,
): IntervalMethod {
  const fit = intervalsFor(coefficient);
  const chosen = name ?? (fit[0] as FormulaInterval);
  if (!fit.includes(chosen)) throw new RangeError(`${coefficient} has no ${chosen} interval; it has ${fit.join(', ')}`);
  return (pair, estimate) => byFormula(chosen, coefficient, estimate, size(pair), confidence);
}

function byFormula(
  name: FormulaInterval,
  coefficient: CorrelationName,
  estimate: number,
  size: number,
  confidence: number,
): Interval {
  if (name === 'bonett-wright') return bonettWrightInterval(estimate, size, confidence);
  if (name === 'fisher') return fisherInterval(estimate, size, confidence);
  return fiellerInterval(coefficient === 'kendall' ? 'kendall' : 'spearman', estimate, size, confidence);
}
