import type { MethodChoice } from './chosen-methods.js';
import { cosine } from './cosine.js';
import { FEWEST_PAIRS } from './correlation-methods.js';
import type { Alternative, Coefficient, FormulaInterval, PValue } from './correlation-methods.js';
import type { CompletePair } from './pairs.js';
import { sizedInterval } from './sized-interval.js';
import { tApproximation } from './t-approximation.js';
import { weightedSpearman } from './weighted-mid-ranks.js';
import { WeightedSamples } from './weighted-samples.js';
import type { WeightsKind } from './weights.js';

export interface WeightedOptions {
  readonly method: 'spearman' | 'pearson';
  /** One a row of the data set, above 0 on every row that is analysed. */
  readonly weights: Float64Array;
  readonly kind: WeightsKind;
  /** The coefficient's own default if absent. */
  readonly ci?: FormulaInterval | 'none' | undefined;
  /** 0.95 if absent. */
  readonly confidence?: number | undefined;
  /** `two-sided` if absent. */
  readonly alternative?: Alternative | undefined;
}

export interface WeightedMethods extends Required<Pick<MethodChoice, 'coefficient' | 'p' | 'ci'>> {
  /** How many pairs a pair's test and interval take it for: its Σw or Kish's effective sample size. */
  readonly size: (pair: CompletePair) => number;
}

/**
 * Weighted correlations as correlateColumns takes them. t and the interval take the effective sample size for n
 * (effectiveSize); p is null where it is 2 or less.
 *
 * @throws RangeError for an interval that does not suit the coefficient, or a weight that is not above 0
 * @example
 * const { size, ...methods } = weightedCorrelation({ method, weights: weight.values, kind: 'sampling' });
 * correlateColumns({ x, y, rows: weightedRows(weight, rows), options: { method, ...methods } });
 */
export function weightedCorrelation(options: WeightedOptions): WeightedMethods {
  const { method, weights, kind, ci, confidence = 0.95 } = options;
  const weighted = new WeightedSamples(weights, kind);
  const size = (pair: CompletePair): number => weighted.on(pair.rows).size;
  return {
    coefficient: (pair) => weightedOfPair(pair, weighted, method),
    p: (pair, estimate) => tOfSize(estimate, size(pair), options.alternative),
    ci: ci === 'none' ? 'none' : sizedInterval(ci, method, confidence, size),
    size,
  };
}

function weightedOfPair(pair: CompletePair, weighted: WeightedSamples, method: WeightedOptions['method']): Coefficient {
  const { x, y, rows } = pair;
  if (weighted.on(rows).observed < FEWEST_PAIRS) return { estimate: null, reason: 'too-few-pairs' };
  if (x.constant || y.constant) return { estimate: null, reason: 'constant' };
  const estimate =
    method === 'spearman'
      ? weightedSpearman(weighted.ranks(x), weighted.ranks(y))
      : cosine(weighted.deviations(x), weighted.deviations(y));
  return Number.isNaN(estimate) ? { estimate: null, reason: 'not-finite' } : { estimate, reason: null };
}

function tOfSize(estimate: number, size: number, alternative: Alternative | undefined): PValue {
  return size > 2 ? tApproximation(estimate, size, alternative) : { p: null, statistic: null, df: null, method: 't', error: null };
}
