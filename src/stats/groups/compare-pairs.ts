import type { ComparisonP, ComparisonTestName } from '../../results/compare.js';
import { pairedCohensD } from './cohens-d.js';
import { RANK_TEST_P, named, outcome, undefinedOutcome } from './comparison-outcome.js';
import type { ComparisonOutcome } from './comparison-outcome.js';
import { differences } from './grouped-values.js';
import type { GroupedValues } from './grouped-values.js';
import { pseudomedian } from './hodges-lehmann.js';
import { mcnemar } from './mcnemar.js';
import type { McNemarResult } from './mcnemar.js';
import { matchedRankBiserial } from './rank-biserial.js';
import { pairedTTest } from './t-test.js';
import type { WhyUndefined } from '../test-result.js';
import { wilcoxonSignedRank } from './wilcoxon-signed-rank.js';

export type PairedTest = Extract<ComparisonTestName, 'wilcoxon' | 'paired-t' | 'mcnemar'>;

const MCNEMAR_P: Readonly<Record<ComparisonP, McNemarResult['pMethod']>> = {
  auto: 'exact',
  exact: 'exact',
  approximate: 'chi-square-corrected',
  uncorrected: 'chi-square',
};

/**
 * Compares two waves of the same participants, the first against the second. McNemar's statistic, where exact, is the
 * number of pairs that changed to the last value, and its odds ratio that number over those that changed from it.
 *
 * @param waves of equal length: pair i is `groups[0][i]` and `groups[1][i]`
 */
export function comparePairs(
  test: PairedTest,
  waves: GroupedValues,
  { p, confidence }: { readonly p: ComparisonP; readonly confidence: number },
): ComparisonOutcome {
  if (test === 'mcnemar') {
    const table = changes(waves);
    if (typeof table === 'string') return undefinedOutcome(table);
    const result = mcnemar(table, MCNEMAR_P[p], confidence);
    return outcome(result, [named('odds-ratio-discordant', result.oddsRatio)]);
  }
  const change = differences(waves.groups);
  if (test === 'wilcoxon') {
    const result = wilcoxonSignedRank(change, RANK_TEST_P[p]);
    return outcome(result, [
      named('matched-rank-biserial', matchedRankBiserial(change, confidence)),
      named('pseudomedian', pseudomedian(change, confidence)),
    ], { z: result.z });
  }
  const result = pairedTTest(change, confidence);
  const { cohensD, hedgesG } = pairedCohensD(change, confidence);
  return outcome(result, [named('hedges-gz', hedgesG), named('cohens-dz', cohensD), named('mean-difference', result)]);
}

/** First wave down, second across: [[neither, gained], [lost, both]] of the last value. */
function changes({ groups: [first, second], values }: GroupedValues): number[][] | WhyUndefined {
  if (first.length === 0) return 'empty-group';
  if (values.length < 2) return 'constant';
  const event = values[values.length - 1].code;
  const table = [[0, 0], [0, 0]];
  for (let pair = 0; pair < first.length; pair++) {
    table[Number(first[pair] === event)][Number(second[pair] === event)] += 1;
  }
  return table;
}
