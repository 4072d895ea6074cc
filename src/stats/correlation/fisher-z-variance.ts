import type { CorrelationName } from '../../results/correlation.js';
import type { FormulaInterval } from './correlation-methods.js';

/**
 * The variance of atanh(r), by the formula that an interval is named after: 1 / (n − 3) `fisher`,
 * (1 + r²/2) / (n − 3) `bonett-wright`, 1.06 / (n − 3) for Spearman and 0.437 / (n − 4) for Kendall `fieller`.
 *
 * Source: Fisher (1921), Metron 1(4):3-32; Bonett & Wright (2000), Psychometrika 65:23-28; Fieller, Hartley & Pearson
 * (1957), Biometrika 44:470-481.
 *
 * @param n may be a fraction, such as an effective sample size
 * @returns null where n is too small for any
 * @example fisherZVariance('fisher', 'pearson', 0.3, 54) // 1/51
 */
export function fisherZVariance(
  formula: FormulaInterval,
  coefficient: CorrelationName,
  estimate: number,
  n: number,
): number | null {
  const tau = formula === 'fieller' && coefficient === 'kendall';
  const rest = n - (tau ? 4 : 3);
  if (rest <= 0) return null;
  if (formula === 'fisher') return 1 / rest;
  if (formula === 'bonett-wright') return (1 + (estimate * estimate) / 2) / rest;
  return (tau ? 0.437 : 1.06) / rest;
}
