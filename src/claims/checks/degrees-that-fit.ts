import { comparePs } from './printed-p.js';
import type { PrintedP } from './printed-p.js';
import type { Interval } from './rounding.js';
import { pInterval } from './test-p.js';

/** Whole degrees of freedom from `least` to `most`; `most` is Infinity where every larger one fits too. */
export interface FittingDegrees {
  readonly least: number;
  readonly most: number;
}

/** No table has more cells than this, and t is normal long before. */
const MOST = 2000;

/**
 * The degrees of freedom at which a χ² or t printed without them has the p printed beside it; null where none fits.
 *
 * @param tails 1 halves the p of t
 * @example degreesThatFit({ low: 17.775, high: 17.785 }, 'chi-square', { relation: '=', printed: decimal('.001') }, 2, 0.05); // { least: 3, most: 4 }
 */
export function degreesThatFit(
  statistic: Interval, name: 'chi-square' | 't', printed: PrintedP, tails: 1 | 2, alpha: number,
): FittingDegrees | null {
  const fits = (df: number): boolean => {
    const { low, high } = pInterval(statistic, { name, df: { low: df, high: df } });
    const factor = name === 't' ? tails / 2 : 1;
    return comparePs({ low: low * factor, high: high * factor }, printed, alpha).fits;
  };
  // p rises with the df of χ² and falls with those of t, so that those which fit are a range.
  const fitting: number[] = [];
  for (let df = 1; df <= MOST; df += 1) {
    if (fits(df)) fitting.push(df);
    else if (fitting.length > 0) break;
  }
  if (fitting.length === 0) return null;
  const most = fitting.at(-1)!;
  return { least: fitting[0], most: most === MOST ? Infinity : most };
}
