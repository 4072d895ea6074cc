import type { Alternative, PValue, PValueMethod } from '../correlation/correlation-methods.js';
import { normalApproximation } from '../correlation/kendall.js';

/** 1 / n! of a larger n is no longer a double of full precision. */
export const MOST_EXACT_KENDALL = 170;

/** The tails of τ under independence, without ties. */
export interface KendallTails {
  /** min(1, twice the smaller tail), as R's cor.test has it. */
  readonly two: number;
  /** P(S ≤ score): τ tends below 0. */
  readonly less: number;
  /** P(S ≥ score). */
  readonly greater: number;
}

/**
 * How likely each number of discordant pairs is among all n! orders: entry d is P(D = d), from 0 to n (n − 1) / 2.
 *
 * Source: the recursion of Kendall (1938), "A new measure of rank correlation", Biometrika 30:81-93: the nth
 * observation stands in discordance with 0 … n − 1 of those before it, each as likely. Only positive terms are added.
 *
 * @param n from 1 to 170
 * @example discordantPairs(3) // 1/6, 2/6, 2/6, 1/6
 */
export function discordantPairs(n: number): Float64Array {
  if (!(n >= 1 && n <= MOST_EXACT_KENDALL)) throw new RangeError(`exact for n of 1 to ${MOST_EXACT_KENDALL}`);
  let before = Float64Array.of(1);
  for (let size = 2; size <= n; size++) {
    const most = (size * (size - 1)) / 2;
    const now = new Float64Array(most + 1);
    for (let d = 0; 2 * d <= most; d++) {
      let ways = 0;
      for (let i = Math.max(0, d - size + 1); i <= Math.min(d, before.length - 1); i++) ways += before[i];
      now[d] = now[most - d] = ways / size;
    }
    before = now;
  }
  return before;
}

/**
 * The exact p of Kendall's S = concordant − discordant pairs.
 *
 * @param distribution of discordantPairs(n)
 * @param score S, of the same parity as n (n − 1) / 2
 * @example kendallTails(discordantPairs(5), 6) // { two: 0.2333, less: 0.9583, greater: 0.1167 }
 */
export function kendallTails(distribution: Float64Array, score: number): KendallTails {
  const pairs = distribution.length - 1;
  const greater = upTo(distribution, (pairs - score) / 2);
  const less = upTo(distribution, (pairs + score) / 2);
  return { two: Math.min(1, 2 * Math.min(less, greater)), less, greater };
}

/**
 * Kendall's exact p for pairs without ties and n up to 170, as R's cor.test(method = "kendall", exact = TRUE) prints
 * it; `statistic` is R's T, the number of concordant pairs. Any other pair gets the normal approximation, which its
 * `method` says. The distribution of each n is worked out once.
 *
 * @example correlateColumns({ x, y, options: { method: 'kendall', p: exactKendall() } })
 */
export function exactKendall(alternative: Alternative = 'two-sided'): PValueMethod {
  const distributions = new Map<number, Float64Array>();
  return (pair): PValue => {
    const { n, tied } = pair;
    if (tied || n > MOST_EXACT_KENDALL) return normalApproximation(pair, alternative);
    const distribution = distributions.get(n) ?? discordantPairs(n);
    distributions.set(n, distribution);
    const { score } = pair.concordance;
    const p = kendallTails(distribution, score)[alternative === 'two-sided' ? 'two' : alternative];
    // At most n (n − 1) / 2 additions and n divisions made each term, and as many additions the tail.
    const error = p * n * n * Number.EPSILON;
    return { p, statistic: (distribution.length - 1 + score) / 2, df: null, method: 'exact', error };
  };
}

/** P(D ≤ d), from the side where less is added up. */
function upTo(distribution: Float64Array, d: number): number {
  const pairs = distribution.length - 1;
  if (2 * d >= pairs) return 1 - (d === pairs ? 0 : upTo(distribution, pairs - d - 1));
  let p = 0;
  for (let i = 0; i <= d; i++) p += distribution[i];
  return p;
}
