import { normalTwoSided, normalUpperTail } from '../../numeric/normal.js';
import { undefinedReason } from './correlation-methods.js';
import type { Alternative, Coefficient, PValue } from './correlation-methods.js';
import { pairOf } from './pairs.js';
import type { CompletePair } from './pairs.js';

/**
 * Kendall's τ-b. Exactly ±1 where no pair of observations contradicts the rest; undefined for a constant variable
 * or fewer than three pairs.
 *
 * Source: Kendall (1945), "The treatment of ties in ranking problems", Biometrika 33:239-251.
 *
 * @param x and @param y finite values, x[i] belonging to y[i]
 * @example kendall(Float64Array.of(1, 2, 3, 4, 5), Float64Array.of(2, 1, 4, 3, 5)) // { estimate: 0.6, reason: null }
 */
export function kendall(x: Float64Array, y: Float64Array): Coefficient {
  return kendallOfPair(pairOf(x, y));
}

/** Kendall's τ-b of a complete pair. */
export function kendallOfPair(pair: CompletePair): Coefficient {
  const reason = undefinedReason(pair);
  if (reason !== null) return { estimate: null, reason };
  const { score, xUntied, yUntied } = pair.concordance;
  return { estimate: score / Math.sqrt(xUntied * yUntied), reason: null };
}

/**
 * The normal approximation to τ-b: z = S / σ, σ² corrected for ties, no continuity correction, as R's
 * cor.test(method = "kendall", exact = FALSE) has it.
 *
 * Source: Kendall & Gibbons (1990), Rank Correlation Methods (variance of S with ties in both rankings).
 */
export function normalApproximation(pair: CompletePair, alternative: Alternative = 'two-sided'): PValue {
  const { n, score } = pair.concordance;
  const x = tieSums(pair.x.levels.counts);
  const y = tieSums(pair.y.levels.counts);
  const variance =
    (n * (n - 1) * (2 * n + 5) - x.spread - y.spread) / 18 +
    (x.pairs * y.pairs) / (2 * n * (n - 1)) +
    (x.triples * y.triples) / (9 * n * (n - 1) * (n - 2));
  const z = score / Math.sqrt(variance);
  const p = alternative === 'two-sided' ? normalTwoSided(z) : normalUpperTail(alternative === 'greater' ? z : -z);
  return { p, statistic: z, df: null, method: 'normal', error: null };
}

/** Σ t(t−1)(2t+5), Σ t(t−1) and Σ t(t−1)(t−2) over groups of t tied values. */
function tieSums(counts: Int32Array): { spread: number; pairs: number; triples: number } {
  let spread = 0;
  let pairs = 0;
  let triples = 0;
  for (const t of counts) {
    const ordered = t * (t - 1);
    spread += ordered * (2 * t + 5);
    pairs += ordered;
    triples += ordered * (t - 2);
  }
  return { spread, pairs, triples };
}
