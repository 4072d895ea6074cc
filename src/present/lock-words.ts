import type { ColumnChanges, LockDifference } from '../results/lock.js';
import { counted } from './numbers.js';

/** Whether a difference from the lock fails a run: other data, another tool, other numbers; not other words in the study file. */
export function failsLock({ is }: LockDifference): boolean {
  return is !== 'study' && is !== 'figure-added' && is !== 'figure-gone';
}

/** One difference as a sentence. */
export function lockSentence(difference: LockDifference): string {
  switch (difference.is) {
    case 'tool':
      return `The tool was ${difference.before} and is ${difference.now}.`;
    case 'study':
      return `${difference.path} has changed.`;
    case 'input-added':
      return `${difference.path} was not read before.`;
    case 'input-gone':
      return `${difference.path} is not read any more.`;
    case 'input-changed':
      return `${difference.path} has changed: ${changeWords(difference.rows, difference.columns)}.`;
    case 'figure-added':
      return `${difference.address} of ${difference.claim} is not in the lock yet.`;
    case 'figure-gone':
      return `${difference.address} of ${difference.claim} is claimed no more.`;
    case 'figure-moved':
      return `${difference.address} moved from ${movedWords(difference.before, difference.now)}.`;
  }
}

/** What makes figures move, as a clause; null where neither data, study file nor tool are other ones. */
export function lockCause(differences: readonly LockDifference[]): string | null {
  const causes = differences.filter(({ is }) => is !== 'figure-added' && is !== 'figure-gone' && is !== 'figure-moved');
  return causes.length === 0 ? null : causes.map(lockSentence).join(' ');
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
