import type { Decimal } from '../../numeric/decimal.js';
import { ceilDivide, floorDivide } from '../../numeric/whole-division.js';
import { roundingRoom } from './rounding.js';
import type { RoundingRule } from './rounding.js';

export interface GrimOptions {
  /** Whole numbers averaged for each participant; 1 where the mean is of one item. */
  readonly items?: number;
  /** The number is a percentage: 36 stands for 0.36. */
  readonly percent?: boolean;
  readonly rounding?: RoundingRule;
}

/** The whole totals whose mean is printed so; `least` above `most` where there is none. */
export interface FittingTotals {
  readonly least: number;
  readonly most: number;
}

/**
 * GRIM: the totals of n whole numbers, or the counts out of n, whose mean or percentage is printed so. Exact, in whole
 * numbers: total t fits where t / n lies within the rounding of the print, its ends included.
 *
 * Source: Brown & Heathers (2017), "The GRIM test", Social Psychological and Personality Science 8:363-369.
 *
 * @param n at least 1
 * @example fittingTotals(decimal('5.19'), 28) // { least: 146, most: 145 }: none, 145 / 28 = 5.179
 */
export function fittingTotals(printed: Decimal, n: number, options: GrimOptions = {}): FittingTotals {
  const { items = 1, percent = false, rounding = 'either' } = options;
  const { below, above, takesBelow, takesAbove } = roundingRoom(rounding, printed.digits);
  const exponent = printed.exponent - (percent ? 2 : 0);
  const size = BigInt(n) * BigInt(items) * 10n ** BigInt(Math.max(0, exponent));
  const unit = 10n * 10n ** BigInt(Math.max(0, -exponent));
  const low = (10n * printed.digits - BigInt(below)) * size;
  const high = (10n * printed.digits + BigInt(above)) * size;
  const least = takesBelow ? ceilDivide(low, unit) : floorDivide(low, unit) + 1n;
  const most = takesAbove ? floorDivide(high, unit) : ceilDivide(high, unit) - 1n;
  return { least: Number(least), most: Number(most) };
}

/** @example isGrimPossible(decimal('5.19'), 28) // false */
export function isGrimPossible(printed: Decimal, n: number, options: GrimOptions = {}): boolean {
  const { least, most } = fittingTotals(printed, n, options);
  return least <= most;
}

/**
 * The share of printed numbers that GRIM can find impossible at this n: 0 where it has no power. Of the 10^decimals
 * endings, each total reaches one, or two where it lies on a half.
 *
 * @example
 * grimPower(54, 1); // 0
 * grimPower(54, 0, { percent: true }); // 0.46
 */
export function grimPower(n: number, decimals: number, { items = 1, percent = false }: GrimOptions = {}): number {
  const size = n * items;
  const endings = 10 ** (decimals + (percent ? 2 : 0));
  if (size >= endings) return 0;
  const common = greatestCommonDivisor(size, endings);
  const halves = (size / common) % 2 === 0 ? common : 0;
  return Math.max(0, 1 - (size + halves) / endings);
}

/** The largest n below this one at which the number is possible; null where there is none above `least`. */
export function nextSmallerN(printed: Decimal, n: number, options: GrimOptions = {}, least = 1): number | null {
  for (let smaller = n - 1; smaller >= least; smaller -= 1) if (isGrimPossible(printed, smaller, options)) return smaller;
  return null;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
