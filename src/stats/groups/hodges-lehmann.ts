import { normalUpperQuantile } from '../../numeric/normal.js';
import { rankSumVariance } from './mann-whitney.js';
import { rankSumDistribution, signedRankDistribution } from './rank-sum-distribution.js';
import type { RankDistribution } from './rank-sum-distribution.js';
import { kthDifference, kthWalshAverage } from '../select-by-counting.js';
import { undefinedEffect } from '../test-result.js';
import type { Effect } from '../test-result.js';
import { pooled, tieTerm } from '../tie-term.js';

export interface Shift extends Effect {
  readonly ciMethod: 'exact' | 'normal';
  /** What the exact interval, whose coverage moves in steps, really covers; null for the normal one. */
  readonly achievedConfidence: number | null;
}

const EXACT_BELOW = 50;

/**
 * The Hodges-Lehmann shift: the median of all differences first − second, with the interval that the Mann-Whitney
 * test inverts to. Exact for samples under 50 without ties, else normal with continuity correction, as R's
 * `wilcox.test(conf.int = TRUE)`; where R searches for the normal limits to 1e-4, these are the differences at which
 * its search aims. R's normal estimate is the end of such a search too; here it is always the median.
 *
 * Source: Hodges & Lehmann (1963); interval: Hollander & Wolfe (1973), chapter 4; ties only within samples count
 * for the normal one, because a shift undoes those between them.
 *
 * @param first and @param second finite values
 * @example hodgesLehmann(Float64Array.of(5, 6, 9), Float64Array.of(1, 2, 4)).estimate // 4
 */
export function hodgesLehmann(first: Float64Array, second: Float64Array, confidence = 0.95): Shift {
  const n1 = first.length;
  const n2 = second.length;
  if (n1 === 0 || n2 === 0) return { ...undefinedEffect('empty-group'), ciMethod: 'exact', achievedConfidence: null };
  const a = first.slice().sort();
  const b = second.slice().sort();
  const kth = (k: number): number => kthDifference(a, b, k);
  if (n1 < EXACT_BELOW && n2 < EXACT_BELOW && tieTerm(pooled([first, second])) === 0) {
    const size = Math.min(n1, n2);
    const distribution = rankSumDistribution(Float64Array.from({ length: n1 + n2 }, (_, i) => i + 1), size);
    return exactShift(kth, n1 * n2, confidence, distribution, (size * (size + 1)) / 2);
  }
  return normalShift(kth, n1 * n2, confidence, rankSumVariance(n1, n2, tieTerm(first) + tieTerm(second)));
}

/**
 * The pseudomedian of paired differences: the median of the Walsh averages, with the interval that the signed-rank
 * test inverts to. Differences of 0 are left out, as that test and R leave them out.
 *
 * Source: Hollander & Wolfe (1973), chapter 3.
 *
 * @param differences first − second, finite
 */
export function pseudomedian(differences: Float64Array, confidence = 0.95): Shift {
  const sorted = differences.filter((difference) => difference !== 0).sort();
  const n = sorted.length;
  if (n === 0) {
    const reason = differences.length === 0 ? 'empty-group' : 'constant';
    return { ...undefinedEffect(reason), ciMethod: 'exact', achievedConfidence: null };
  }
  const kth = (k: number): number => kthWalshAverage(sorted, k);
  const averages = (n * (n + 1)) / 2;
  if (n < EXACT_BELOW && n === differences.length && tieTerm(sorted.map(Math.abs)) === 0) {
    const ranks = Float64Array.from(sorted, (_, i) => i + 1);
    return exactShift(kth, averages, confidence, signedRankDistribution(ranks), 0);
  }
  return normalShift(kth, averages, confidence, (n * (n + 1) * (2 * n + 1)) / 24 - tieTerm(sorted) / 48);
}

/** @param lowest the smallest value of the rank sum, at which the statistic counts no pair */
function exactShift(
  kth: (k: number) => number,
  pairs: number,
  confidence: number,
  { probability }: RankDistribution,
  lowest: number,
): Shift {
  // Too little by a few roundings, so that a tail of exactly α/2 is one.
  const alpha = (1 - confidence) / 2 - 10 * Number.EPSILON;
  let k = 0;
  let outside = 0;
  do outside += probability[lowest + k++];
  while (outside + probability[lowest + k] < alpha);
  return {
    estimate: medianOf(kth, pairs),
    ciLow: kth(k),
    ciHigh: kth(pairs + 1 - k),
    ciMethod: 'exact',
    achievedConfidence: Math.max(0, 1 - 2 * outside),
    reason: null,
  };
}

function normalShift(kth: (k: number) => number, pairs: number, confidence: number, variance: number): Shift {
  const reach = normalUpperQuantile((1 - confidence) / 2) * Math.sqrt(variance);
  const k = Math.min(Math.max(1, Math.ceil(pairs / 2 - 0.5 - reach)), Math.ceil(pairs / 2));
  return {
    estimate: medianOf(kth, pairs),
    ciLow: kth(k),
    ciHigh: kth(pairs + 1 - k),
    ciMethod: 'normal',
    achievedConfidence: null,
    reason: null,
  };
}

function medianOf(kth: (k: number) => number, pairs: number): number {
  const low = kth(Math.ceil(pairs / 2));
  return pairs % 2 === 1 ? low : low + (kth(pairs / 2 + 1) - low) / 2;
}
