import { PRESENT } from '../../dataset/column.js';
import type { NumericColumn } from '../../dataset/column.js';
import { sum } from '../../numeric/sums.js';

/**
 * What a weight of 3 says: `sampling`, that the row stands for three times as much of the population as a row of
 * weight 1, but is still one observation; `frequency`, that three such rows were observed.
 */
export type WeightsKind = 'sampling' | 'frequency';

export interface WeightFault {
  /** From 0, in the data set. */
  readonly row: number;
  /** No weight is below 0; a frequency is a whole number. */
  readonly fault: 'negative' | 'not-whole';
}

type Weights = Pick<NumericColumn, 'values' | 'missing'>;

/**
 * The first of the rows whose weight cannot be one, or null.
 *
 * @example weightFault({ values: Float64Array.of(1, 2.5), missing: new Uint8Array(2) }, rows, 'frequency') // row 1
 */
export function weightFault({ values, missing }: Weights, rows: Uint32Array, kind: WeightsKind): WeightFault | null {
  for (const row of rows) {
    if (missing[row] !== PRESENT) continue;
    if (values[row] < 0) return { row, fault: 'negative' };
    if (kind === 'frequency' && !Number.isInteger(values[row])) return { row, fault: 'not-whole' };
  }
  return null;
}

/** The rows that count: their weight is present and above 0. */
export function weightedRows({ values, missing }: Weights, rows: Uint32Array): Uint32Array {
  return rows.filter((row) => missing[row] === PRESENT && values[row] > 0);
}

/**
 * How many observations of equal weight tell as much: Σw of frequencies, (Σw)² / Σw² of sampling weights, which is
 * never above their number and does not change with their scale.
 *
 * Source: Kish (1965), Survey Sampling, section 11.7; a rule for means, here carried over to correlations, which
 * knows nothing of strata and clusters.
 *
 * @example effectiveSize(Float64Array.of(1, 1, 2), 'sampling') // 2.6667
 */
export function effectiveSize(weights: Float64Array, kind: WeightsKind): number {
  const total = sum(weights);
  return kind === 'frequency' ? total : (total * total) / sum(weights.map((weight) => weight * weight));
}
