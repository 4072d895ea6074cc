import { PRESENT } from '../../dataset/column.js';
import type { Column } from '../../dataset/column.js';
import type { MultiSelect } from '../../dataset/multi-select.js';
import type { RowGroup } from '../row-groups.js';
import type { TableOneVariable, VariableInGroup } from './table-one.js';

/**
 * A question with several answers as one variable of a Table 1: how many chose each answer, among those who answered
 * the question. The counts of a row add to more than the row's n where somebody chose two.
 *
 * @param columns of the data set, those of the answers among them
 * @param rows of the data set, all that are told
 * @param groups parts of `rows`; none where the table is not split
 */
export function tableOneAnswers(
  { name, label, options, answered }: MultiSelect, columns: readonly Column[], rows: Uint32Array, groups: readonly RowGroup[],
): TableOneVariable {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const chosen = options.map((option) => byName.get(option.column)!);
  const part = (level: string | null, members: Uint32Array): VariableInGroup => {
    const among = members.filter((row) => answered[row] === 1);
    return {
      level, rows: members.length, n: among.length, place: null,
      counts: chosen.map((column) => among.filter((row) => column.missing[row] === PRESENT && column.values[row] === 1).length),
    };
  };
  return {
    column: { name, ...(label === undefined ? {} : { label }), kind: 'multi-select' },
    summary: 'answers', skewness: null, decimals: 0, smd: null,
    levels: distinct(options.map((option) => option.label)),
    groups: [part(null, rows), ...groups.map(({ level, rows: members }) => part(level, members))],
  };
}

/** Answers that are called the same are told apart by their place. */
function distinct(labels: readonly string[]): string[] {
  return labels.map((label, index) => (labels.indexOf(label) === index ? label : `${label} (${index + 1})`));
}
