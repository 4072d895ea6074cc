import { clockTime, dayStart } from './clock-time.js';
import type { DateOrder } from './dates.js';

const DAY_AND_MONTH = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,]+(\d{1,2}:\d{2}.*))?$/;

/** Whether a text looks like day, month and year (or month, day, year) in an order it does not tell. */
export function isDayMonthYear(text: string): boolean {
  const match = DAY_AND_MONTH.exec(text.trim());
  return match !== null && (match[5] === undefined || clockTime(match[5]) !== null);
}

/**
 * Milliseconds since 1970-01-01T00:00Z of a day, a month and a year in a known order; null where it is none. A year of
 * two digits lies from 1969 to 2068 (POSIX, strptime %y).
 *
 * @example
 * dayMonthDate('3/4/2011', 'mdy'); // 1299196800000, which is 4 March
 */
export function dayMonthDate(text: string, order: 'dmy' | 'mdy'): number | null {
  const [, first, , second, written, time] = DAY_AND_MONTH.exec(text.trim()) ?? [];
  if (first === undefined) return null;
  const [day, month] = (order === 'dmy' ? [first, second] : [second, first]).map(Number);
  const year = Number(written) + (written.length === 4 ? 0 : Number(written) < 69 ? 2000 : 1900);
  const start = dayStart(year, month, day);
  const clock = time === undefined ? 0 : clockTime(time);
  return start === null || clock === null ? null : start + clock;
}

export function hasShortYear(text: string): boolean {
  return DAY_AND_MONTH.exec(text.trim())?.[4].length === 2;
}

/** What texts say of the order of day and month; `fits` is the first text that fits no other. */
export type FoundOrder =
  | { readonly order: 'dmy' | 'mdy'; readonly fits: string | null }
  | { readonly order: 'unknown' }
  | { readonly order: 'mixed'; readonly dmy: string; readonly mdy: string };

/**
 * The one order in which every day and month is a date. None can be told where each is a date either way, or where
 * some fit only the one and some only the other; where both give the same day there is nothing to tell.
 */
export function foundOrder(texts: readonly string[]): FoundOrder {
  const both = texts.filter(isDayMonthYear).map((text) => ({ text, dmy: dayMonthDate(text, 'dmy'), mdy: dayMonthDate(text, 'mdy') }));
  const dmy = both.find((one) => one.dmy !== null && one.mdy === null);
  const mdy = both.find((one) => one.mdy !== null && one.dmy === null);
  if (dmy !== undefined && mdy !== undefined) return { order: 'mixed', dmy: dmy.text, mdy: mdy.text };
  if (dmy !== undefined) return { order: 'dmy', fits: dmy.text };
  if (mdy !== undefined) return { order: 'mdy', fits: mdy.text };
  return both.length > 0 && both.every((one) => one.dmy === one.mdy && one.dmy !== null) ? { order: 'dmy', fits: null } : { order: 'unknown' };
}

/** What a date order is called in a sentence. */
export const ORDER_WORDS: Readonly<Record<DateOrder, string>> = {
  dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day', serial: 'a spreadsheet\'s number of the day',
};
