import { isQuantity } from '../../dataset/column.js';
import type { NumericColumn } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { findColumn } from '../../dataset/find-column.js';
import { StudyError } from '../../errors.js';
import { groupedValues, pairedValues } from '../../stats/groups/grouped-values.js';
import type { ComparableColumn, GroupedValues } from '../../stats/groups/grouped-values.js';
import { pairedWaves } from '../../stats/groups/paired-waves.js';
import { weightFault, weightedRows } from '../../stats/correlation/weights.js';
import type { CompareOptions } from './compare-request.js';
import type { ComparedGroups } from './compared-groups.js';

/** Who is compared: the values of any column in each group, and the rows that are left out. */
export interface ComparedParticipants {
  readonly values: (column: ComparableColumn) => GroupedValues;
  /** Participants in each group, or pairs. */
  readonly sizes: readonly number[];
  /** Rows. */
  readonly used: number;
  readonly excludedBy: Readonly<Record<string, number>>;
}

/** No survey has more participants; the values of each are held one by one. */
const MOST_PARTICIPANTS = 5_000_000;

/**
 * The participants that `--by`, `--paired` and `--counts` make of the rows.
 *
 * @throws StudyError E_PAIRS, E_COUNTS, E_OPTIONS_CLASH, E_COLUMN_MISSING.
 */
export function comparedParticipants(
  dataset: Dataset, { paired, counts }: CompareOptions, grouping: ComparedGroups,
): ComparedParticipants {
  if (paired !== undefined && counts !== undefined) {
    throw new StudyError('E_OPTIONS_CLASH', 'A row that stands for several participants cannot be one of a pair.', {
      hint: 'Keep --paired or --counts.',
    });
  }
  if (paired !== undefined) return matchedWaves(dataset, paired, grouping);
  const rows = grouping.groups.map((group) => group.rows);
  return counts === undefined
    ? { values: (column) => groupedValues(column, rows), sizes: rows.map(sizeOf), used: total(rows), excludedBy: {} }
    : countedParticipants(dataset, counts, rows);
}

function countedParticipants(dataset: Dataset, counts: string, rows: readonly Uint32Array[]): ComparedParticipants {
  const column = countsColumn(dataset, counts, Uint32Array.from(rows.flatMap((group) => [...group])));
  const kept = rows.map((group) => weightedRows(column, group));
  const participants = kept.map((group) => repeated(group, column.values));
  return {
    values: (variable) => groupedValues(variable, participants),
    sizes: participants.map(sizeOf),
    used: total(kept),
    excludedBy: { counts: total(rows) - total(kept) },
  };
}

/** Each row as often as it counts. */
function repeated(rows: Uint32Array, counts: Float64Array): Uint32Array {
  const all = new Uint32Array(rows.reduce((sum, row) => sum + counts[row], 0));
  let from = 0;
  for (const row of rows) {
    all.fill(row, from, from + counts[row]);
    from += counts[row];
  }
  return all;
}

function countsColumn(dataset: Dataset, name: string, rows: Uint32Array): NumericColumn {
  const column = findColumn(dataset, name);
  const where = dataset.source.path;
  if (!isQuantity(column)) {
    throw new StudyError('E_COUNTS', `"${column.name}" is ${column.kind}; --counts takes whole numbers.`, { where });
  }
  const wrong = weightFault(column, rows, 'frequency');
  if (wrong !== null) {
    throw new StudyError('E_COUNTS', 'This is no number of participants: a count is whole and not negative.', {
      where: `${where}:${dataset.lines[wrong.row]}:${column.name}`, hint: 'Correct it, or mark it missing with --na.',
    });
  }
  const sum = weightedRows(column, rows).reduce((before, row) => before + column.values[row], 0);
  if (sum <= MOST_PARTICIPANTS) return column;
  throw new StudyError('E_COUNTS', `"${column.name}" adds up to ${sum} participants, more than ${MOST_PARTICIPANTS}.`, {
    where, hint: 'Is it the column of counts?',
  });
}

function matchedWaves(dataset: Dataset, paired: string, { by, groups }: ComparedGroups): ComparedParticipants {
  const path = dataset.source.path;
  const id = findColumn(dataset, paired);
  const waves = pairedWaves(id, groups[0].rows, groups[1].rows);
  const { first, second } = waves;
  if (waves.repeated !== null) {
    const [line, again] = waves.repeated.map((row) => dataset.lines[row]);
    const message = `One ${id.name} has two rows in one wave of "${by.name}", lines ${line} and ${again}.`;
    throw new StudyError('E_PAIRS', message, {
      where: `${path}:${again}:${id.name}`, hint: 'Delete one of them, or take the waves apart with --where.',
    });
  }
  if (first.length === 0) {
    throw new StudyError('E_PAIRS', `No ${id.name} has a row in both waves of "${by.name}".`, {
      where: path, hint: 'Is it the column that names the participant?',
    });
  }
  return {
    values: (column) => pairedValues(column, first, second),
    sizes: [first.length, second.length],
    used: 2 * first.length,
    excludedBy: { unpaired: waves.onlyFirst + waves.onlySecond, id: waves.withoutId },
  };
}

function sizeOf({ length }: Uint32Array): number {
  return length;
}

function total(groups: readonly Uint32Array[]): number {
  return groups.reduce((sum, { length }) => sum + length, 0);
}
