import type { ResultRecord } from '../results/record.js';
import type { SuspectName } from '../results/reproduce.js';
import type { Entry } from './select-entry.js';

/** Another reading of a record's own numbers. */
export interface RecordSuspect {
  readonly suspect: SuspectName;
  readonly was: string | null;
  readonly is: string | null;
  alter(record: ResultRecord): ResultRecord;
}

function each(suspect: SuspectName, change: (entry: Entry, record: ResultRecord) => Entry): RecordSuspect {
  return { suspect, was: null, is: null, alter: (record) => altered(record, (entry) => change(entry, record)) as unknown as ResultRecord };
}

const numberIn = (entry: Entry, field: string): number | null => (typeof entry[field] === 'number' ? entry[field] : null);

/** Fields of an entry replaced by what a function makes of them, where they are numbers. */
function changed(entry: Entry, fields: readonly string[], change: (value: number) => number): Entry {
  const own = fields.filter((field) => numberIn(entry, field) !== null);
  return own.length === 0 ? entry : { ...entry, ...Object.fromEntries(own.map((field) => [field, change(numberIn(entry, field)!)])) };
}

function exchangedFields(entry: Entry, a: string, b: string): Entry {
  return Object.hasOwn(entry, a) && Object.hasOwn(entry, b) ? { ...entry, [a]: entry[b], [b]: entry[a] } : entry;
}

/** What a record's numbers would be by another convention, the likelier first. */
export const RECORD_SUSPECTS: readonly RecordSuspect[] = [
  each('sd-divisor-n', (entry) => {
    const n = numberIn(entry, 'n');
    return n === null || n < 2 ? entry : changed(entry, ['sd'], (sd) => sd * Math.sqrt((n - 1) / n));
  }),
  each('one-tailed', (entry) => changed(entry, ['p', 'pAdjusted'], (p) => p / 2)),
  each('other-tail', (entry) => changed(entry, ['p', 'pAdjusted'], (p) => 1 - p / 2)),
  each('adjusted-p', (entry) => (numberIn(entry, 'pAdjusted') === null ? entry : { ...entry, p: entry['pAdjusted'] })),
  each('unadjusted-p', (entry) => (numberIn(entry, 'p') === null || !Object.hasOwn(entry, 'pAdjusted') ? entry : { ...entry, pAdjusted: entry['p'] })),
  each('other-sign', (entry) => exchangedFields(changed(entry, ['estimate', 'statistic', 'ciLow', 'ciHigh', 'difference'], (value) => -value), 'ciLow', 'ciHigh')),
  each('percent-of-all', (entry, { n }) => {
    const count = numberIn(entry, 'n');
    return count === null || n.used === 0 ? entry : changed(entry, ['percent'], () => (100 * count) / n.used);
  }),
  each('share', (entry) => changed(entry, ['percent'], (percent) => percent / 100)),
  each('median-for-mean', (entry) => (numberIn(entry, 'median') === null ? entry : changed(entry, ['mean'], () => numberIn(entry, 'median')!))),
  each('mean-for-median', (entry) => (numberIn(entry, 'mean') === null ? entry : changed(entry, ['median'], () => numberIn(entry, 'mean')!))),
];

/** Two variables taken for each other, wherever a record names them. */
export function exchangedNames(a: string, b: string): RecordSuspect {
  const NAMING = ['x', 'y', 'variable', 'scale', 'item', 'name', 'code', 'level'];
  const other = (name: unknown): unknown => (name === a ? b : name === b ? a : name);
  return {
    suspect: 'exchanged', was: a, is: b,
    alter: (record) => altered(record, (entry) => Object.fromEntries(Object.entries(entry).map(([field, value]) => [field, NAMING.includes(field) ? other(value) : value]))) as unknown as ResultRecord,
  };
}

/** A copy in which every entry, however deep, went through `change`. */
function altered(value: unknown, change: (entry: Entry) => Entry): unknown {
  if (Array.isArray(value)) return value.map((one) => altered(one, change));
  if (value === null || typeof value !== 'object') return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'provenance' || key === 'method' ? inner : altered(inner, change)])));
}
