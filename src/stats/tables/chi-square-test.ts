import { chiSquareUpperTail } from '../../numeric/chi-square.js';
import { margins, tableReason } from './contingency-table.js';
import type { ContingencyTable } from './contingency-table.js';
import type { TestResult } from '../test-result.js';

export interface ChiSquareResult extends TestResult<'chi-square' | 'chi-square-yates'> {
  readonly n: number;
  /** Row total × column total / n, in the shape of the table. */
  readonly expected: readonly (readonly number[])[];
  /** The smallest expected count; below 5, Fisher's exact test is the safer one (Cochran 1954). */
  readonly smallestExpected: number | null;
}

/**
 * Pearson's chi-square test of independence. Yates' correction takes ½ off each |observed − expected| of a 2×2 table,
 * and no more than there is, as R does; other tables have none.
 *
 * @param table counts; a row or column of zeros leaves the test undefined
 * @throws RangeError as `margins` does
 * @example chiSquareTest([[3, 1], [1, 3]]) // { statistic: 2, df: 1, p: 0.157299207, … }
 */
export function chiSquareTest(table: ContingencyTable, yates = false): ChiSquareResult {
  const totals = margins(table);
  const { rows, columns, n } = totals;
  const corrected = yates && rows.length === 2 && columns.length === 2;
  const pMethod = corrected ? 'chi-square-yates' : 'chi-square';
  const reason = tableReason(totals);
  if (reason !== null) {
    return { statistic: null, df: null, p: null, pMethod, reason, n, expected: [], smallestExpected: null };
  }
  const expected = rows.map((row) => columns.map((column) => (row * column) / n));
  const distance = (i: number, j: number): number => Math.abs(table[i][j] - expected[i][j]);
  const correction = corrected ? Math.min(0.5, distance(0, 0)) : 0;
  let statistic = 0;
  expected.forEach((row, i) => row.forEach((count, j) => {
    statistic += (distance(i, j) - correction) ** 2 / count;
  }));
  const df = (rows.length - 1) * (columns.length - 1);
  const p = chiSquareUpperTail(statistic, df);
  return { statistic, df, p, pMethod, reason: null, n, expected, smallestExpected: Math.min(...expected.flat()) };
}
