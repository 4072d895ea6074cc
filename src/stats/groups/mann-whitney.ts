import { midRanks } from '../../numeric/mid-ranks.js';
import { rankNormal } from './rank-normal.js';
import { rankSumDistribution, rankSumSteps, rankTails } from './rank-sum-distribution.js';
import type { OneSidedP, TestResult } from '../test-result.js';
import { pooled, tieTerm } from '../tie-term.js';

/** How a rank test gets its p; `auto` is exact for samples under 50 and else normal with continuity correction. */
export type RankTestP = 'auto' | 'exact' | 'normal' | 'normal-uncorrected';

export interface MannWhitneyResult extends TestResult<Exclude<RankTestP, 'auto'>>, OneSidedP {
  readonly n1: number;
  readonly n2: number;
  /** Pairs in which the first group's value is the higher, ties counting half: R's W. Also in `statistic`. */
  readonly u1: number;
  /** n₁n₂ − u1. */
  readonly u2: number;
  /** The normal deviate, where p comes from it. */
  readonly z: number | null;
}

/** R's own limit; a test of two samples of 49 takes about 10 ms. */
const EXACT_BELOW = 50;
const MOST_STEPS = 2e9;

/**
 * The Mann-Whitney (Wilcoxon rank sum) test of two independent samples.
 *
 * Exact: over all ways to divide the values, ties included, among the groups; the two-sided p is
 * P(|U − E| >= |u − E|). Without ties that is R's `wilcox.test(exact = TRUE)`, whose distribution is symmetric;
 * with ties it is `coin::wilcox_test(distribution = "exact")`. Normal: tie-corrected variance, with or without the
 * continuity correction of ½, as R and SPSS (without) have it.
 *
 * @param first and @param second finite values
 * @example mannWhitney(Float64Array.of(3, 5), Float64Array.of(2, 1, 4)) // { u1: 5, p: 0.4, pMethod: 'exact', … }
 */
export function mannWhitney(
  first: Float64Array,
  second: Float64Array,
  asked: RankTestP = 'auto',
): MannWhitneyResult {
  const n1 = first.length;
  const n2 = second.length;
  const small = n1 < EXACT_BELOW && n2 < EXACT_BELOW;
  const pMethod = asked === 'auto' ? (small ? 'exact' : 'normal') : asked;
  const all = pooled([first, second]);
  const ranks = midRanks(all);
  const u1 = ranks.subarray(0, n1).reduce((total, rank) => total + rank, 0) - (n1 * (n1 + 1)) / 2;
  const shared = { n1, n2, u1, u2: n1 * n2 - u1, statistic: u1, df: null, pMethod };
  const none = { ...shared, z: null, p: null, pLess: null, pGreater: null };
  if (n1 === 0 || n2 === 0) return { ...none, statistic: null, reason: 'empty-group' };
  const deviation = Math.sqrt(rankSumVariance(n1, n2, tieTerm(all)));
  if (deviation === 0) return { ...none, reason: 'constant' };
  if (pMethod === 'exact') {
    if (!canBeExact(n1, n2)) return { ...none, reason: 'too-large' };
    return { ...shared, z: null, ...exactP(ranks, n1, n2, u1), reason: null };
  }
  return { ...shared, ...rankNormal(u1 - (n1 * n2) / 2, deviation, pMethod === 'normal'), reason: null };
}

/** The null variance of U given the ties, Σ(t³ − t) of the pooled values (Lehmann 1975, "Nonparametrics"). */
export function rankSumVariance(n1: number, n2: number, ties: number): number {
  const n = n1 + n2;
  return n < 2 ? 0 : ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)));
}

function canBeExact(n1: number, n2: number): boolean {
  return n1 + n2 <= 1000 && rankSumSteps(n1 + n2, Math.min(n1, n2)) <= MOST_STEPS;
}

/** The smaller group is the one to choose: the programme's cost grows with the square of its size. */
function exactP(ranks: Float64Array, n1: number, n2: number, u1: number): OneSidedP & { p: number } {
  const swapped = n2 < n1;
  const size = swapped ? n2 : n1;
  const u = swapped ? n1 * n2 - u1 : u1;
  const distribution = rankSumDistribution(ranks, size);
  const tails = rankTails(distribution, u + (size * (size + 1)) / 2, (size * (n1 + n2 + 1)) / 2);
  return {
    p: tails.two,
    pLess: swapped ? tails.greater : tails.less,
    pGreater: swapped ? tails.less : tails.greater,
  };
}
