import type { Column } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { distinctValues, groupingColumn } from '../../dataset/grouping-column.js';
import { questionOf } from '../../dataset/multi-select.js';
import type { MultiSelect } from '../../dataset/multi-select.js';
import { nearestNames } from '../../dataset/nearest-names.js';
import { numbersKeptAsText } from '../../dataset/kept-as-text.js';
import { selectColumns } from '../../dataset/select-columns.js';
import { isApart } from '../../dataset/study-roles.js';
import { StudyError } from '../../errors.js';
import type { ContinuousRule, DescribeSummary } from '../../results/describe.js';
import type { DescribableColumn, SummaryRule } from '../../stats/table-one/summary-choice.js';
import type { DescribeOptions } from './describe-request.js';

/** What a Table 1 is asked of, and what was decided for the user, one sentence each. */
export interface DescribeColumns {
  readonly variables: readonly (DescribableColumn | MultiSelect)[];
  readonly by: Column | null;
  readonly choices: readonly string[];
}

const MOST_LEVELS = 50;

/**
 * Resolves `--vars` and `--by`. Without `--vars` every number, ordinal and nominal column is told, in file order, and
 * answers to one question that allows several as one variable.
 *
 * @throws StudyError E_COLUMN_MISSING, E_COLUMN_KIND for ids, texts and dates asked for by name, E_BY_LEVELS,
 *   E_ROWS_NONE, E_VARS_EMPTY.
 */
export function columnsForDescribe(dataset: Dataset, { vars, by: byName }: Pick<DescribeOptions, 'vars' | 'by'>): DescribeColumns {
  const { path } = dataset.source;
  if (dataset.rows === 0) {
    throw new StudyError('E_ROWS_NONE', 'The file has a header and no rows.', { where: path, hint: 'Export it again, with its data.' });
  }
  const by = byName === undefined ? null : groupingColumn(dataset, byName);
  const asked = vars === undefined ? dataset.columns.map((column) => ({ column, named: false })) : selectColumns(dataset, vars);
  const variables = new Set<DescribableColumn | MultiSelect>();
  const leftOut: Column[] = [];
  const apart: Column[] = [];
  for (const { column, named } of asked) {
    if (column === by) continue;
    const question = named ? undefined : questionOf(column.name, dataset.multiSelects);
    if (question !== undefined) variables.add(question);
    else if (vars === undefined && isApart(column)) apart.push(column);
    else if (isDescribable(column)) variables.add(column);
    else if (named) throw notDescribable(dataset, column);
    else leftOut.push(column);
  }
  if (variables.size === 0) {
    throw new StudyError('E_VARS_EMPTY', 'No number, ordinal or nominal column is left to describe.', {
      where: path, hint: `portal-study inspect ${quoted(path)} shows how each column was read.`,
    });
  }
  const choices = [
    ...(leftOut.length === 0 ? [] : [`Neither numbers nor levels, so left out: ${leftOut.map(({ name, kind }) => `${name} (${kind})`).join(', ')}.`]),
    ...numbersKeptAsText(dataset, leftOut),
    ...(apart.length === 0 ? [] : [`Left out as of no part in the analysis: ${apart.map(({ name }) => name).join(', ')}.`]),
  ];
  return { variables: [...variables], by, choices };
}

/**
 * What `--continuous` and `--categorical` ask of which column.
 *
 * @throws StudyError E_OPTION_VALUE, E_COLUMN_MISSING, E_LEVELS_MANY.
 */
export function askedSummaries(dataset: Dataset, options: DescribeOptions): Pick<SummaryRule, 'continuous' | 'asked'> {
  let continuous: ContinuousRule = 'auto';
  const asked = new Map<string, Exclude<DescribeSummary, 'frequent'>>();
  for (const text of options.continuous ?? []) {
    const [, name, rule] = /^(?:(.*)=)?([^=]*)$/s.exec(text)!;
    const known = RULES.find((one) => one === rule.trim().toLowerCase());
    if (known === undefined || (name !== undefined && known === 'auto')) throw unknownRule(text, rule);
    if (name === undefined) continuous = known;
    else for (const { column } of selectColumns(dataset, [name])) asked.set(column.name, known as 'mean' | 'median');
  }
  for (const { column } of options.categorical === undefined ? [] : selectColumns(dataset, options.categorical)) {
    const levels = distinctValues(column);
    if (levels > MOST_LEVELS) {
      throw new StudyError('E_LEVELS_MANY', `"${column.name}" has ${levels} different values; --categorical takes a column of up to ${MOST_LEVELS}.`, {
        where: dataset.source.path, hint: 'Leave it out of --categorical.',
      });
    }
    asked.set(column.name, 'levels');
  }
  return { continuous, asked };
}

const RULES = ['auto', 'mean', 'median'] as const;

function unknownRule(text: string, rule: string): StudyError {
  const [nearest] = nearestNames(rule, RULES);
  return new StudyError('E_OPTION_VALUE', `--continuous takes ${RULES.join(', ')}, or COLUMN=mean or COLUMN=median, not "${text}".`, {
    hint: nearest === undefined ? 'For example: --continuous age=median.' : `Nearest: --continuous ${nearest}.`,
  });
}

function isDescribable(column: Column): column is DescribableColumn {
  return column.kind === 'number' || column.kind === 'ordinal' || column.kind === 'nominal';
}

function notDescribable({ source }: Dataset, { name, kind }: Column): StudyError {
  return new StudyError('E_COLUMN_KIND', `"${name}" is ${kind === 'id' ? 'an id' : `a ${kind}`}; a Table 1 tells numbers, ordinal answers and names of groups.`, {
    where: source.path, hint: `Leave ${quoted(name)} out of --vars.`,
  });
}

function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `"${text}"`;
}
