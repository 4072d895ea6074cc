import { PRESENT, isQuantity } from '../../dataset/column.js';
import type { Column } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { findColumn } from '../../dataset/find-column.js';
import { numbersKeptAsText } from '../../dataset/kept-as-text.js';
import { selectColumns } from '../../dataset/select-columns.js';
import { isApart } from '../../dataset/study-roles.js';
import { StudyError } from '../../errors.js';
import { TEST_SCOPE } from '../../stats/groups/compare-test.js';
import type { ComparableColumn } from '../../stats/groups/grouped-values.js';
import type { RowGroup } from '../../stats/row-groups.js';
import type { AskedTests, CompareOptions } from './compare-request.js';
import type { ComparedGroups } from './compared-groups.js';

/** A table of more values than this is none that a reader can read. */
const MOST_VALUES = 20;

/** The columns to compare and what was decided about them, a sentence each. */
export interface ComparedColumns {
  readonly columns: readonly ComparableColumn[];
  readonly choices: readonly string[];
}

/**
 * Resolves `--vars`. Without it, every number, scale and category is compared that has values in two groups.
 *
 * @throws StudyError E_COLUMN_MISSING, E_COLUMN_PATTERN, E_COLUMN_NOT_COMPARABLE, E_VARS_EMPTY.
 */
export function comparedColumns(
  dataset: Dataset, asked: CompareOptions, { by, groups }: ComparedGroups, tests: AskedTests,
): ComparedColumns {
  const { vars, paired, counts } = asked;
  const path = dataset.source.path;
  const roles = [paired, counts].filter((name) => name !== undefined).map((name) => findColumn(dataset, name));
  const selected = vars === undefined
    ? dataset.columns.map((column) => ({ column, named: false }))
    : selectColumns(dataset, vars);
  const columns: ComparableColumn[] = [];
  const leftOut = new Map<string, string[]>();
  for (const { column, named } of selected) {
    if (column === by || roles.includes(column)) continue;
    const unfit = whyUnfit(column, tests) ?? (vars === undefined ? whyApart(column) ?? whyEmpty(column, groups) : null);
    if (unfit === null) {
      columns.push(column as ComparableColumn);
    } else if (named) {
      throw new StudyError('E_COLUMN_NOT_COMPARABLE', `"${column.name}" ${unfit}.`, {
        where: path, hint: `Leave it out: --vars "…,!${column.name}".`,
      });
    } else if (column.kind !== 'id') {
      leftOut.set(unfit, [...(leftOut.get(unfit) ?? []), column.name]);
    }
  }
  if (columns.length === 0) {
    throw new StudyError('E_VARS_EMPTY', 'No column is left to compare.', {
      where: path,
      hint: vars === undefined
        ? `portal-study inspect ${path} shows how each column was read.`
        : 'Leave out --vars to compare every number, scale and category.',
    });
  }
  const choices = [
    ...Array.from(leftOut, ([why, names]) => `Left out, because it ${why}: ${names.join(', ')}.`),
    ...numbersKeptAsText(dataset, [...leftOut.values()].flat().map((name) => ({ name }))),
  ];
  return { columns, choices };
}

/** Why a column cannot be compared, or not by the test asked for it; null where it can. */
function whyUnfit(column: Column, { all, of }: AskedTests): string | null {
  if (!isQuantity(column) && column.kind !== 'nominal') return `is ${column.kind === 'id' ? 'an' : 'a'} ${column.kind}`;
  const test = of.get(column.name) ?? all;
  if (test === 'auto') return null;
  if (TEST_SCOPE[test].by !== 'table') {
    return column.kind === 'nominal' ? `holds categories, and ${test} needs an order` : null;
  }
  const values = differentValues(column);
  if (test === 'mcnemar' && values > 2) return `has ${values} values, and mcnemar compares two`;
  return values > MOST_VALUES ? `has ${values} different values, too many for a table` : null;
}

function whyApart(column: Column): string | null {
  return isApart(column) ? 'has no part in the analysis' : null;
}

function whyEmpty(column: Column, groups: readonly RowGroup[]): string | null {
  const filled = groups.filter(({ rows }) => rows.some((row) => column.missing[row] === PRESENT));
  return filled.length === 0 ? 'has no values' : filled.length === 1 ? 'has values in one group only' : null;
}

function differentValues({ values, missing }: Column): number {
  const found = new Set<number | string>();
  missing.forEach((reason, row) => {
    if (reason === PRESENT) found.add(values[row]);
  });
  return found.size;
}
