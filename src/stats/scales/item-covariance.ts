import { PRESENT } from '../../dataset/column.js';
import { mean } from '../../numeric/sums.js';
import type { Matrix } from '../../numeric/symmetric-eigen.js';
import type { MissingRule } from '../../results/correlation.js';
import { completeRows } from '../correlation/pairs.js';

/** An item's answers, one entry a row; `missing` is 0 where there is one. Reversed items come already turned. */
export interface ScaleItem {
  readonly values: Float64Array;
  readonly missing: Uint8Array;
}

export interface ItemCovariance {
  readonly covariance: Matrix;
  /** Rows that count: the complete ones (listwise), or those with any answer (pairwise). */
  readonly n: number;
}

export interface ItemCorrelation {
  /** NaN where an item does not vary on the rows that count. */
  readonly correlation: Matrix;
  readonly n: number;
}

/**
 * Covariances between items, divisor n − 1: over the rows that answered every item (listwise), or for each two items
 * over the rows that answered both (pairwise, as R's `cov(use = "pairwise")`, where an item's own variance is over all
 * its answers). NaN where fewer than two rows answered.
 *
 * @param items all of one length
 */
export function itemCovariance(items: readonly ScaleItem[], rule: MissingRule): ItemCovariance {
  const { matrix, n } = overPairs(items, rule, covarianceOn);
  return { covariance: matrix, n };
}

/** Correlations from covariances. */
export function toCorrelation(covariance: Matrix): Matrix {
  return covariance.map((row, i) => row.map((entry, j) =>
    (i === j ? 1 : entry / Math.sqrt(covariance[i][i] * covariance[j][j]))));
}

/**
 * Correlations between items. Pairwise, the standard deviations too are over the rows that answered both, as in R's
 * `cor(use = "pairwise")`: with answers missing that is not `toCorrelation` of the pairwise covariances.
 */
export function itemCorrelation(items: readonly ScaleItem[], rule: MissingRule): ItemCorrelation {
  const { matrix, n } = overPairs(items, rule, (x, y, rows) => {
    const spread = Math.sqrt(covarianceOn(x, x, rows) * covarianceOn(y, y, rows));
    return spread === 0 ? NaN : x === y ? 1 : covarianceOn(x, y, rows) / spread;
  });
  return { correlation: matrix, n };
}

/** A symmetric matrix of a measure of two items, each on the rows that count for those two. */
function overPairs(
  items: readonly ScaleItem[],
  rule: MissingRule,
  measure: (x: Float64Array, y: Float64Array, rows: Uint32Array) => number,
): { matrix: Matrix; n: number } {
  const complete = rowsFor(items);
  const matrix = items.map(() => new Float64Array(items.length));
  for (let i = 0; i < items.length; i++) {
    for (let j = 0; j <= i; j++) {
      const rows = rule === 'listwise' ? complete : rowsFor([items[i], items[j]]);
      matrix[i][j] = measure(items[i].values, items[j].values, rows);
      matrix[j][i] = matrix[i][j];
    }
  }
  return { matrix, n: rule === 'listwise' ? complete.length : rowsWithAnAnswer(items) };
}

function rowsWithAnAnswer(items: readonly ScaleItem[]): number {
  const [first] = items;
  return first === undefined ? 0 : first.missing.reduce((n, _, row) =>
    (items.some((item) => item.missing[row] === PRESENT) ? n + 1 : n), 0);
}

function rowsFor(items: readonly ScaleItem[]): Uint32Array {
  const all = Uint32Array.from({ length: items[0]?.values.length ?? 0 }, (_, row) => row);
  return completeRows(items.map((item) => item.missing), all);
}

function covarianceOn(x: Float64Array, y: Float64Array, rows: Uint32Array): number {
  const here = Float64Array.from(rows, (row) => x[row]);
  const there = Float64Array.from(rows, (row) => y[row]);
  const centreX = mean(here);
  const centreY = mean(there);
  let products = 0;
  for (let i = 0; i < rows.length; i++) products += (here[i] - centreX) * (there[i] - centreY);
  return rows.length < 2 ? NaN : products / (rows.length - 1);
}
