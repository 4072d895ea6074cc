import { chiSquareUpperTail } from '../../numeric/chi-square.js';
import { midRanks } from '../../numeric/mid-ranks.js';
import type { TestResult, WhyUndefined } from '../test-result.js';
import { pooled, tieTerm } from '../tie-term.js';

export interface KruskalWallisResult extends TestResult<'chi-square'> {
  /** H / (n − 1), from 0 to 1 (Kelley 1935; Tomczak & Tomczak 2014). */
  readonly epsilonSquared: number | null;
}

/** What rank tests of several groups share; groups without values are left out, `indices` says which stayed. */
export interface RankedGroups {
  readonly n: number;
  readonly indices: readonly number[];
  readonly sizes: readonly number[];
  readonly meanRanks: readonly number[];
  /** Variance of a single mid-rank, with divisor n − 1: ties included. */
  readonly rankVariance: number;
}

/**
 * The Kruskal-Wallis rank test of two or more independent groups, corrected for ties; p from chi-square.
 *
 * Source: Kruskal & Wallis (1952), "Use of ranks in one-criterion variance analysis".
 *
 * @param groups finite values of each group; a group without values does not count
 * @example kruskalWallis([Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6)]).statistic // 3.857142857142857
 */
export function kruskalWallis(groups: readonly Float64Array[]): KruskalWallisResult {
  const ranked = rankGroups(groups);
  const df = ranked.indices.length - 1;
  if (df < 1) return undefinedH('too-few');
  if (ranked.rankVariance === 0) return undefinedH('constant');
  const centre = (ranked.n + 1) / 2;
  const statistic = ranked.sizes.reduce((h, size, i) => h + size * (ranked.meanRanks[i] - centre) ** 2, 0)
    / ranked.rankVariance;
  const p = chiSquareUpperTail(statistic, df);
  return { statistic, df, p, pMethod: 'chi-square', epsilonSquared: statistic / (ranked.n - 1), reason: null };
}

/** Mid-ranks of all values together, averaged by group. */
export function rankGroups(groups: readonly Float64Array[]): RankedGroups {
  const indices = [...groups.keys()].filter((i) => groups[i].length > 0);
  const all = pooled(groups);
  const n = all.length;
  const ranks = midRanks(all);
  const sizes = indices.map((i) => groups[i].length);
  let from = 0;
  const meanRanks = sizes.map((size) => {
    const total = ranks.subarray(from, from + size).reduce((sum, rank) => sum + rank, 0);
    from += size;
    return total / size;
  });
  const rankVariance = n < 2 ? 0 : (n * (n + 1)) / 12 - tieTerm(all) / (12 * (n - 1));
  return { n, indices, sizes, meanRanks, rankVariance };
}

function undefinedH(reason: WhyUndefined): KruskalWallisResult {
  return { statistic: null, df: null, p: null, pMethod: 'chi-square', epsilonSquared: null, reason };
}
