import { dotProduct } from './dot-product.js';
import type { SampleLevels } from './sample.js';

export interface WeightedRanks {
  /** 2·rank less its mean, for each observation. */
  readonly values: Float64Array;
  /** The same times the observation's weight. */
  readonly weighted: Float64Array;
  /** Σ of weight · value². */
  readonly sumOfSquares: number;
}

/**
 * Weighted mid-ranks, doubled and less their mean: the weight below a value less the weight above it, each added up
 * from its own end, so that the reversed variable has exactly the opposite ranks. With whole weights every number is
 * whole and every sum of products exact, whatever its order.
 *
 * The rank of a value is then the weight below it and half its own: Bross (1958), "How to use ridit analysis",
 * Biometrics 14:18-38. Hmisc's wtd.rank (R) adds ½ to each, which no correlation sees.
 *
 * @param levels the level of each observation
 * @param weights above 0, one an observation
 * @example weightedMidRanks of levels 0, 1, 1, 2 with weights 1, 2, 3, 4 // values -9, -3, -3, 6
 */
export function weightedMidRanks({ of, count }: SampleLevels, weights: Float64Array): WeightedRanks {
  const own = new Float64Array(count);
  for (let i = 0; i < of.length; i++) own[of[i]] += weights[i];
  const rankOf = new Float64Array(count);
  for (let level = 0, below = 0; level < count; below += own[level++]) rankOf[level] = below;
  for (let level = count - 1, above = 0; level >= 0; above += own[level--]) rankOf[level] -= above;
  const values = new Float64Array(of.length);
  const weighted = new Float64Array(of.length);
  for (let i = 0; i < of.length; i++) {
    values[i] = rankOf[of[i]];
    weighted[i] = weights[i] * values[i];
  }
  return { values, weighted, sumOfSquares: dotProduct(weighted, values) };
}

/**
 * The weighted r of weighted mid-ranks. Frequencies give to the last digit what the rows written out would.
 *
 * @param x and @param y ranks of the same observations, neither constant
 */
export function weightedSpearman(x: WeightedRanks, y: WeightedRanks): number {
  const estimate = dotProduct(x.weighted, y.values) / Math.sqrt(x.sumOfSquares * y.sumOfSquares);
  return Math.max(-1, Math.min(1, estimate));
}
