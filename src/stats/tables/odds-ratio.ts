import { normalUpperQuantile } from '../../numeric/normal.js';
import { margins, tableReason } from './contingency-table.js';
import type { ContingencyTable } from './contingency-table.js';
import { undefinedEffect } from '../test-result.js';
import type { Effect } from '../test-result.js';

export interface WaldOddsRatio extends Effect {
  /** Whether ½ was added to every cell, because one was 0. */
  readonly corrected: boolean;
  /** Of ln(odds ratio). */
  readonly standardError: number | null;
}

/**
 * The sample odds ratio ad / bc of [[a, b], [c, d]] with Wald's interval on its logarithm. Where a cell is 0 the
 * ratio is 0, infinite or undefined, and ½ is added to every cell.
 *
 * Source: Woolf (1955); Haldane (1956) and Anscombe (1956) for the ½.
 *
 * @throws RangeError as `margins` does, or where the table is not 2×2
 * @example waldOddsRatio([[12, 7], [5, 30]]).estimate // 10.285714285714286
 */
export function waldOddsRatio(table: ContingencyTable, confidence = 0.95): WaldOddsRatio {
  const totals = margins(table);
  requireTwoByTwo(table);
  const reason = tableReason(totals);
  if (reason !== null) return { ...undefinedEffect(reason), corrected: false, standardError: null };
  const corrected = table.flat().includes(0);
  const [a, b, c, d] = table.flat().map((count) => (corrected ? count + 0.5 : count));
  const estimate = (a * d) / (b * c);
  const standardError = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  const reach = normalUpperQuantile((1 - confidence) / 2) * standardError;
  return {
    estimate,
    ciLow: estimate * Math.exp(-reach),
    ciHigh: estimate * Math.exp(reach),
    reason: null,
    corrected,
    standardError,
  };
}

/** @throws RangeError where the table does not have two rows and two columns */
export function requireTwoByTwo(table: ContingencyTable): void {
  if (table.length !== 2 || table[0].length !== 2) {
    throw new RangeError(`this needs a 2×2 table, not ${table.length}×${table[0]?.length ?? 0}`);
  }
}
