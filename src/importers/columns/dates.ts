import { clockTime, dayStart } from './clock-time.js';

/** In which order a date gives its day and month, where its numbers do not show it; or that it is a day's number. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy' | 'serial';

const ISO_8601 = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z|[+-]\d{2}(?::?\d{2})?))?))?$/;
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:[T ]+(.+))?$/;
const NAMED = /^(\d{1,2})[ -./]?([A-Za-z]{3,9})\.?[ -./,]*(\d{4})(?:[T :,]+(.+))?$|^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})(?:[ ,]+(.+))?$/;
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/**
 * Milliseconds since 1970-01-01T00:00Z of an ISO 8601 date, or date and time; null for anything else and for days
 * that no calendar has. A time without an offset is taken as UTC.
 *
 * @example
 * isoDate('2011-02-28'); // 1298851200000
 * isoDate('2011-02-30'); // null
 */
export function isoDate(text: string): number | null {
  const match = ISO_8601.exec(text.trim());
  return match === null ? null : at(Number(match[1]), Number(match[2]), Number(match[3]), match[4]);
}

/**
 * The same of any date that can be read in one way only: ISO 8601, the year first (`2011/3/4 9:30 PM GMT-5`), or an
 * English name for the month (`4 Mar 2011`, `Mar 4, 2011`, `10/Oct/2000:13:55:36 -0700`).
 */
export function unmistakableDate(text: string): number | null {
  const trimmed = text.trim();
  const iso = isoDate(trimmed);
  if (iso !== null) return iso;
  const [, year, , month, day, time] = YEAR_FIRST.exec(trimmed) ?? [];
  if (year !== undefined) return at(Number(year), Number(month), Number(day), time);
  const named = NAMED.exec(trimmed);
  if (named === null) return null;
  const [d, name, y, clock] = named[1] === undefined ? [named[6], named[5], named[7], named[8]] : named.slice(1, 5);
  const written = name.toLowerCase();
  const place = MONTHS.findIndex((full) => full === written || full.slice(0, 3) === written || (full === 'september' && written === 'sept'));
  return place === -1 ? null : at(Number(y), place + 1, Number(d), clock);
}

function at(year: number, month: number, day: number, time: string | undefined): number | null {
  const start = dayStart(year, month, day);
  const clock = time === undefined ? 0 : clockTime(time);
  return start === null || clock === null ? null : start + clock;
}
