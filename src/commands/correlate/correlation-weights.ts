import { isQuantity } from '../../dataset/column.js';
import type { NumericColumn } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { findColumn } from '../../dataset/find-column.js';
import { StudyError } from '../../errors.js';
import type { FormulaInterval } from '../../stats/correlation/correlation-methods.js';
import { weightFault, weightedRows } from '../../stats/correlation/weights.js';
import type { WeightsKind } from '../../stats/correlation/weights.js';
import { weightedCorrelation } from '../../stats/correlation/weighted.js';
import { leftOut } from './chosen-correlation.js';
import type { ChosenCorrelation, Resolved } from './chosen-correlation.js';

/** `--weights`, on the rows whose weight is above 0. */
export function weightedMethods(dataset: Dataset, { options, name, base, ci, method }: Resolved, rows: Uint32Array, column: string): ChosenCorrelation {
  const kind = options.weightsKind ?? 'sampling';
  const weights = weightsColumn(dataset, column, rows, kind);
  const kept = weightedRows(weights, rows);
  const { coefficient, p, ci: interval } = weightedCorrelation({
    ...base, method: name as 'spearman' | 'pearson', weights: weights.values, kind, ci: ci as FormulaInterval | 'none',
  });
  return {
    choice: { ...base, coefficient, p, ci: interval },
    rows: kept,
    excludedBy: leftOut('weights', rows, kept),
    method: { ...method, weights: { kind, column: weights.name } },
    seed: null,
  };
}

function weightsColumn(dataset: Dataset, name: string, rows: Uint32Array, kind: WeightsKind): NumericColumn {
  const column = findColumn(dataset, name);
  if (!isQuantity(column)) {
    throw new StudyError('E_WEIGHT', `"${column.name}" is ${column.kind}; weights are numbers.`, {
      where: dataset.source.path,
      hint: `Numeric columns: ${dataset.columns.filter(isQuantity).slice(0, 12).map((one) => one.name).join(', ')}.`,
    });
  }
  const wrong = weightFault(column, rows, kind);
  if (wrong === null) return column;
  const expected = wrong.fault === 'negative' ? 'no weight is negative' : 'a frequency is a whole number';
  throw new StudyError('E_WEIGHT', `This weight cannot be one: ${expected}.`, {
    where: `${dataset.source.path}:${dataset.lines[wrong.row]}:${column.name}`,
    hint: wrong.fault === 'negative' ? 'Mark it missing with --na, or correct it.' : 'Type --weights-kind sampling if rows stand for parts of a population.',
  });
}
