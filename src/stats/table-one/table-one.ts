import { PRESENT } from '../../dataset/column.js';
import type { Column, NumericColumn } from '../../dataset/column.js';
import type { DescribeSummary, DescribedVariable } from '../../results/describe.js';
import { descriptives } from './descriptives.js';
import type { Descriptives } from './descriptives.js';
import type { RowGroup } from '../row-groups.js';
import { meanPairwiseDifference, standardizedCategoryDifference, standardizedMeanDifference } from './standardized-difference.js';
import { chooseSummary } from './summary-choice.js';
import type { DescribableColumn, SummaryRule } from './summary-choice.js';

/** What is told of: a column, or a question with several answers. */
export interface TableOneSubject {
  readonly name: string;
  readonly label?: string;
  readonly unit?: string;
  readonly kind: DescribedVariable['kind'];
}

/** One row of the printed table, or the rows of its levels. */
export interface TableOneVariable {
  readonly column: TableOneSubject;
  readonly summary: DescribeSummary;
  readonly skewness: number | null;
  readonly decimals: number;
  /** Names of what `counts` counts: every level, or those from the threshold on and the rest; else none. */
  readonly levels: readonly string[];
  /** Overall first. */
  readonly groups: readonly VariableInGroup[];
  /** Absolute; null without two groups, or where it is undefined. */
  readonly smd: number | null;
}

export interface VariableInGroup {
  readonly level: string | null;
  /** Rows of the group. */
  readonly rows: number;
  /** Values present among them. */
  readonly n: number;
  /** One for each of the variable's levels. */
  readonly counts: readonly number[];
  /** Where the variable is told by its mean or its median. */
  readonly place: Descriptives | null;
}

/**
 * One variable of a Table 1, overall and in each group, told everywhere by the statistic that `chooseSummary` finds
 * for all rows together.
 *
 * @param rows of the data set, all that are told
 * @param groups parts of `rows`; none where the table is not split
 * @example tableOneVariable(age, rows, [], rule).groups[0].place?.mean
 */
export function tableOneVariable(
  column: DescribableColumn, rows: Uint32Array, groups: readonly RowGroup[], rule: SummaryRule,
): TableOneVariable {
  const place = column.kind === 'nominal' ? null : descriptives(valuesOf(column, rows), rule.quantileType);
  const chosen = column.kind === 'nominal' || place === null ? NAMES : chooseSummary(column, valuesOf(column, rows), place, rule);
  const count = counter(column, rows, chosen.summary, rule.frequent ?? Infinity);
  const part = (level: string | null, members: Uint32Array, itsPlace: () => Descriptives | null): VariableInGroup => {
    const present = presentRows(column, members);
    const hasPlace = chosen.summary === 'mean' || chosen.summary === 'median';
    return { level, rows: members.length, n: present.length, counts: count.of(present), place: hasPlace ? itsPlace() : null };
  };
  const parts = groups.map(({ level, rows: members }) =>
    part(level, members, () => descriptives(valuesOf(column as NumericColumn, members), rule.quantileType)));
  const difference = chosen.summary === 'mean' || chosen.summary === 'median'
    ? meanPairwiseDifference(groups.map(({ rows: members }) => valuesOf(column as NumericColumn, members)), standardizedMeanDifference)
    : meanPairwiseDifference(parts, (a, b) => standardizedCategoryDifference(a.counts, b.counts));
  return {
    column, ...chosen, levels: count.names, groups: [part(null, rows, () => place), ...parts],
    smd: difference.estimate === null ? null : Math.abs(difference.estimate),
  };
}

const NAMES = { summary: 'levels', skewness: null, decimals: 0 } as const;

/** What is counted of a column, and how. */
function counter(column: DescribableColumn, rows: Uint32Array, summary: DescribeSummary, threshold: number): {
  readonly names: readonly string[];
  of(present: Uint32Array): number[];
} {
  if (summary === 'mean' || summary === 'median') return { names: [], of: () => [] };
  if (summary === 'frequent') {
    const frequentOf = (present: Uint32Array): number => present.reduce((sum, row) => sum + (Number(column.values[row]) >= threshold ? 1 : 0), 0);
    return {
      names: [`>=${threshold}`, `<${threshold}`],
      of: (present) => [frequentOf(present), present.length - frequentOf(present)],
    };
  }
  const levels = levelsOf(column, presentRows(column, rows));
  const place = new Map(levels.map(({ value }, index) => [value, index]));
  return {
    names: levels.map(({ name }) => name),
    of: (present) => {
      const counts = levels.map(() => 0);
      for (const row of present) counts[place.get(column.values[row])!] += 1;
      return counts;
    },
  };
}

/** Declared levels in their order, even those nobody has; then the others that occur, ascending. */
function levelsOf({ values, levels = [] }: Column, present: Uint32Array): { value: number | string; name: string }[] {
  const declared = new Set(levels.map(({ value }) => value));
  const others = [...new Set(Array.from(present, (row) => values[row]))].filter((value) => !declared.has(value)).sort((a, b) => (a < b ? -1 : 1));
  return [
    ...levels.map(({ value, label }) => ({ value, name: label ?? String(value) })),
    ...others.map((value) => ({ value, name: String(value) })),
  ];
}

function presentRows({ missing }: Column, rows: Uint32Array): Uint32Array {
  return rows.filter((row) => missing[row] === PRESENT);
}

/** The present values of rows. */
function valuesOf(column: NumericColumn, rows: Uint32Array): Float64Array {
  return Float64Array.from(presentRows(column, rows), (row) => column.values[row]);
}
