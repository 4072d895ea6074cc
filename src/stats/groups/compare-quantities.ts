import { oneWayAnova, welchAnova } from './anova.js';
import { cohensD } from './cohens-d.js';
import { RANK_TEST_P, bare, named, outcome } from './comparison-outcome.js';
import type { ComparisonOutcome } from './comparison-outcome.js';
import { hodgesLehmann } from './hodges-lehmann.js';
import { kruskalWallis } from './kruskal-wallis.js';
import { mannWhitney } from './mann-whitney.js';
import { rankBiserial } from './rank-biserial.js';
import { studentTTest, welchTTest } from './t-test.js';
import type { ComparisonP, ComparisonTestName } from '../../results/compare.js';

/** The tests of independent groups that need an order of the values. */
export type QuantityTest = Extract<
  ComparisonTestName,
  'mann-whitney' | 'kruskal' | 'welch' | 'student' | 'welch-anova' | 'anova'
>;

/**
 * Compares the values of independent groups, with the test's effect sizes; of two groups, the first against the
 * second.
 *
 * @param groups finite values of each group
 */
export function compareQuantities(
  test: QuantityTest,
  groups: readonly Float64Array[],
  { p, confidence }: { readonly p: ComparisonP; readonly confidence: number },
): ComparisonOutcome {
  const [first, second] = groups;
  switch (test) {
    case 'mann-whitney': {
      const result = mannWhitney(first, second, RANK_TEST_P[p]);
      return outcome(result, [
        named('rank-biserial', rankBiserial(first, second, confidence)),
        named('hodges-lehmann', hodgesLehmann(first, second, confidence)),
      ], { z: result.z });
    }
    case 'kruskal': {
      const result = kruskalWallis(groups);
      return outcome(result, [bare('epsilon-squared', result.epsilonSquared, result.reason)]);
    }
    case 'welch':
    case 'student': {
      const result = (test === 'welch' ? welchTTest : studentTTest)(first, second, confidence);
      const { cohensD: d, hedgesG } = cohensD(first, second, confidence);
      return outcome(result, [named('hedges-g', hedgesG), named('cohens-d', d), named('mean-difference', result)]);
    }
    case 'welch-anova':
    case 'anova': {
      const shares = oneWayAnova(groups);
      const result = test === 'anova' ? shares : welchAnova(groups);
      return outcome(result, [
        bare('omega-squared', shares.omegaSquared, shares.reason),
        bare('eta-squared', shares.etaSquared, shares.reason),
      ], { df2: result.df2 });
    }
  }
}
