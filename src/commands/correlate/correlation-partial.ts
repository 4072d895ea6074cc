import { isQuantity } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { selectColumns } from '../../dataset/select-columns.js';
import { StudyError } from '../../errors.js';
import { covariate } from '../../stats/correlation/covariates.js';
import type { CovariateColumn } from '../../stats/correlation/covariates.js';
import type { FormulaInterval } from '../../stats/correlation/correlation-methods.js';
import { completeRows } from '../../stats/correlation/pairs.js';
import { partialCorrelation } from '../../stats/correlation/partial.js';
import { leftOut } from './chosen-correlation.js';
import type { ChosenCorrelation, Resolved } from './chosen-correlation.js';

/** `--partial` and `--semi-partial`, on the rows that have every covariate. */
export function partialMethods(dataset: Dataset, { options, base, ci, method }: Resolved, rows: Uint32Array): ChosenCorrelation {
  const semi = options.semiPartial === undefined ? undefined : 'y';
  const columns = covariateColumns(dataset, options.semiPartial ?? options.partial ?? []);
  const kept = completeRows(columns.map((column) => column.missing), rows);
  const methods = partialCorrelation({ ...base, semi, ci: ci as FormulaInterval | 'none', covariates: columns.map(covariate) });
  const covariates = columns.map((column) => column.name);
  return {
    choice: { ...base, ...methods },
    rows: kept,
    excludedBy: leftOut('partial', rows, kept),
    method: { ...method, partial: { kind: semi === undefined ? 'partial' : 'semi-partial', covariates } },
    seed: null,
  };
}

function covariateColumns(dataset: Dataset, patterns: readonly string[]): CovariateColumn[] {
  return selectColumns(dataset, patterns).map(({ column }) => {
    if (isQuantity(column) || column.kind === 'nominal') return column as CovariateColumn;
    throw new StudyError('E_COVARIATE_KIND', `"${column.name}" is ${column.kind}; a covariate holds numbers or names of groups.`, {
      where: dataset.source.path,
      hint: `portal-study inspect ${dataset.source.path} shows the kind of each column.`,
    });
  });
}
