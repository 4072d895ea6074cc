import type { SaturationEstimate, SaturationPoint, SaturationRecord } from '../../results/saturation.js';
import type { Table } from '../../results/table.js';
import { counted, formatShare } from '../numbers.js';
import { count, label, number, percent, shown, tableOf } from '../shown-columns.js';
import type { Shown } from '../shown-columns.js';
import { saturationNotes } from './saturation-words.js';

export interface SaturationPresentation {
  /** Decimals of percentages and means. */
  readonly digits: number;
}

/** How codes accumulate, and those that first appear once it was time to stop. */
export function saturationTables(record: SaturationRecord, presentation: SaturationPresentation): Table[] {
  const [point] = record.points;
  return [accumulationTable(record, presentation), ...(point.later.length === 0 ? [] : [laterTable(point)])];
}

function accumulationTable(record: SaturationRecord, { digits }: SaturationPresentation): Table {
  const { method, n, provenance } = record;
  const [one, many] = method.unit === 'group' ? ['group', 'groups'] : ['interview', 'interviews'];
  const columns: Shown<SaturationEstimate>[] = [
    { key: 'unit', header: one === 'group' ? 'Group' : 'Interview', align: 'left', cell: ({ unit, stop }) => (stop ? { ...label(`${unit} ◂ stop`), value: unit, emphasis: 'strong' } : label(unit)) },
    { key: 'newCodes', header: 'New codes', align: 'right', cell: ({ newCodes }) => count(newCodes) },
    { key: 'cumulative', header: 'Codes', align: 'right', cell: ({ cumulative }) => count(cumulative) },
    { key: 'newInformation', header: 'New information', align: 'right', cell: ({ newInformation }) => (newInformation === null ? shown('', null) : percent(newInformation, digits)) },
    { key: 'expected', header: 'Mean', align: 'right', cell: ({ expected }) => number(expected, digits) },
    { key: 'band', header: `${formatShare(method.confidence)} band`, align: 'right', cell: ({ bandLow, bandHigh }) => shown(`${bandLow} to ${bandHigh}`, null) },
  ];
  const file = provenance.inputs[0]?.path.split(/[\\/]/).at(-1);
  return tableOf(`Code accumulation (${file === undefined ? '' : `${file}; `}${counted(n.used, one, many)}, ${counted(method.codes, 'code')})`, columns, record.estimates, saturationNotes(record));
}

function laterTable({ later, threshold }: SaturationPoint): Table {
  type Later = SaturationPoint['later'][number];
  const columns: Shown<Later>[] = [
    { key: 'code', header: 'Code', align: 'left', cell: ({ code }) => label(code) },
    { key: 'unit', header: 'First in', align: 'left', cell: ({ unit }) => label(unit) },
  ];
  return tableOf(`Codes that first appear after the stop at ${formatShare(threshold)}`, columns, later, []);
}
