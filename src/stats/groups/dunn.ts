import { normalTwoSided } from '../../numeric/normal.js';
import { rankGroups } from './kruskal-wallis.js';
import type { TestResult } from '../test-result.js';

/** One pair of groups; `statistic` is z, positive where the first group ranks higher. */
export interface DunnComparison extends TestResult<'normal'> {
  /** Places of the two groups in the list that was given. */
  readonly first: number;
  readonly second: number;
  readonly meanRankDifference: number;
}

/**
 * Dunn's test of every pair of groups after Kruskal-Wallis: mean ranks among all values, their variance corrected
 * for ties. The p is two-sided and not yet adjusted for the number of pairs: `adjustP` does that.
 *
 * Source: Dunn (1964), "Multiple comparisons using rank sums", Technometrics 6:241-252.
 *
 * @param groups finite values of each group; pairs with a group without values are left out
 */
export function dunnTest(groups: readonly Float64Array[]): DunnComparison[] {
  const { indices, sizes, meanRanks, rankVariance } = rankGroups(groups);
  const comparisons: DunnComparison[] = [];
  for (let i = 0; i < indices.length; i++) {
    for (let j = i + 1; j < indices.length; j++) {
      const meanRankDifference = meanRanks[i] - meanRanks[j];
      const pair = { first: indices[i], second: indices[j], meanRankDifference, df: null, pMethod: 'normal' as const };
      if (rankVariance === 0) {
        comparisons.push({ ...pair, statistic: null, p: null, reason: 'constant' });
        continue;
      }
      const statistic = meanRankDifference / Math.sqrt(rankVariance * (1 / sizes[i] + 1 / sizes[j]));
      comparisons.push({ ...pair, statistic, p: normalTwoSided(statistic), reason: null });
    }
  }
  return comparisons;
}
