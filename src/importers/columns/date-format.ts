import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import type { DeclaredOrder } from './date-evidence.js';
import type { DateOrder } from './dates.js';

/**
 * The order that a date format names, in any usual way of writing one: `dmy`, `d/m/Y`, `DD.MM.YYYY`, `%d/%m/%y %H:%M`,
 * `m/d/Y H:M:S`, or `serial`.
 *
 * @throws StudyError E_OPTION_VALUE where it names none.
 */
export function dateOrder(format: string): DateOrder {
  const plain = format.trim();
  if (/^serial$/i.test(plain)) return 'serial';
  const [date] = plain.replaceAll('%', '').split(/[ T]/);
  const letters = date.toLowerCase().replace(/[^a-z]/g, '').replace(/(.)\1+/g, '$1');
  if (letters === 'dmy' || letters === 'mdy' || letters === 'ymd') return letters;
  throw new StudyError('E_OPTION_VALUE', `--date-format takes dmy, mdy, ymd or serial, or one of them for a column, not "${format}".`, {
    hint: 'For example: --date-format dmy, or --date-format visit_date=mdy.',
  });
}

/**
 * The order declared for each column: one for all of them, and `visit=mdy` for the column of that name.
 *
 * @returns the order of a column and whether the column was named.
 * @throws StudyError E_OPTION_VALUE, and E_COLUMN_MISSING where `name=order` names no column.
 */
export function declaredOrders(
  formats: readonly string[], names: readonly string[], where: string,
): (name: string) => DeclaredOrder | null {
  let everywhere: DateOrder | null = null;
  const ofColumn = new Map<string, DateOrder>();
  for (const format of formats) {
    const [, name, order] = /^(.*)=([^=]*)$/s.exec(format) ?? [];
    if (name === undefined) everywhere = orderEverywhere(format);
    else if (names.includes(name.trim())) ofColumn.set(name.trim(), dateOrder(order));
    else {
      const [near] = nearestNames(name, names);
      throw new StudyError('E_COLUMN_MISSING', `There is no column "${name}" to declare a date format of.`, {
        where, ...(near === undefined ? {} : { hint: `Nearest: --date-format ${near}=${order}.` }),
      });
    }
  }
  return (name) => {
    const own = ofColumn.get(name);
    if (own !== undefined) return { order: own, named: true };
    return everywhere === null ? null : { order: everywhere, named: false };
  };
}

/** Of all numbers only some columns' are days, so those are named. */
function orderEverywhere(format: string): DateOrder {
  const order = dateOrder(format);
  if (order !== 'serial') return order;
  throw new StudyError('E_OPTION_VALUE', '--date-format serial needs the name of its column.', { hint: 'For example: --date-format birth_date=serial.' });
}
