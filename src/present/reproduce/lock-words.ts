import type { ColumnChanges, LockDifference } from '../../results/lock.js';
import type { Cell, Table } from '../../results/table.js';
import { counted } from '../numbers.js';

/** Whether a difference from the lock fails a run: other data, another tool, other numbers; not other words in the study file. */
export function failsLock({ is }: LockDifference): boolean {
  return is !== 'study' && is !== 'figure-added' && is !== 'figure-gone';
}

/** One difference as a sentence. */
export function lockSentence(difference: LockDifference): string {
  const change = changeOf(difference);
  if (difference.is === 'library') return `The library ${difference.name} ${change.replace(', is', ' and is')}.`;
  return difference.is === 'tool' ? `The tool ${change.replace(', is', ' and is')}.` : `${nameOf(difference)} ${difference.is === 'input-changed' ? 'has changed: ' : ''}${change}.`;
}

/** What makes figures move, as a clause; null where neither data, study file nor tool are other ones. */
export function lockCause(differences: readonly LockDifference[]): string | null {
  const all = differences.filter(({ is }) => is !== 'figure-added' && is !== 'figure-gone' && is !== 'figure-moved');
  // Other words in the study file are a cause only where nothing else is one.
  const beyond = all.filter(({ is }) => is !== 'study');
  const causes = beyond.length > 0 ? beyond : all;
  return causes.length === 0 ? null : causes.map(lockSentence).join(' ');
}

/** Figures that moved beyond these are only counted. */
const MOST_MOVED = 8;

/** What differs from a lock, the causes first; of many figures that moved the first few, or (`all`) every one. */
export function lockTable({ path, differences }: { readonly path: string; readonly differences: readonly LockDifference[] }, all: boolean): Table {
  const moved = differences.filter(({ is }) => is === 'figure-moved');
  const left = all ? 0 : Math.max(0, moved.length - MOST_MOVED);
  const unsaid = new Set(left === 0 ? [] : moved.slice(-left));
  return {
    caption: `What differs from ${path}`,
    columns: [{ key: 'what', header: 'What', align: 'left' }, { key: 'change', header: 'Change', align: 'left' }],
    rows: differences.filter((one) => !unsaid.has(one)).map((one): Cell[] => [{ text: nameOf(one), value: nameOf(one) }, { text: changeOf(one), value: changeOf(one) }]),
    notes: [...(left === 0 ? [] : [`${counted(left, 'more figure')} moved.`]), 'portal-study reproduce --lock writes it anew, once the change is meant.'],
  };
}

function nameOf(difference: LockDifference): string {
  if (difference.is === 'tool') return 'the tool';
  if (difference.is === 'library') return difference.name;
  return 'path' in difference ? difference.path : difference.address;
}

function changeOf(difference: LockDifference): string {
  switch (difference.is) {
    case 'tool':
      return `was ${difference.before}, is ${difference.now}`;
    case 'library':
      return `was ${difference.before ?? 'not built in'}, is ${difference.now ?? 'not built in'}`;
    case 'study':
      return 'has changed';
    case 'input-added':
      return 'was not read before';
    case 'input-gone':
      return 'is not read any more';
    case 'input-changed':
      return changeWords(difference.rows, difference.columns);
    case 'figure-added':
      return `is not in the lock yet (${difference.claim})`;
    case 'figure-gone':
      return `is claimed no more (${difference.claim})`;
    case 'figure-moved':
      return `moved from ${movedWords(difference.before, difference.now)}`;
  }
}

function changeWords([before, now]: readonly [number | null, number | null], columns: ColumnChanges | null): string {
  const parts = [
    ...(before !== null && now !== null && before !== now ? [`${counted(before, 'row')} before, ${now} now`] : []),
    ...(columns === null ? [] : columnWords(columns, before === now)),
  ];
  return parts.length === 0 ? (columns === null ? 'its bytes are others' : 'its bytes are others, its values are the same') : parts.join('; ');
}

function columnWords({ changed, added, gone, exchanged, reordered }: ColumnChanges, sameRows: boolean): string[] {
  return [
    ...exchanged.map(([a, b]) => `${a} and ${b} have each other’s values`),
    // Where rows came or went, every column has other values.
    ...(changed.length > 0 && sameRows ? [`other values in ${namesOf(changed)}`] : []),
    ...(added.length > 0 ? [`new: ${namesOf(added)}`] : []),
    ...(gone.length > 0 ? [`gone: ${namesOf(gone)}`] : []),
    ...(reordered ? ['its columns are in another order'] : []),
  ];
}

function namesOf(names: readonly string[]): string {
  return names.slice(0, 6).join(', ') + (names.length > 6 ? ` and ${names.length - 6} more` : '');
}

/** Two values with as many digits as tell them apart, four at least. */
function movedWords(before: string | null, now: string | null): string {
  const digits = Array.from({ length: 14 }, (_, index) => index + 4).find((count) => valueWords(before, count) !== valueWords(now, count)) ?? 17;
  return `${valueWords(before, digits)} to ${valueWords(now, digits)}`;
}

function valueWords(value: string | null, digits: number): string {
  if (value === null) return 'undefined';
  const number = Number(value);
  return value.trim() === '' || Number.isNaN(number) ? `"${value}"` : String(Number(number.toPrecision(digits)));
}
