import type { Warning } from '../../results/warning.js';
import type { ColumnPlace } from './column-place.js';
import type { ColumnOrder } from './date-column.js';
import type { DateOrder } from './dates.js';
import { foundOrder } from './day-month-dates.js';
import type { Evidence } from './evidence.js';
import { typedCode } from './missing.js';

/** The order of day and month that was declared, and whether for this column by name. */
export interface DeclaredOrder {
  readonly order: DateOrder;
  readonly named: boolean;
}

/** The order of days and months that is declared, or that the cells show. */
export function orderOf({ texts, dayMonthYears }: Evidence, declared: DeclaredOrder | null): ColumnOrder | null {
  if (declared !== null) return { order: declared.order, fits: null };
  if (dayMonthYears === 0) return null;
  const found = foundOrder(texts.flatMap(({ text, number }) => (number === null ? [] : [text])));
  return found.order === 'dmy' || found.order === 'mdy' ? found : null;
}

/** Whether a column holds dates: its order is declared by its name, or most of its cells are dates in a known order. */
export function isDates({ present, dates, dayMonthYears }: Evidence, order: ColumnOrder | null, declared: DeclaredOrder | null): boolean {
  if (declared?.named === true) return true;
  const isKnown = order !== null && order.order !== 'ymd';
  return present > 0 && (dates + (isKnown ? dayMonthYears : 0)) * 2 > present;
}

/** Why dates are kept as text, and what to type. */
export function ambiguousDates({ texts }: Evidence, column: ColumnPlace, first: number): Warning {
  const found = foundOrder(texts.flatMap(({ text, number }) => (number === null ? [] : [text])));
  const lineOf = (text: string): string => {
    const read = texts.find((one) => one.text === text);
    return `"${text.trim()}" (line ${read === undefined ? '' : column.line(read.firstRow)})`;
  };
  const why = found.order !== 'mixed' ? 'its dates do not say whether the day or the month comes first'
    : `its dates have the day first, such as ${lineOf(found.dmy)}, and the month first, such as ${lineOf(found.mdy)}`;
  return {
    code: found.order === 'mixed' ? 'W_DATE_MIXED' : 'W_DATE_AMBIGUOUS',
    message: `Read as text: ${why}. Type --date-format ${typedCode(`${column.name}=dmy`)} or ${typedCode(`${column.name}=mdy`)}.`,
    where: column.at(first),
  };
}
