import { PRESENT, UNREADABLE } from '../../dataset/column.js';
import type { NumericColumn } from '../../dataset/column.js';
import type { Warning } from '../../results/warning.js';
import type { ColumnPlace } from './column-place.js';
import { eachRow } from './column-text.js';
import { unmistakableDate } from './dates.js';
import type { DateOrder } from './dates.js';
import { ORDER_WORDS, dayMonthDate, hasShortYear } from './day-month-dates.js';
import type { Evidence, ReadText } from './evidence.js';
import { listed } from './odd-numbers.js';
import { serialDate } from './serial-dates.js';

/** In which order days and months stand, and the text that shows it where nobody declared it. */
export interface ColumnOrder {
  readonly order: DateOrder;
  /** Null where the order is declared, or makes no difference. */
  readonly fits: string | null;
}

/** A column of dates; cells that are none are unreadable, with a warning. */
export function dateColumn(
  { texts }: Evidence, codes: Uint32Array, column: ColumnPlace, known: ColumnOrder | null,
): { column: NumericColumn; warnings: Warning[] } {
  const value = texts.map(({ text, missing }) => (missing === PRESENT ? readDate(text, known?.order ?? null) : null));
  const reason = Uint8Array.from(texts, ({ missing }, index) =>
    (missing === PRESENT && value[index] === null ? UNREADABLE : missing));
  const odd = texts.filter((_, index) => reason[index] === UNREADABLE);
  return {
    column: {
      kind: 'date',
      name: column.name,
      values: eachRow(codes, Float64Array.from(value, (date) => date ?? NaN), new Float64Array(codes.length)),
      missing: eachRow(codes, reason, new Uint8Array(codes.length)),
    },
    warnings: [...orderFound(texts, column, known), ...unreadableDates(odd, column, known), ...shortYears(texts, value, column)],
  };
}

function readDate(text: string, order: DateOrder | null): number | null {
  const date = unmistakableDate(text);
  if (date !== null) return date;
  if (order === 'dmy' || order === 'mdy') return dayMonthDate(text, order);
  return order === 'serial' ? serialDate(text) : null;
}

function orderFound(texts: readonly ReadText[], column: ColumnPlace, known: ColumnOrder | null): Warning[] {
  const shows = known === null || known.fits === null ? undefined : texts.find(({ text }) => text === known.fits);
  if (known === null || shows === undefined) return [];
  return [{
    code: 'W_DATE_ORDER',
    message: `Dates read as ${ORDER_WORDS[known.order]}, because "${shows.text.trim()}" (line ${column.line(shows.firstRow)}) is none in the other order.`,
    where: column.at(shows.firstRow),
  }];
}

function unreadableDates(odd: readonly ReadText[], column: ColumnPlace, known: ColumnOrder | null): Warning[] {
  if (odd.length === 0) return [];
  const cells = odd.reduce((sum, { count }) => sum + count, 0);
  const as = known === null || known.order === 'ymd' ? '' : ` (${ORDER_WORDS[known.order]})`;
  return [{
    code: 'W_DATE_UNREADABLE',
    message: `${cells === 1 ? '1 cell is no date' : `${cells} cells are no dates`}${as} and left out: ${listed(odd, column)}.`,
    where: column.at(odd[0].firstRow),
  }];
}

function shortYears(texts: readonly ReadText[], value: readonly (number | null)[], column: ColumnPlace): Warning[] {
  const short = texts.filter(({ text }, index) => value[index] !== null && hasShortYear(text));
  if (short.length === 0) return [];
  return [{
    code: 'W_DATE_CENTURY',
    message: `Years of two digits, such as "${short[0].text.trim()}", are read as 1969 to 2068.`,
    where: column.at(short[0].firstRow),
  }];
}
