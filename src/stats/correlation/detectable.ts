import { normalUpperQuantile } from '../../numeric/normal.js';
import type { CorrelationName } from '../../results/correlation.js';
import { fisherZVariance } from './fisher-z-variance.js';
import { intervalsFor } from './intervals.js';
import type { FormulaInterval } from './correlation-methods.js';

export interface DetectableOptions {
  /** Pairs, or what they are worth: n − k with k covariates, the effective sample size with weights. */
  readonly n: number;
  /** `spearman` if absent. */
  readonly method?: CorrelationName | undefined;
  /** The variance on Fisher's scale; that of the coefficient's default interval if absent. */
  readonly variance?: FormulaInterval | undefined;
  /** Two-sided; 0.05 if absent. */
  readonly alpha?: number | undefined;
  /** From 0.5 up; 0.8 if absent. */
  readonly power?: number | undefined;
}

/**
 * The smallest |ρ| in the population that a two-sided test of n pairs finds significant with the given chance:
 * atanh ρ = (z_α/2 + z_power) √v, v the variance of atanh ρ. A significant result of the wrong sign, at 80 % one in a
 * million, does not count as found.
 *
 * Source: Bonett & Wright (2000), "Sample size requirements for estimating Pearson, Kendall and Spearman
 * correlations", Psychometrika 65:23-28, for v = (1 + ρ²/2) / (n − 3).
 *
 * @returns null where n is too small for any
 * @throws RangeError for an alpha or a power out of range, or a variance that does not suit the coefficient
 * @example detectableCorrelation({ n: 54 }) // 0.3856
 */
export function detectableCorrelation(options: DetectableOptions): number | null {
  const { n, method = 'spearman', alpha = 0.05, power = 0.8 } = options;
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha lies between 0 and 1, not ${alpha}`);
  if (!(power >= 0.5 && power < 1)) throw new RangeError(`power lies from 0.5 to below 1, not ${power}`);
  const fit = intervalsFor(method);
  const formula = options.variance ?? (fit[0] as FormulaInterval);
  if (!fit.includes(formula)) throw new RangeError(`${method} has no ${formula} variance`);
  const deviations = normalUpperQuantile(alpha / 2) + normalUpperQuantile(1 - power);
  const needed = (rho: number): number => deviations * Math.sqrt(fisherZVariance(formula, method, rho, n) ?? NaN);
  // The variance grows with |ρ|, if at all.
  const [least, most] = [needed(0), needed(1)];
  return Number.isNaN(least) ? null : Math.tanh(rootBetween((z) => z - needed(Math.tanh(z)), least, most));
}

/** Halves the range until no double lies between: a rising function is below 0 at `low` and not at `high`. */
function rootBetween(rising: (z: number) => number, low: number, high: number): number {
  let [below, above] = [low, high];
  for (;;) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) return above;
    if (rising(middle) < 0) below = middle;
    else above = middle;
  }
}
