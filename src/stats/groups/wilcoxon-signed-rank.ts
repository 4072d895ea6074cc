import { midRanks } from '../../numeric/mid-ranks.js';
import type { RankTestP } from './mann-whitney.js';
import { rankNormal } from './rank-normal.js';
import { rankTails, signedRankDistribution } from './rank-sum-distribution.js';
import type { OneSidedP, TestResult } from '../test-result.js';

/** What to do with pairs that did not change: leave them out before ranking (Wilcoxon) or after it (Pratt 1959). */
export type ZeroRule = 'wilcoxon' | 'pratt';

export interface SignedRankResult extends TestResult<Exclude<RankTestP, 'auto'>>, OneSidedP {
  /** Pairs with a difference other than 0. */
  readonly n: number;
  readonly zeros: number;
  /** The sum of the ranks of the positive differences: R's V. Also in `statistic`. */
  readonly positive: number;
  readonly negative: number;
  readonly z: number | null;
}

const EXACT_BELOW = 50;
const LARGEST_EXACT = 1000;

/**
 * The Wilcoxon signed-rank test of paired values.
 *
 * Exact: over all signs of the ranked differences, ties included, as `coin::wilcoxsign_test(distribution =
 * "exact")`; without ties and zeros that is R's `wilcox.test(paired = TRUE)`. Normal: with or without the
 * continuity correction of ½. The distribution is symmetric, so the two-sided p is P(|V − E| >= |v − E|) and twice
 * the smaller tail at once. `auto` is exact for fewer than 50 pairs that changed.
 *
 * @param differences first minus second, finite; `pLess` says that the first tends to be lower
 * @example wilcoxonSignedRank(Float64Array.of(1, 2, -3, 4)) // { positive: 7, p: 0.625, pMethod: 'exact', … }
 */
export function wilcoxonSignedRank(
  differences: Float64Array,
  asked: RankTestP = 'auto',
  zeroRule: ZeroRule = 'wilcoxon',
): SignedRankResult {
  const { ranks, signs, zeros } = rankedDifferences(differences, zeroRule);
  const n = ranks.length;
  const pMethod = asked === 'auto' ? (n < EXACT_BELOW ? 'exact' : 'normal') : asked;
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  const positive = ranks.reduce((sum, rank, i) => sum + (signs[i] > 0 ? rank : 0), 0);
  const shared = { n, zeros, positive, negative: total - positive, statistic: positive, df: null, pMethod };
  const none = { ...shared, z: null, p: null, pLess: null, pGreater: null };
  if (differences.length === 0) return { ...none, statistic: null, reason: 'empty-group' };
  if (n === 0) return { ...none, reason: 'constant' };
  if (pMethod === 'exact') {
    if (n > LARGEST_EXACT) return { ...none, reason: 'too-large' };
    const { two, less, greater } = rankTails(signedRankDistribution(ranks), positive, total / 2);
    return { ...shared, z: null, p: two, pLess: less, pGreater: greater, reason: null };
  }
  // Σr²/4 is the tie-corrected variance, whichever ranks were left out.
  const deviation = Math.sqrt(ranks.reduce((sum, rank) => sum + rank * rank, 0)) / 2;
  return { ...shared, ...rankNormal(positive - total / 2, deviation, pMethod === 'normal'), reason: null };
}

/** Mid-ranks of |d| for the differences that are not 0, and their signs. */
export function rankedDifferences(
  differences: Float64Array,
  zeroRule: ZeroRule,
): { ranks: Float64Array; signs: Float64Array; zeros: number } {
  const changed = differences.filter((difference) => difference !== 0);
  const zeros = differences.length - changed.length;
  const ranks = midRanks(changed.map(Math.abs));
  const signs = changed.map(Math.sign);
  return { ranks: zeroRule === 'pratt' ? ranks.map((rank) => rank + zeros) : ranks, signs, zeros };
}
