import { StudyError } from '../errors.js';
import type { Column } from './column.js';
import type { Dataset } from './dataset.js';
import { nearestNames } from './nearest-names.js';

/**
 * The column of that name; a name that differs only in case is taken where it is the only one.
 *
 * @throws StudyError E_COLUMN_MISSING, naming the nearest columns.
 */
export function findColumn(dataset: Pick<Dataset, 'columns' | 'source'>, name: string): Column {
  const exact = dataset.columns.find((column) => column.name === name);
  if (exact !== undefined) return exact;
  const sameLetters = dataset.columns.filter((column) => column.name.toLowerCase() === name.toLowerCase());
  if (sameLetters.length === 1) return sameLetters[0];
  throw columnMissing(dataset, name);
}

export function columnMissing(dataset: Pick<Dataset, 'columns' | 'source'>, name: string): StudyError {
  const names = dataset.columns.map((column) => column.name);
  const near = nearestNames(name, names);
  return new StudyError('E_COLUMN_MISSING', `There is no column "${name}".`, {
    where: dataset.source.path,
    hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Columns: ${firstOf(names, 12)}.`,
  });
}

function firstOf(names: readonly string[], count: number): string {
  const shown = names.slice(0, count).join(', ');
  return names.length > count ? `${shown} and ${names.length - count} more` : shown;
}
