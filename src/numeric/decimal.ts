/** A decimal number without error: `digits` × 10^`exponent`. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/**
 * Digits of a computed value that are taken as known; what sums and roots leave beyond them is noise of the
 * floating point. 1.005, whose nearest double lies below it, and 0.28500000000000003 are thereby ties at two decimals.
 */
export const KNOWN_DIGITS = 12;

/**
 * A decimal as it is written: a sign, digits with at most one point, an exponent.
 *
 * @throws Error where the text is no such number.
 * @example decimal('-0.290') // { digits: -290n, exponent: -3 }
 */
export function decimal(text: string): Decimal {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  const digits = parts === null ? '' : parts[2] + (parts[3] ?? '');
  if (parts === null || digits === '') throw new Error(`"${text}" is no decimal number.`);
  const whole = BigInt(digits);
  return { digits: parts[1] === '-' ? -whole : whole, exponent: Number(parts[4] ?? 0) - (parts[3] ?? '').length };
}

/**
 * A computed value at its known digits; a whole number as it is.
 *
 * @example decimalOf(1.005) // { digits: 100500000000n, exponent: -11 }
 */
export function decimalOf(value: number): Decimal {
  return decimal(Number.isSafeInteger(value) ? String(value) : value.toPrecision(KNOWN_DIGITS));
}

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const difference = digitsAt(a, exponent) - digitsAt(b, exponent);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return { digits: digitsAt(a, exponent) + digitsAt(b, exponent), exponent };
}

/** The number as plain text with every digit it has, and no exponent. */
export function decimalText({ digits, exponent }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const figures = String(digits < 0n ? -digits : digits);
  if (exponent >= 0) return digits === 0n ? '0' : sign + figures + '0'.repeat(exponent);
  const padded = figures.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

export function decimalNumber({ digits, exponent }: Decimal): number {
  return Number(`${digits}e${exponent}`);
}

/** How a decimal is cut to a place: to the nearest, with `tie` saying which way a half goes, or towards zero. */
export type Rounding = 'half-up' | 'half-down' | 'half-even' | 'truncate';

/**
 * Rounded to a multiple of 10^`exponent`. Ties go away from zero (`half-up`), towards it (`half-down`) or to the
 * even neighbour.
 *
 * @example decimalText(roundDecimal(decimal('-0.285'), -2, 'half-up')) // '-0.29'
 */
export function roundDecimal(value: Decimal, exponent: number, rounding: Rounding): Decimal {
  if (value.exponent >= exponent) return { digits: digitsAt(value, exponent), exponent };
  const unit = 10n ** BigInt(exponent - value.exponent);
  const size = value.digits < 0n ? -value.digits : value.digits;
  const whole = size / unit;
  const twice = (size % unit) * 2n;
  const up = rounding !== 'truncate'
    && (twice > unit || (twice === unit && (rounding === 'half-up' || (rounding === 'half-even' && whole % 2n === 1n))));
  const rounded = up ? whole + 1n : whole;
  return { digits: value.digits < 0n ? -rounded : rounded, exponent };
}

function digitsAt({ digits, exponent }: Decimal, finer: number): bigint {
  return digits * 10n ** BigInt(exponent - finer);
}
