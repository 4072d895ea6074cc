import { isQuantity } from '../../dataset/column.js';
import type { Column } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { findColumn } from '../../dataset/find-column.js';
import { StudyError } from '../../errors.js';
import { rowGroups } from '../../stats/row-groups.js';
import type { RowGroup } from '../../stats/row-groups.js';
import type { CompareOptions } from './compare-request.js';

const MOST_GROUPS = 20;
const MOST_NAMED = 12;

/** The groups, in the order compared: the reference last. */
export interface ComparedGroups {
  readonly by: Column;
  readonly groups: readonly RowGroup[];
}

/**
 * Resolves `--by` and `--reference` on the rows that are compared. Without `--by` the study's one group is taken.
 *
 * @throws StudyError E_BY_NEEDED listing the columns that could serve, E_COLUMN_MISSING, E_BY_LEVELS, E_REFERENCE.
 */
export function comparedGroups(
  dataset: Dataset, { by: name, reference, paired }: CompareOptions, rows: Uint32Array,
): ComparedGroups {
  const where = dataset.source.path;
  const stated = dataset.columns.filter(({ role }) => role === 'group');
  const named = name ?? (stated.length === 1 ? stated[0].name : undefined);
  if (named === undefined) {
    throw new StudyError('E_BY_NEEDED', 'A comparison needs the column whose groups it compares.', {
      where, hint: groupingHint(dataset, rows),
    });
  }
  const by = findColumn(dataset, named);
  const groups = rowGroups(by, rows);
  if (groups.length < 2 || groups.length > MOST_GROUPS) {
    const values = groups.length === 1 ? '1 value' : `${groups.length} different values`;
    const among = rows.length === dataset.rows ? '' : ' among the rows taken';
    throw new StudyError('E_BY_LEVELS', `"${by.name}" has ${values}${among}; a comparison takes 2 to ${MOST_GROUPS}.`, {
      where, hint: groupingHint(dataset, rows),
    });
  }
  if (paired !== undefined && groups.length !== 2) {
    const waves = groups.slice(0, 2).map(({ level }) => literal(by, level)).join(', ');
    throw new StudyError('E_BY_LEVELS', `--paired compares two waves, and "${by.name}" has ${groups.length} values.`, {
      where, hint: `Keep two of them: --where "${conditionName(by.name)} in (${waves})".`,
    });
  }
  if (reference === undefined) return { by, groups };
  const last = groups.find(({ level }) => level === reference);
  if (last !== undefined) return { by, groups: [...groups.filter((group) => group !== last), last] };
  throw new StudyError('E_REFERENCE', `"${by.name}" has no level "${reference}".`, {
    where, hint: `Levels: ${groups.map(({ level }) => level).join(', ')}.`,
  });
}

/** The columns that could be `--by`, with how many groups each has; names of groups before scales. */
function groupingHint(dataset: Dataset, rows: Uint32Array): string {
  const candidates = dataset.columns
    .filter(({ kind }) => kind === 'nominal' || kind === 'ordinal')
    .map((column) => ({ name: column.name, kind: column.kind, groups: rowGroups(column, rows).length }))
    .filter(({ groups }) => groups >= 2 && groups <= MOST_GROUPS)
    .sort((a, b) => Number(a.kind === 'ordinal') - Number(b.kind === 'ordinal'));
  if (candidates.length === 0) {
    return `No column divides the rows; portal-study inspect ${dataset.source.path} shows how each was read.`;
  }
  const shown = candidates.slice(0, MOST_NAMED).map(({ name, groups }) => `${name} (${groups})`).join(', ');
  const more = candidates.length > MOST_NAMED ? ` and ${candidates.length - MOST_NAMED} more` : '';
  const [{ name }] = candidates;
  return `Type --by ${/^[\w.-]+$/.test(name) ? name : `"${name}"`}. Columns with groups: ${shown}${more}.`;
}

/** A name as a condition takes it: bare, or in backticks. */
function conditionName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.$]*$/u.test(name) ? name : `\`${name}\``;
}

function literal(by: Column, level: string): string {
  return isQuantity(by) && Number.isFinite(Number(level)) ? level : `'${level}'`;
}
