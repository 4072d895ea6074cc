import { undefinedReason } from './correlation-methods.js';
import type { Coefficient } from './correlation-methods.js';
import { dotProduct } from './dot-product.js';
import { pairOf } from './pairs.js';
import type { CompletePair } from './pairs.js';

/**
 * Spearman's ρ: Pearson's r on mid-ranks, so ties are taken as they are and no shortcut over Σd² is used.
 * Exactly ±1 where the ranks agree or are reversed; undefined for a constant variable or fewer than three pairs.
 *
 * Source: Spearman (1904), "The proof and measurement of association between two things"; ties as in Kendall &
 * Gibbons (1990), Rank Correlation Methods, chapter 3.
 *
 * @param x and @param y finite values, x[i] belonging to y[i]
 * @example spearman(Float64Array.of(1, 2, 3, 4, 5), Float64Array.of(2, 1, 4, 3, 5)) // { estimate: 0.8, reason: null }
 */
export function spearman(x: Float64Array, y: Float64Array): Coefficient {
  return spearmanOfPair(pairOf(x, y));
}

/** Spearman's ρ of a complete pair. */
export function spearmanOfPair(pair: CompletePair): Coefficient {
  const reason = undefinedReason(pair);
  if (reason !== null) return { estimate: null, reason };
  const x = pair.x.ranks;
  const y = pair.y.ranks;
  // Where the ranks agree the three sums are the same number S, and √(S·S) rounds back to S.
  const estimate = dotProduct(x.values, y.values) / Math.sqrt(x.sumOfSquares * y.sumOfSquares);
  // Beyond 300,000 rows the sums round, and a nearly perfect ρ could pass 1.
  return { estimate: Math.max(-1, Math.min(1, estimate)), reason: null };
}
