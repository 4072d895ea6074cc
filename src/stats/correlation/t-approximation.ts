import { studentTTwoSided, studentTUpperTail } from '../../numeric/student-t.js';
import type { Alternative, PValue } from './correlation-methods.js';

/**
 * Tests a correlation against 0 by t = r √(df / (1 − r²)), df = n − 2: exact for Pearson's r of normal data, an
 * approximation for Spearman's ρ, and what SPSS, SAS, scipy and R with ties print for it.
 * At r = ±1 t is infinite: the statistic is null, because a record is JSON and has no infinity, and p is 0.
 *
 * Source: Fisher (1915), Biometrika 10:507-521, for r; Pitman (1937), "Significance tests which may be applied to
 * samples from any populations. II", JRSS Supplement 4:225-232, for ranks.
 *
 * @param estimate between −1 and 1
 * @param n pairs, at least 3
 * @example tApproximation(-0.2857, 54) // { p: 0.0362, statistic: -2.15, df: 52, method: 't', error: null }
 */
export function tApproximation(estimate: number, n: number, alternative: Alternative = 'two-sided'): PValue {
  const df = n - 2;
  if (Math.abs(estimate) === 1) {
    const p = alternative === 'two-sided' || (alternative === 'greater') === (estimate === 1) ? 0 : 1;
    return { p, statistic: null, df, method: 't', error: null };
  }
  const t = estimate * Math.sqrt(df / ((1 - estimate) * (1 + estimate)));
  return { p: tailOf(t, df, alternative), statistic: t, df, method: 't', error: null };
}

function tailOf(t: number, df: number, alternative: Alternative): number {
  return alternative === 'two-sided' ? studentTTwoSided(t, df) : studentTUpperTail(alternative === 'greater' ? t : -t, df);
}
