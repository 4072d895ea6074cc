import type { SaturationPoint, SaturationRecord } from '../../results/saturation.js';
import type { Warning } from '../../results/warning.js';
import { rollUpWords } from './text-agreement-words.js';
import { counted, fixed, formatCount, formatShare } from '../numbers.js';

const BELOW_THE_TABLE = new Set(['W_SATURATION_UNDEFINED']);

export function isBelowSaturationTable({ code }: Warning): boolean {
  return BELOW_THE_TABLE.has(code);
}

/** The rule, what it found, and what other orders would have shown. */
export function saturationNotes(record: SaturationRecord): string[] {
  const { method, points, warnings, baseCodes } = record;
  const one = method.unit === 'group' ? 'group' : 'interview';
  const many = `${one}s`;
  const base = method.base === 1 ? `first ${one}` : `first ${method.base} ${many}`;
  const how = method.order === 'name' ? 'by name' : method.order === 'file' ? 'as in the file' : 'as given';
  const orders = method.ordersAre === 'all' ? `all ${formatCount(method.orders)} orders` : `${formatCount(method.orders)} random orders`;
  return [
    `Order: ${how}. New information: new codes of a run of ${method.run}, of the ${counted(baseCodes, 'code')} of the ${base} (Guest, Namey and Chen 2020).`,
    ...(method.rollUp === null ? [] : [rollUpWords(method.rollUp)]),
    ...warnings.filter(isBelowSaturationTable).map(({ message }) => message),
    ...(warnings.some(isBelowSaturationTable) ? [] : points.map((point) => pointWords(point, method, many))),
    ...(method.orders <= 1 ? [] : [`Mean and ${formatShare(method.confidence)} band: codes of so many ${many} over ${orders} of them.`]),
  ];
}

function pointWords({ threshold, units, at, later, ordersReaching, medianUnits }: SaturationPoint, { run, ordersAre }: SaturationRecord['method'], many: string): string {
  const limit = threshold === 0 ? 'No new information (0%)' : `At most ${formatShare(threshold)} new information`;
  const reached = units === null || at === null
    ? `${limit}: not reached`
    : `${limit}: reached at ${units}+${run} ${many} (${at})${later.length === 0 ? ', and no code first appears later' : `; ${counted(later.length, 'code first appears', 'codes first appear')} later`}`;
  const others = ordersReaching === null ? '' : `; in ${fixed(100 * ordersReaching, 0)}% of ${ordersAre === 'all' ? 'all orders' : 'orders'}`
    + `${medianUnits === null ? '' : `, at a median of ${Number(medianUnits.toFixed(1))}`}`;
  return `${reached}${others}.`;
}
