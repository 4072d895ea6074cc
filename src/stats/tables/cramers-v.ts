import { noncentralityOfChiSquare } from '../../numeric/noncentral-chi-square.js';
import { chiSquareTest } from './chi-square-test.js';
import type { ContingencyTable } from './contingency-table.js';
import { undefinedEffect } from '../test-result.js';
import type { Effect } from '../test-result.js';

export interface CramersV {
  /** √(χ² / (n (min(r, c) − 1))), from 0 to 1; biased upwards in small samples. */
  readonly plain: Effect;
  /** The same with its bias removed; 0 where χ² is below its degrees of freedom. */
  readonly biasCorrected: Effect;
}

/**
 * Cramér's V of a table, plain and bias-corrected. Both estimate one number, so they share one interval: the
 * noncentralities λ that put χ² at the ends of their distributions, as √(λ / (n (min(r, c) − 1))).
 *
 * Source: Cramér (1946); Bergsma (2013), "A bias-correction for Cramér's V and Tschuprow's T";
 * Smithson (2003), "Confidence intervals", chapter 4, for the interval.
 *
 * @throws RangeError as `margins` does
 * @example cramersV([[3, 1], [1, 3]]).plain.estimate // 0.5
 */
export function cramersV(table: ContingencyTable, confidence = 0.95): CramersV {
  const { statistic, df, n, reason } = chiSquareTest(table);
  if (statistic === null || df === null) {
    const none = undefinedEffect(reason ?? 'too-few');
    return { plain: none, biasCorrected: none };
  }
  const rows = table.length;
  const columns = table[0].length;
  const scale = n * (Math.min(rows, columns) - 1);
  const tail = (1 - confidence) / 2;
  const limit = (p: number): number => Math.min(1, Math.sqrt(noncentralityOfChiSquare(statistic, df, p) / scale));
  const interval = { ciLow: limit(1 - tail), ciHigh: limit(tail), reason: null };
  const plain = { estimate: Math.min(1, Math.sqrt(statistic / scale)), ...interval };
  if (n < 2) return { plain, biasCorrected: undefinedEffect('too-few') };
  const excess = Math.max(0, statistic / n - df / (n - 1));
  const shrunk = (levels: number): number => levels - (levels - 1) ** 2 / (n - 1);
  const width = Math.min(shrunk(rows), shrunk(columns)) - 1;
  const corrected = width > 0 ? Math.min(1, Math.sqrt(excess / width)) : null;
  return {
    plain,
    biasCorrected: corrected === null ? undefinedEffect('too-few') : { estimate: corrected, ...interval },
  };
}
