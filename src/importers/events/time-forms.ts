import { civilDay } from './civil-day.js';

/** The order in which a date's numbers stand. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What one time stamp says; `ms` as if local time were UTC where it has no offset of its own. */
export interface ReadTime {
  readonly ms: number;
  readonly zoned: boolean;
  /** Day and month could change places: which of them this row proves, or null where it proves nothing. */
  readonly proves?: 'dmy' | 'mdy' | null;
}

const DAY = 86_400_000;
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([AP])\.?M\.?)?`;
const OFFSET = String.raw`(?: ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)(?:\[[\w/+-]+\])?)?`;
const REST = `(?:(?:T|,? +)${CLOCK}${OFFSET})?`;
const NUMBERS = new RegExp(String.raw`^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})${REST}$`, 'i');
const DAY_NAME = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? +)?';
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DAY_MONTH = new RegExp(`^${DAY_NAME}(\\d{1,2})(?:[- ]|\\. ?)${MONTH}[- ,]+(\\d{4})${REST}$`, 'i');
const MONTH_DAY = new RegExp(`^${DAY_NAME}${MONTH} +(\\d{1,2}),? +(\\d{4})${REST}$`, 'i');
/** Of the Apache and NCSA servers: [10/Oct/2000:13:55:36 -0700]. */
const COMMON_LOG = /^\[?(\d{2})\/([a-z]{3})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ?([+-]\d{4})?\]?$/i;
const EPOCH = /^(\d{9,10})(?:\.(\d+))?$|^(\d{12,13})(?:\.\d+)?$|^(\d{15,16})$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads one time stamp of any form that logs are written in: ISO 8601, YYYY/MM/DD, d.m.y, d/m/y and m/d/y, month
 * names, the common log format, seconds, milliseconds or microseconds since 1970. Null where it is none of them, or
 * no calendar or clock has it.
 *
 * @param declared the order of --date-format; without it slashes leave day and month open where both could be either.
 */
export function readTime(text: string, declared: DateOrder | null): ReadTime | null {
  const epoch = EPOCH.exec(text);
  if (epoch !== null) return { ms: epochMilliseconds(epoch), zoned: true };
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) return numericDate(numbers, declared);
  const common = COMMON_LOG.exec(text);
  if (common !== null) {
    const [, day, month, year, hour, minute, second, offset] = common;
    return timed(dayOf(year, monthNumber(month), day), [hour, minute, second, undefined, undefined, offset]);
  }
  const dayFirst = DAY_MONTH.exec(text);
  if (dayFirst !== null) return timed(dayOf(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]), dayFirst.slice(4));
  const monthFirst = MONTH_DAY.exec(text);
  if (monthFirst !== null) return timed(dayOf(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]), monthFirst.slice(4));
  return null;
}

/** Whether a text looks like a spreadsheet's count of days since 1899-12-30, between 1954 and 2064. */
export function isSpreadsheetSerial(text: string): boolean {
  return /^[2-5]\d{4}(?:\.\d+)?$/.test(text);
}

/** @param clock hour, minute, second, fraction, A or P, offset */
function timed(day: number, clock: readonly (string | undefined)[]): ReadTime | null {
  const [hourText, minute = '0', second = '0', fraction = '', half, offset] = clock;
  const shown = Number(hourText ?? 0);
  if (half !== undefined && (shown < 1 || shown > 12)) return null;
  const hour = half === undefined ? shown : (shown % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  // A leap second is a clock's last, and counts as the first of the next minute.
  if (hour > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const ms = day * DAY + hour * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000 + milliseconds;
  const shift = offsetMinutes(offset);
  if (Number.isNaN(ms) || shift === null) return null;
  return { ms: ms - shift * 60_000, zoned: offset !== undefined };
}

function numericDate(match: RegExpExecArray, declared: DateOrder | null): ReadTime | null {
  const [, first, mark, second, third] = match;
  const clock = match.slice(5);
  if (first.length >= 3) return first.length === 4 ? timed(dayOf(first, second, third), clock) : null;
  if (declared === 'ymd') return timed(dayOf(first, second, third), clock);
  // Whoever writes dots writes the day first: no locale of the CLDR has month.day.year.
  const order = declared ?? (mark === '.' ? 'dmy' : null);
  if (order === 'dmy') return timed(dayOf(third, second, first), clock);
  if (order === 'mdy') return timed(dayOf(third, first, second), clock);
  const dayFirst = timed(dayOf(third, second, first), clock);
  const monthFirst = timed(dayOf(third, first, second), clock);
  const read = dayFirst ?? monthFirst;
  if (read === null) return null;
  return { ...read, proves: monthFirst === null ? 'dmy' : dayFirst === null ? 'mdy' : null };
}

/** Two digits of a year are 1969 to 2068, as POSIX reads %y. */
function dayOf(year: string, month: string | number, day: string): number {
  const full = year.length > 2 ? Number(year) : Number(year) + (Number(year) < 69 ? 2000 : 1900);
  return year.length === 3 ? NaN : civilDay(full, Number(month), Number(day));
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

function epochMilliseconds([, seconds, fraction = '', milliseconds, microseconds]: RegExpExecArray): number {
  if (milliseconds !== undefined) return Number(milliseconds);
  if (microseconds !== undefined) return Math.floor(Number(microseconds) / 1000);
  return Number(seconds) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
}

/** Minutes east of UTC; null where no zone has so many. */
function offsetMinutes(offset: string | undefined): number | null {
  if (offset === undefined || /^[a-z]/i.test(offset)) return 0;
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2));
  if (hours > 14 || minutes > 59) return null;
  return (offset[0] === '-' ? -1 : 1) * (hours * 60 + minutes);
}
