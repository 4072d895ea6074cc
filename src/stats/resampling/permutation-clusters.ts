import { ascending, levelsOf } from '../distinct-levels.js';

/**
 * Rows cluster by cluster: `rows` lists them by ascending cluster code, and cluster c holds those from `starts[c]`
 * up to, not including, `starts[c + 1]`. Without codes all rows are one cluster.
 */
export interface ClusteredRows {
  readonly rows: Uint32Array;
  readonly starts: Int32Array;
}

export function clusteredRows(size: number, codes: Int32Array | undefined): ClusteredRows {
  const { of } = levelsOf(Float64Array.from(codes ?? new Int32Array(size)));
  const rows = Uint32Array.from(of.keys()).sort((i, j) => of[i] - of[j]);
  const starts = [0];
  for (let at = 1; at <= size; at++) if (of[rows[at]] !== of[rows[at - 1]]) starts.push(at);
  return { rows, starts: Int32Array.from(starts) };
}

/**
 * The values cluster by cluster, ascending within each. A test that shuffles within clusters starts here, so that
 * the order of the rows in the file has no bearing on it.
 */
export function sortedWithin({ rows, starts }: ClusteredRows, values: Float64Array): Float64Array {
  const sorted = Float64Array.from(rows, (row) => values[row]);
  for (let cluster = 0; cluster + 1 < starts.length; cluster++) {
    sorted.subarray(starts[cluster], starts[cluster + 1]).sort(ascending);
  }
  return sorted;
}
