import { normalTwoSided, normalUpperQuantile } from '../../numeric/normal.js';
import type { Interval } from './rounding.js';

export interface PrintedRatio {
  readonly estimate: Interval;
  readonly low: Interval;
  readonly high: Interval;
  /** Of the interval, such as 95. */
  readonly level: number;
}

export interface RatioCheck {
  /** No estimate that is printed so lies between the ends of the interval. */
  readonly outside: boolean;
  /** The estimate can be the geometric mean of the ends, as it is for every interval that Wald's test makes. */
  readonly symmetric: boolean;
  /** Whether the interval leaves out 1; null where rounding leaves it open. */
  readonly excludesOne: boolean | null;
  /** The p of Wald's test that belongs to the interval. */
  readonly p: Interval;
}

/**
 * An odds, hazard or risk ratio against its own confidence interval, on the log scale: se is (ln high − ln low) / 2z,
 * and p is that of ln(estimate) / se (Altman & Bland 2011, BMJ 343:d2304, "How to obtain the P value from a
 * confidence interval"). Every number is the interval that its rounding leaves.
 *
 * @example
 * // 1.50 (1.10 to 2.04)
 * ratioInterval({ estimate: { low: 1.495, high: 1.505 }, low: { low: 1.095, high: 1.105 }, high: { low: 2.035, high: 2.045 }, level: 95 }).p; // .009 to .011
 */
export function ratioInterval({ estimate, low, high, level }: PrintedRatio): RatioCheck {
  const z = normalUpperQuantile((1 - level / 100) / 2);
  const log = (value: number): number => (value <= 0 ? -Infinity : Math.log(value));
  const widest = (log(high.high) - log(low.low)) / (2 * z);
  const narrowest = Math.max(0, (log(high.low) - log(low.high)) / (2 * z));
  const away = [Math.abs(log(estimate.low)), Math.abs(log(estimate.high))];
  const least = estimate.low <= 1 && estimate.high >= 1 ? 0 : Math.min(...away);
  const most = Math.max(...away);
  return {
    outside: estimate.high < low.low || estimate.low > high.high,
    symmetric: estimate.high >= Math.sqrt(Math.max(0, low.low) * high.low) && estimate.low <= Math.sqrt(Math.max(0, low.high) * high.high),
    excludesOne: low.low > 1 || high.high < 1 ? true : low.high < 1 && high.low > 1 ? false : null,
    p: {
      low: narrowest === 0 ? 0 : normalTwoSided(most / narrowest),
      high: widest === Infinity ? 1 : normalTwoSided(least / widest),
    },
  };
}
