import { chiSquareUpperTail } from '../../numeric/chi-square.js';
import { regularizedBeta } from '../../numeric/incomplete-beta.js';
import { clopperPearson } from '../tables/clopper-pearson.js';
import { margins } from '../tables/contingency-table.js';
import type { ContingencyTable } from '../tables/contingency-table.js';
import { requireTwoByTwo } from '../tables/odds-ratio.js';
import { undefinedEffect } from '../test-result.js';
import type { Effect, TestResult } from '../test-result.js';

export interface McNemarResult extends TestResult<'exact' | 'chi-square-corrected' | 'chi-square'> {
  /** Pairs that changed in either direction; only they count. */
  readonly discordant: number;
  /** b / c, the odds that a changed pair went from the first column's answer to the second's, with exact interval. */
  readonly oddsRatio: Effect;
}

/**
 * McNemar's test of paired yes/no answers, [[a, b], [c, d]] with rows the first wave and columns the second.
 *
 * Exact: twice the smaller binomial tail of b among b + c, as SPSS and `exact2x2` print. Chi-square:
 * (|b − c| − 1)² / (b + c) with the continuity correction (R's `mcnemar.test`), (b − c)² / (b + c) without.
 *
 * Source: McNemar (1947); Edwards (1948) for the correction; the interval is Clopper & Pearson's (1934) for
 * b / (b + c), as odds.
 *
 * @throws RangeError as `margins` does, or where the table is not 2×2
 * @example mcnemar([[10, 5], [2, 9]], 'exact').p // 0.453125
 */
export function mcnemar(
  table: ContingencyTable,
  pMethod: McNemarResult['pMethod'] = 'exact',
  confidence = 0.95,
): McNemarResult {
  const { n } = margins(table);
  requireTwoByTwo(table);
  const b = table[0][1];
  const c = table[1][0];
  const discordant = b + c;
  if (discordant === 0) {
    const reason = n === 0 ? 'empty-group' : 'constant';
    const none = { statistic: null, df: null, p: null, pMethod, reason, discordant } as const;
    return { ...none, oddsRatio: undefinedEffect(reason) };
  }
  const share = clopperPearson(b, discordant, confidence);
  const odds = (p: number): number => p / (1 - p);
  const oddsRatio = { estimate: b / c, ciLow: odds(share.low), ciHigh: odds(share.high), reason: null };
  const shared = { pMethod, reason: null, discordant, oddsRatio };
  if (pMethod === 'exact') {
    const fewer = Math.min(b, c);
    const tail = fewer === discordant ? 1 : regularizedBeta(0.5, discordant - fewer, fewer + 1);
    return { ...shared, statistic: b, df: null, p: Math.min(1, 2 * tail) };
  }
  const distance = Math.abs(b - c);
  const corrected = pMethod === 'chi-square-corrected' && distance > 0 ? distance - 1 : distance;
  const statistic = (corrected * corrected) / discordant;
  return { ...shared, statistic, df: 1, p: chiSquareUpperTail(statistic, 1) };
}
