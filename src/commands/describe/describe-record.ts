import { inputsOf } from '../../dataset/dataset.js';
import type { Dataset } from '../../dataset/dataset.js';
import type { MultiSelect } from '../../dataset/multi-select.js';
import { chosenRows } from '../../dataset/rows-where.js';
import { warningsOn } from '../../dataset/warnings-on.js';
import { StudyError } from '../../errors.js';
import { describeWarnings } from '../../present/describe/describe-warnings.js';
import type { DescribeRecord, DescribedVariable } from '../../results/describe.js';
import type { Warning } from '../../results/warning.js';
import { completeRows } from '../../stats/correlation/pairs.js';
import { rowGroups } from '../../stats/row-groups.js';
import { hiddenGroups, suppressVariable } from '../../stats/table-one/suppress-table-one.js';
import type { HiddenOfVariable } from '../../stats/table-one/suppress-table-one.js';
import { SKEWNESS_LIMIT } from '../../stats/table-one/summary-choice.js';
import type { SummaryRule } from '../../stats/table-one/summary-choice.js';
import { tableOneAnswers } from '../../stats/table-one/table-one-answers.js';
import { tableOneVariable } from '../../stats/table-one/table-one.js';
import type { TableOneVariable } from '../../stats/table-one/table-one.js';
import { askedSummaries, columnsForDescribe } from './describe-columns.js';
import type { DescribeColumns } from './describe-columns.js';
import { describeEstimates } from './describe-estimates.js';
import type { DescribeOptions } from './describe-request.js';

/** What surrounds the computation: the tool's name for provenance, and a place to breathe between columns. */
export interface DescribeSurroundings {
  readonly tool: string;
  /** What else was given and belongs in provenance, such as how the file was read. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly pause?: (progress: { readonly done: number; readonly total: number }) => Promise<void> | void;
}

/**
 * A data set's Table 1 as a record. Under `by`, rows without a group are left out of every column, so that the
 * groups add up to overall.
 *
 * @throws StudyError where columns, rows or options do not fit; see columnsForDescribe, askedSummaries and rowsWhere;
 *   E_SUPPRESS_ALL where fewer rows are told than counts may tell of.
 */
export async function describeRecord(
  dataset: Dataset,
  options: DescribeOptions,
  surroundings: DescribeSurroundings,
  columns: DescribeColumns = columnsForDescribe(dataset, options),
): Promise<DescribeRecord> {
  const { variables, by } = columns;
  const { suppressBelow: below = null, frequent = null, levels = false, quantileType = 7, missing = 'pairwise' } = options;
  if (frequent !== null && levels) {
    throw new StudyError('E_OPTIONS_CLASH', '--levels counts every answer, --frequent those from one on.', { hint: 'Keep one of them, or name the columns for --categorical.' });
  }
  const rule: SummaryRule = { ...askedSummaries(dataset, options), frequent, levels, quantileType, hidesSmallCounts: below !== null };
  const { rows, excludedBy } = toldRows(dataset, options, columns);
  if (below !== null && rows.length < below) {
    throw new StudyError('E_SUPPRESS_ALL', `All the rows told are fewer than ${below}, so nothing may be printed.`, { where: dataset.source.path, hint: 'Take more rows.' });
  }
  const groups = by === null ? [] : rowGroups(by, rows);
  const hidden = below === null ? groups.map(() => false) : hiddenGroups(groups.map(({ rows: members }) => members.length), below);
  const told: TableOneVariable[] = [];
  for (const column of variables) {
    told.push(isQuestion(column) ? tableOneAnswers(column, dataset.columns, rows, groups) : tableOneVariable(column, rows, groups, rule));
    await surroundings.pause?.({ done: told.length, total: variables.length });
  }
  const masks = told.map((variable) => (below === null ? null : suppressVariable(variable, hidden, below)));
  const { estimates, hidden: hiddenFields } = describeEstimates(told, masks, hidden);
  return {
    kind: 'describe',
    schemaVersion: 1,
    method: { name: 'table-one', continuous: rule.continuous, skewnessLimit: SKEWNESS_LIMIT, quantileType, frequent, missing, suppressBelow: below },
    estimates,
    n: { rows: dataset.rows, used: rows.length, excludedBy },
    variables: told.map((variable, index) => describedVariable(variable, masks[index])),
    by: by === null ? null : { name: by.name, label: by.label ?? by.name },
    groups: [
      { level: null, n: rows.length },
      ...groups.map(({ level, rows: members }, index) => ({ level, n: hidden[index] ? null : members.length })),
    ],
    hidden: hiddenFields,
    // What the reader noticed counts cells, so it is not for a record that hides counts.
    warnings: [...(below === null ? readingWarnings(dataset, columns) : []), ...describeWarnings(told, { frequent, below, path: dataset.source.path })],
    provenance: {
      tool: surroundings.tool,
      command: 'describe',
      options: Object.fromEntries(Object.entries({ ...options, ...surroundings.options }).filter(([, value]) => value !== undefined && value !== false)),
      seed: null,
      inputs: inputsOf(dataset),
    },
  };
}

function toldRows(dataset: Dataset, { where, missing }: DescribeOptions, { variables, by }: DescribeColumns): { rows: Uint32Array; excludedBy: Record<string, number> } {
  const chosen = chosenRows(dataset, where);
  const grouped = by === null ? chosen : completeRows([by.missing], chosen);
  const rows = missing === 'listwise' ? completeRows(variables.map(maskOf), grouped) : grouped;
  const steps: [string, number][] = [
    ['where', dataset.rows - chosen.length],
    ['by', chosen.length - grouped.length],
    ['listwise', grouped.length - rows.length],
  ];
  if (rows.length === 0) {
    throw new StudyError('E_ROWS_FEW', missing === 'listwise' ? 'No row has a value in every column.' : 'No row has a group.', {
      where: dataset.source.path, hint: missing === 'listwise' ? 'Leave out --missing listwise, or name fewer columns with --vars.' : 'Leave out --by.',
    });
  }
  return { rows, excludedBy: Object.fromEntries(steps.filter(([, count]) => count > 0)) };
}

function isQuestion(variable: DescribeColumns['variables'][number]): variable is MultiSelect {
  return 'options' in variable;
}

function maskOf(variable: DescribeColumns['variables'][number]): Uint8Array {
  return isQuestion(variable) ? variable.answered.map((answered) => 1 - answered) : variable.missing;
}

function describedVariable({ column, summary, decimals, skewness }: TableOneVariable, masks: HiddenOfVariable | null): DescribedVariable {
  return {
    name: column.name,
    label: column.label ?? column.name,
    unit: column.unit ?? null,
    kind: column.kind,
    summary,
    decimals,
    // Of counted answers it would be another way to tell the counts.
    skewness: (summary === 'mean' || summary === 'median') && masks?.groups[0].statistics !== true ? skewness : null,
    withheld: masks?.withheld ?? false,
  };
}

/** The reader's warnings about the whole file and about the columns that are told. */
export function readingWarnings(dataset: Dataset, { variables, by }: DescribeColumns): Warning[] {
  const columns = variables.flatMap((variable) => (isQuestion(variable) ? variable.options.map(({ column }) => ({ name: column })) : [variable]));
  return warningsOn(dataset, by === null ? columns : [...columns, by]);
}
