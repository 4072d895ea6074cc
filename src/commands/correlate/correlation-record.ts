import type { NumericColumn } from '../../dataset/column.js';
import { inputsOf } from '../../dataset/dataset.js';
import type { Dataset } from '../../dataset/dataset.js';
import { groupingColumn } from '../../dataset/grouping-column.js';
import { chosenRows } from '../../dataset/rows-where.js';
import { warningsOn } from '../../dataset/warnings-on.js';
import { StudyError } from '../../errors.js';
import { correlationWarnings, partialTauWarning } from '../../present/correlate/correlation-warnings.js';
import type { CorrelationName, CorrelationRecord, DetectableCorrelation } from '../../results/correlation.js';
import type { SampleSize } from '../../results/record.js';
import { compareGroups } from '../../stats/correlation/compare-groups.js';
import { correlationSteps } from '../../stats/correlation/correlate.js';
import type { CorrelationAnalysis, CorrelationProgress } from '../../stats/correlation/correlate.js';
import { detectableCorrelation } from '../../stats/correlation/detectable.js';
import { columnsForCorrelation } from './correlation-columns.js';
import type { CorrelationColumns } from './correlation-columns.js';
import { correlationMethods } from './correlation-methods.js';
import type { ChosenCorrelation } from './chosen-correlation.js';
import type { CorrelateOptions } from './correlation-request.js';

/** What surrounds the computation: the tool's name for provenance, and a place to breathe in long runs. */
export interface Surroundings {
  readonly tool: string;
  /** What else was given and belongs in provenance, such as how the file was read. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Called between steps of a long run; may show progress, and stops the run by throwing. */
  readonly pause?: (progress: CorrelationProgress) => Promise<void> | void;
}

/**
 * A data set's correlations as a record.
 *
 * @throws StudyError where columns, rows or methods do not fit; see columnsForCorrelation and rowsWhere.
 */
export async function correlationRecord(
  dataset: Dataset,
  options: CorrelateOptions,
  surroundings: Surroundings,
  columns: CorrelationColumns = columnsForCorrelation(dataset, options),
): Promise<CorrelationRecord> {
  const { features, outcome } = columns;
  const matrix = options.matrix === true;
  const x = matrix && outcome !== null ? [...features, outcome] : features;
  const by = options.by === undefined ? undefined : groupingColumn(dataset, options.by);
  const chosen = chosenRows(dataset, options.where);
  const methods = await correlationMethods(dataset, options, chosen);
  const { confidence, adjust, missing, name } = methods.method;
  const analysis = await finished(correlationSteps({
    x,
    y: matrix || outcome === null ? null : [outcome],
    rows: methods.rows,
    by,
    options: { ...methods.choice, adjust, missing },
  }), surroundings.pause);
  refuseTooFewRows(dataset, analysis, options.weights);
  return {
    kind: 'correlation',
    schemaVersion: 1,
    method: methods.method,
    estimates: analysis.estimates,
    n: sampleSize(analysis, chosen, methods, dataset),
    variables: analysis.variables,
    comparisons: by === undefined ? [] : compareGroups(analysis.estimates, name, { confidence, adjust }),
    binary: analysis.binary,
    detectable: options.detectable === true ? detectableCorrelations(analysis, name, options.alpha ?? 0.05) : [],
    warnings: [...warningsOn(dataset, [...x, by, outcome].filter((column) => column !== undefined && column !== null)), ...correlationWarnings(analysis.findings, dataset.source.path), ...(name === 'kendall' && methods.method.partial !== null ? [partialTauWarning(dataset.source.path)] : [])],
    provenance: {
      tool: surroundings.tool,
      command: 'correlate',
      options: givenOptions(options, surroundings.options ?? {}, outcome),
      seed: methods.seed,
      inputs: inputsOf(dataset),
    },
  };
}

/** What the analysis was not shown, by option, beside what it left out itself. */
function sampleSize({ n }: CorrelationAnalysis, chosen: Uint32Array, { excludedBy }: ChosenCorrelation, dataset: Dataset): SampleSize {
  const { where: _, ...inside } = n.excludedBy;
  const where = dataset.rows - chosen.length;
  return { rows: n.rows, used: n.used, excludedBy: { ...(where > 0 ? { where } : {}), ...excludedBy, ...inside } };
}

const POWER = 0.8;

function detectableCorrelations({ estimates }: CorrelationAnalysis, method: CorrelationName, alpha: number): DetectableCorrelation[] {
  const sizes = new Set(estimates.map(({ n, df }) => (df === null ? n : df + 2)));
  return [...sizes].sort((a, b) => a - b).map((n) => ({ n, alpha, power: POWER, detectable: detectableCorrelation({ n, method, alpha, power: POWER }) }));
}

async function finished(
  steps: Generator<CorrelationProgress, CorrelationAnalysis, void>,
  pause: Surroundings['pause'],
): Promise<CorrelationAnalysis> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) await pause?.(step.value);
  return step.value;
}

function refuseTooFewRows(dataset: Dataset, { estimates }: CorrelationAnalysis, weights: string | undefined): void {
  const most = estimates.reduce((greatest, { n }) => Math.max(greatest, n), 0);
  if (most >= 3) return;
  throw new StudyError('E_ROWS_FEW', `A correlation needs three rows that have both values; no pair has more than ${most}.`, {
    where: dataset.source.path,
    hint: `${weights === undefined ? '' : `Rows whose ${weights} is 0 or missing have no weight. `}portal-study inspect ${dataset.source.path} shows what is missing in each column.`,
  });
}

/** What was asked for, under the options' own names, with the outcome as it was resolved. */
function givenOptions(options: CorrelateOptions, others: Readonly<Record<string, unknown>>, outcome: NumericColumn | null): Record<string, unknown> {
  const asked = { ...options, outcome: outcome?.name, ...others };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== false));
}
