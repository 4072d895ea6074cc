import type { Column, NumericColumn } from '../../dataset/column.js';
import type {
  AdjustmentName, BinaryCorrelation, CorrelationEstimate, CorrelationName, MissingRule, VariableSummary,
} from '../../results/correlation.js';
import type { SampleSize } from '../../results/record.js';
import { correlateGroup } from './correlate-group.js';
import type { GroupCorrelations } from './correlate-group.js';
import type { CorrelationFinding } from './correlation-findings.js';
import { correlationSampleSize } from './correlation-sample-size.js';
import { chosenMethods } from './chosen-methods.js';
import type { MethodChoice } from './chosen-methods.js';
import { completeRows } from './pairs.js';
import { rowGroups } from '../row-groups.js';
import { Sample, variable } from './sample.js';
import { variableSummary } from '../table-one/variable-summary.js';

/** Columns of one data set, hence of equal length and with different names. */
export interface CorrelationInput {
  readonly x: readonly NumericColumn[];
  /** Each x is correlated with each y; null correlates the x with each other: the lower triangle, row by row. */
  readonly y: readonly NumericColumn[] | null;
  /** The rows to take, from 0 and ascending; absent for all. */
  readonly rows?: Uint32Array | undefined;
  /** One set of correlations for each level of this column; p is adjusted within each. */
  readonly by?: Column | undefined;
  readonly options?: CorrelationOptions;
}

/** A coefficient, its p and its interval, and how they are put together; what is left out takes its default. */
export interface CorrelationOptions extends MethodChoice {
  /** `holm` if absent. */
  readonly adjust?: AdjustmentName | undefined;
  /** `pairwise` if absent. */
  readonly missing?: MissingRule | undefined;
}

/** Numbers at full precision, without a word for the user. */
export interface CorrelationAnalysis {
  readonly coefficient: CorrelationName;
  readonly estimates: readonly CorrelationEstimate[];
  /** In each group every column in the order given; under listwise deletion, on the complete rows. */
  readonly variables: readonly VariableSummary[];
  /**
   * `excludedBy` names the option that left rows out: `where` (not in `rows`), `by` (no level), `listwise` (a value
   * missing), `pairwise` (in no complete pair).
   */
  readonly n: SampleSize;
  readonly findings: readonly CorrelationFinding[];
  /** Pairs with a two-valued variable, under the plain coefficients. */
  readonly binary: readonly BinaryCorrelation[];
}

export interface CorrelationProgress {
  /** Pairs of columns. */
  readonly done: number;
  readonly total: number;
}

/**
 * Correlations of columns with outcomes, or of all pairs, each on its complete pairs.
 *
 * @throws RangeError for an interval that does not suit the coefficient (see intervalsFor).
 * @example
 * correlateColumns({ x: [messages, appointments], y: [hba1c], options: { adjust: 'bh' } }).estimates[0].p // 0.0362
 */
export function correlateColumns(input: CorrelationInput): CorrelationAnalysis {
  const steps = correlationSteps(input);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** correlateColumns, stopping now and then to tell how far it is. Where it stops depends on counts, not on a clock. */
export function* correlationSteps(input: CorrelationInput): Generator<CorrelationProgress, CorrelationAnalysis, void> {
  const { options = {} } = input;
  const methods = chosenMethods(options);
  const columns = [...new Set([...input.x, ...(input.y ?? [])])];
  const variables = columns.map(variable);
  const masks = columns.map((column) => column.missing);
  const pairs = pairsOfColumns(input, columns);
  const selected = input.rows ?? Uint32Array.from(masks[0]?.keys() ?? []);
  const groups = input.by === undefined ? [{ level: null, rows: selected }] : rowGroups(input.by, selected);
  const analysed = groups.map(({ rows }) => (options.missing === 'listwise' ? completeRows(masks, rows) : rows));
  const total = pairs.length * groups.length;

  const results: GroupCorrelations[] = [];
  const summaries: VariableSummary[] = [];
  for (const [index, { level }] of groups.entries()) {
    const samples = variables.map((one) => new Sample(one, completeRows([one.missing], analysed[index])));
    const steps = correlateGroup({ by: level, samples, pairs }, methods, options.adjust ?? 'holm');
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield { done: index * pairs.length + step.value, total };
    results.push(step.value);
    samples.forEach((sample, i) => summaries.push(variableSummary(sample, columns[i].label ?? columns[i].name, level)));
  }

  const tied = results.reduce((sum, { tiedPairs }) => sum + tiedPairs, 0);
  return {
    coefficient: methods.name,
    estimates: new Array<CorrelationEstimate>().concat(...results.map(({ estimates }) => estimates)),
    variables: summaries,
    n: correlationSampleSize(input, { selected, groups: groups.map(({ rows }) => rows), analysed }),
    binary: results.flatMap(({ binary }) => binary),
    findings: [
      ...results.flatMap(({ findings }) => findings),
      ...(tied > 0 ? [{ code: 'ties', pairs: tied, of: total } as const] : []),
    ],
  };
}

/** Positions in `columns` of each pair: x with y, or row with column of the lower triangle. */
function pairsOfColumns({ x, y }: CorrelationInput, columns: readonly NumericColumn[]): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  if (y === null) {
    for (let row = 1; row < columns.length; row++) for (let j = 0; j < row; j++) pairs.push([row, j]);
  } else {
    const position = new Map(columns.map((column, index) => [column, index]));
    for (const outcome of y) {
      for (const one of x) if (one !== outcome) pairs.push([position.get(one)!, position.get(outcome)!]);
    }
  }
  return pairs;
}
