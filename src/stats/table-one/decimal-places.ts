import { moments, variance } from '../moments.js';

/** Beyond this the decimals are more likely a computation's than a measurement's. */
const AS_WRITTEN = 3;
/** Digits of the SD worth reading of computed values, the mean's one more decimal included. */
const SD_DIGITS = 3;

/**
 * How many decimals the values were written with. Where they have more than three, as computed values do, it is as
 * many as put three significant digits into the SD once one decimal is added.
 *
 * @example decimalPlaces(Float64Array.of(7.1, 8, 6.25)) // 2
 */
export function decimalPlaces(values: Float64Array): number {
  let most = 0;
  for (const value of values) {
    if (!Number.isInteger(value)) most = Math.max(most, placesOf(value));
  }
  if (most <= AS_WRITTEN) return most;
  const sd = Math.sqrt(variance(moments(values)));
  if (!(sd > 0)) return AS_WRITTEN;
  const needed = SD_DIGITS - 2 - Math.floor(Math.log10(sd));
  return Math.min(Math.max(needed, 0), most);
}

function placesOf(value: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  const decimals = digits.split('.')[1]?.length ?? 0;
  return Math.max(0, decimals - Number(exponent));
}
