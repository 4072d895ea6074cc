import type { NumericColumn } from '../../dataset/column.js';
import { PRESENT } from '../../dataset/column.js';
import { chosenRows } from '../../dataset/rows-where.js';
import type { Dataset } from '../../dataset/dataset.js';
import { findColumn } from '../../dataset/find-column.js';
import { midRanks } from '../../numeric/mid-ranks.js';
import type { CorrelationPresentation } from '../../present/correlate/correlation-table.js';
import type { CorrelationRecord } from '../../results/correlation.js';
import type { CorrelateOptions } from './correlation-request.js';

/** The picture that shows a record best: the pair itself, all coefficients, or the matrix. */
export async function correlationFigure(
  record: CorrelationRecord, dataset: Dataset, options: CorrelateOptions, presentation: CorrelationPresentation, shows = { participants: true },
): Promise<string> {
  const { correlationForest, correlationHeatMap, correlationScatter } = await import('../../plots/correlation-figure.js');
  if (options.matrix === true) return correlationHeatMap(record, presentation);
  const isPlainPair = shows.participants && record.estimates.length === 1 && record.method.partial === null && record.method.weights === null;
  if (!isPlainPair) return correlationForest(record, presentation);
  const [{ x, y }] = record.estimates;
  return correlationScatter(record, rankedPairs(dataset, options, [x, y]), presentation);
}

function rankedPairs(dataset: Dataset, { where }: CorrelateOptions, names: readonly [string, string]): { x: Float64Array; y: Float64Array } {
  const [x, y] = names.map((name) => findColumn(dataset, name) as NumericColumn);
  const complete = chosenRows(dataset, where).filter((row) => x.missing[row] === PRESENT && y.missing[row] === PRESENT);
  const ranks = ({ values }: NumericColumn): Float64Array => midRanks(Float64Array.from(complete, (row) => values[row]));
  return { x: ranks(x), y: ranks(y) };
}
