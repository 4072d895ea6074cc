import type { RandomStream } from '../../numeric/random.js';
import { margins } from './contingency-table.js';
import type { ContingencyTable } from './contingency-table.js';
import { fisherMonteCarlo } from './fisher-monte-carlo.js';
import { fisherNetworkP } from './fisher-network.js';
import type { TestResult, WhyUndefined } from '../test-result.js';

export interface FisherRxCOptions {
  /** Drawn from where the exact p takes too long; the caller gives each table a stream of its own. */
  readonly stream: RandomStream;
  /** Random tables, where they are needed. */
  readonly draws?: number;
  /** `auto` is exact where that ends within the work allowed. */
  readonly method?: 'auto' | 'exact' | 'monte-carlo';
  /** Steps that the exact p may take; counted, not timed, so that every machine decides alike. */
  readonly work?: number;
}

export interface FisherRxCResult extends TestResult<'exact' | 'monte-carlo'> {
  readonly n: number;
  /** The 95 % interval for the exact p, and the tables drawn, where p is a Monte Carlo one. */
  readonly pLow: number | null;
  readonly pHigh: number | null;
  readonly draws: number | null;
}

/** About half a second. */
const WORK = 2e7;
const DRAWS = 100_000;

/**
 * Fisher's exact test of a table of any size (Freeman & Halton 1951): the chance, given the margins, of a table no
 * likelier than the observed one. Exact by the network algorithm, and where that would not end in time by Monte
 * Carlo, which `pMethod` then names. Rows and columns of zeros do not matter.
 *
 * @throws RangeError as `margins` does
 * @example fisherRxC([[8, 11], [2, 3], [5, 14]], { stream }).p // 0.6004544063
 */
export function fisherRxC(
  table: ContingencyTable,
  { stream, draws = DRAWS, method = 'auto', work = WORK }: FisherRxCOptions,
): FisherRxCResult {
  const { rows, columns, n } = margins(table);
  const filled = table.filter((_, i) => rows[i] > 0).map((row) => row.filter((_, j) => columns[j] > 0));
  const none = { statistic: null, df: null, n, pLow: null, pHigh: null, draws: null };
  const undefinedP = (reason: WhyUndefined): FisherRxCResult => ({ ...none, p: null, pMethod: 'exact', reason });
  if (n === 0) return undefinedP('empty-group');
  if (filled.length < 2 || filled[0].length < 2) return undefinedP('empty-margin');
  if (method !== 'monte-carlo') {
    const p = fisherNetworkP(filled, { left: work });
    if (p !== null) return { ...none, p, pMethod: 'exact', reason: null };
    if (method === 'exact') return undefinedP('too-large');
  }
  const { p, low, high } = fisherMonteCarlo(filled, stream, draws);
  return { ...none, p, pMethod: 'monte-carlo', reason: null, pLow: low, pHigh: high, draws };
}
