import { partitionPoint } from '../../numeric/partition-point.js';
import { studentTQuantile } from '../../numeric/student-t.js';
import { pInterval } from './test-p.js';
import type { Interval } from './rounding.js';

/** Sample sizes from `least` to `most`; `most` is Infinity where every larger one fits too. */
export interface FittingSizes {
  readonly least: number;
  readonly most: number;
}

/** At n = 4, p is 1 − |r|: ends that meet must not miss each other by the last bit of a double. */
const NOISE = 1e-12;

/** A study is not larger than this. */
const LARGEST = 2 ** 40;

/**
 * The n at which a correlation printed without its n has the p printed beside it, by t with n − 2 degrees of freedom.
 * At a fixed size of the correlation p falls as n grows, so that they are a range; null where no n fits.
 *
 * @param correlation the interval of what is printed @param p the same
 * @example
 * // ρ = −0.29, p = 0.04
 * sizesThatFit({ low: -0.295, high: -0.285 }, { low: 0.035, high: 0.045 }); // { least: 47, most: 54 }
 */
export function sizesThatFit(correlation: Interval, p: Interval): FittingSizes | null {
  const at = (n: number): Interval => pInterval(correlation, { name: 'correlation', df: { low: n - 2, high: n - 2 } });
  const least = first((n) => at(n).low <= p.high * (1 + NOISE));
  const beyond = first((n) => at(n).high < p.low * (1 - NOISE));
  if (least === null) return null;
  const most = beyond === null ? Infinity : beyond - 1;
  return most < least ? null : { least, most };
}

/**
 * The sizes of a correlation, of those that are printed so, that have a p printed so at this n; null where none has.
 *
 * @example correlationsThatFit({ low: -0.295, high: -0.285 }, { low: 0.035, high: 0.045 }, 54) // { low: 0.285, high: 0.2875 }
 */
export function correlationsThatFit(correlation: Interval, p: Interval, n: number): Interval | null {
  const df = n - 2;
  const sizeAt = (tail: number): number => {
    if (tail <= 0) return 1;
    const t = studentTQuantile(1 - tail / 2, df);
    return t / Math.sqrt(t * t + df);
  };
  const [one, other] = [Math.abs(correlation.low), Math.abs(correlation.high)];
  const smallest = correlation.low < 0 && correlation.high > 0 ? 0 : Math.min(one, other);
  const low = Math.max(smallest, p.high >= 1 ? 0 : sizeAt(p.high));
  const high = Math.min(Math.max(one, other), sizeAt(p.low));
  return low <= high ? { low, high } : null;
}

/** The first n from 3 on at which a condition holds that stays true from there on; null where it never does. */
function first(holds: (n: number) => boolean): number | null {
  let high = 3;
  while (!holds(high)) {
    if (high > LARGEST) return null;
    high *= 2;
  }
  return 3 + partitionPoint(high - 3, (index) => !holds(3 + index));
}
