import type { NumericColumn } from '../../dataset/column.js';
import { PRESENT } from '../../dataset/column.js';
import type { Warning } from '../../results/warning.js';
import type { ColumnPlace } from './column-place.js';
import { typedCode } from './missing.js';
import { plainNumber } from './numbers.js';

const DAY = 86_400_000;
/** The spreadsheet's number of 1970-01-01. */
const EPOCH = 25_569;
/** Before this number spreadsheets count a 29 February 1900 that never was; and the last day they know. */
const FIRST = 61;
const LAST = 2_958_465;
/** 1927 to 2099: numbers of a column of dates that lie elsewhere are something else. */
const LIKELY = [10_000, 73_050] as const;
const NAMED = /(?:^|[^a-z])(?:date|datum|dob|born|birth|birthday)(?:[^a-z]|$)/i;

/**
 * Milliseconds since 1970-01-01T00:00Z of a day's number in a spreadsheet, counted from 1900; its fraction is the time
 * of day. Null for anything else.
 *
 * @example
 * new Date(serialDate('25991')).toISOString(); // 1971-02-27T00:00:00.000Z
 */
export function serialDate(text: string): number | null {
  const value = plainNumber(text, '.');
  return value === null || value < FIRST || value > LAST ? null : Math.round((value - EPOCH) * DAY);
}

/** A warning where a column is called a date and holds numbers that a spreadsheet has for days of our time. */
export function serialDates({ values, missing }: NumericColumn, column: ColumnPlace): Warning[] {
  if (!NAMED.test(column.name.replace(/([a-z])([A-Z])/g, '$1 $2'))) return [];
  const rows = Array.from(missing.keys()).filter((row) => missing[row] === PRESENT);
  if (rows.length === 0 || !rows.every((row) => values[row] >= LIKELY[0] && values[row] <= LIKELY[1])) return [];
  const [first] = rows;
  const day = new Date(serialDate(String(values[first]))!).toISOString().slice(0, 10);
  return [{
    code: 'W_DATE_SERIAL',
    message: `Its numbers, such as ${values[first]}, look like a spreadsheet's days (${day}); --date-format ${typedCode(`${column.name}=serial`)} reads them as dates.`,
    where: column.at(first),
  }];
}
