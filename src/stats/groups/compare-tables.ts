import type { RandomStream } from '../../numeric/random.js';
import type { ComparisonTestName } from '../../results/compare.js';
import { chiSquareTest } from '../tables/chi-square-test.js';
import { named, outcome, undefinedOutcome } from './comparison-outcome.js';
import type { ComparisonOutcome, NamedEffect } from './comparison-outcome.js';
import type { ContingencyTable } from '../tables/contingency-table.js';
import { cramersV } from '../tables/cramers-v.js';
import { fisherExact } from '../tables/fisher-exact.js';
import { fisherRxC } from '../tables/fisher-rxc.js';
import { waldOddsRatio } from '../tables/odds-ratio.js';

export type TableTest = Extract<ComparisonTestName, 'fisher' | 'chi-square' | 'chi-square-yates'>;

export interface TableOptions {
  readonly confidence: number;
  /** Asked for only where an exact p would not end in time. */
  readonly stream: () => RandomStream;
}

/**
 * Compares how groups divide among values. Of a 2×2 table the odds ratio is of the last value, the first group's
 * odds over the second's: R's `fisher.test` of groups by values prints its reciprocal.
 *
 * @param table counts, groups down and values across; groups and values without any do not count
 */
export function compareTable(
  test: TableTest, table: ContingencyTable, { confidence, stream }: TableOptions,
): ComparisonOutcome {
  const filled = withoutEmpty(table);
  if (filled.length < 2) return undefinedOutcome('empty-group');
  if (filled[0].length < 2) return undefinedOutcome('constant');
  const { smallestExpected } = chiSquareTest(filled);
  const v = cramersV(filled, confidence);
  const association = [named('cramers-v-bias-corrected', v.biasCorrected), named('cramers-v', v.plain)];
  const isTwoByTwo = filled.length === 2 && filled[0].length === 2;
  const ofEvent = filled.map((row) => row.toReversed());
  const wald = (): NamedEffect => named('odds-ratio-wald', waldOddsRatio(ofEvent, confidence));
  const conditional = (): NamedEffect => named('odds-ratio-conditional', fisherExact(ofEvent, confidence).oddsRatio);
  if (test === 'fisher' && !isTwoByTwo) {
    const { pLow, pHigh, draws, ...result } = fisherRxC(filled, { stream: stream() });
    const drawn = pLow === null || pHigh === null || draws === null ? null : { pLow, pHigh, draws };
    return outcome(result, association, { smallestExpected, drawn });
  }
  if (test === 'fisher') {
    return outcome(fisherExact(ofEvent, confidence), [conditional(), wald(), ...association], { smallestExpected });
  }
  const result = chiSquareTest(filled, test === 'chi-square-yates');
  return outcome(result, isTwoByTwo ? [wald(), conditional(), ...association] : association, { smallestExpected });
}

/** The smallest count that independence would give a cell; Infinity where there is no table. */
export function smallestExpectedCount(table: ContingencyTable): number {
  const filled = withoutEmpty(table);
  return (filled.length < 2 ? null : chiSquareTest(filled).smallestExpected) ?? Infinity;
}

function withoutEmpty(table: ContingencyTable): number[][] {
  const used = (table[0] ?? []).map((_, column) => table.some((row) => row[column] > 0));
  return table.filter((row) => row.some((count) => count > 0)).map((row) => row.filter((_, column) => used[column]));
}
