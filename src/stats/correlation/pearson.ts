import { undefinedReason } from './correlation-methods.js';
import type { Coefficient } from './correlation-methods.js';
import { cosine } from './cosine.js';
import { pairOf } from './pairs.js';
import type { CompletePair } from './pairs.js';

/**
 * Pearson's r. Exactly ±1 where the values lie on a line as closely as double precision can tell; undefined for a
 * constant variable or fewer than three pairs.
 *
 * @param x and @param y finite values, x[i] belonging to y[i]
 * @example pearson(Float64Array.of(1, 2, 3, 4, 5), Float64Array.of(2, 1, 4, 3, 5)) // { estimate: 0.8, reason: null }
 */
export function pearson(x: Float64Array, y: Float64Array): Coefficient {
  return pearsonOfPair(pairOf(x, y));
}

/** Pearson's r of a complete pair. */
export function pearsonOfPair(pair: CompletePair): Coefficient {
  const reason = undefinedReason(pair);
  if (reason !== null) return { estimate: null, reason };
  const estimate = cosine(pair.x.unitDeviations, pair.y.unitDeviations);
  return Number.isNaN(estimate) ? { estimate: null, reason: 'not-finite' } : { estimate, reason: null };
}
