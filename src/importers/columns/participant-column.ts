import type { Column } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { findColumn } from '../../dataset/find-column.js';
import { idName } from './id-names.js';

/**
 * The column that names the participant: the one asked for, else the one that reading took for it; null where none is.
 *
 * @throws StudyError E_COLUMN_MISSING where the column asked for is not there.
 */
export function participantColumn(dataset: Pick<Dataset, 'columns' | 'source'>, asked?: string): Column | null {
  if (asked !== undefined) return findColumn(dataset, asked);
  const ids = dataset.columns.filter((column) => column.kind === 'id');
  const roles = ['named', 'noun', 'row'] as const;
  return roles.map((role) => ids.find((column) => idName(column.name) === role)).find((column) => column !== undefined) ?? null;
}
