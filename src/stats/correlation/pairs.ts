import { PRESENT } from '../../dataset/column.js';
import { concordance } from './concordance.js';
import type { Concordance } from './concordance.js';
import { Sample } from './sample.js';

/**
 * The rows, among those given, on which every mask says present: the complete pairs of two columns (pairwise
 * deletion), or the complete cases of all (listwise). Where nothing is missing it is the same array that came in,
 * so that `===` tells.
 *
 * @param masks one a column: an entry a row of the data set, 0 where the value is present
 * @param rows rows of the data set, from 0
 * @example completeRows([Uint8Array.of(0, 1, 0), Uint8Array.of(0, 0, 2)], Uint32Array.of(0, 1, 2)) // [0]
 */
export function completeRows(masks: readonly Uint8Array[], rows: Uint32Array): Uint32Array {
  let complete = rows;
  for (const mask of masks) {
    const from = complete;
    const kept = new Uint32Array(from.length);
    let count = 0;
    for (let i = 0; i < from.length; i++) if (mask[from[i]] === PRESENT) kept[count++] = from[i];
    if (count < from.length) complete = kept.slice(0, count);
  }
  return complete;
}

/**
 * Two variables on the rows where both have a value: all that a coefficient, a test or an interval sees. `rows`
 * names the rows in the data set, for methods that look up more of them (a covariate, a weight, a cluster).
 */
export class CompletePair {
  readonly x: Sample;
  readonly y: Sample;
  /** The level of the grouping column, or null where rows were not split. */
  readonly by: string | null;
  #concordance: Concordance | undefined;

  /** @param x and @param y on the same rows */
  constructor(x: Sample, y: Sample, by: string | null = null) {
    if (x.n !== y.n) throw new RangeError(`a pair needs as many x as y, not ${x.n} and ${y.n}`);
    this.x = x;
    this.y = y;
    this.by = by;
  }

  get n(): number {
    return this.x.n;
  }

  get rows(): Uint32Array {
    return this.x.rows;
  }

  get tied(): boolean {
    return this.x.tied || this.y.tied;
  }

  /** Counted once for τ-b and its test together. */
  get concordance(): Concordance {
    return (this.#concordance ??= concordance(this.x.levels, this.y.levels));
  }
}

/** The pair of two lists of finite values: x[i] belongs to y[i]. */
export function pairOf(x: Float64Array, y: Float64Array): CompletePair {
  return new CompletePair(Sample.of(x, 'x'), Sample.of(y, 'y'));
}

/**
 * The complete pairs of two samples of the same rows. A sample that loses no row is taken as it is, with the ranks
 * it already has; the other is ranked anew, as pairwise deletion asks.
 */
export function completePair(x: Sample, y: Sample, by: string | null = null): CompletePair {
  if (x.rows === y.rows) return new CompletePair(x, y, by);
  const rows = completeRows([y.variable.missing], x.rows);
  return new CompletePair(onRows(x, rows), onRows(y, rows), by);
}

function onRows(sample: Sample, rows: Uint32Array): Sample {
  return rows.length === sample.n ? sample : new Sample(sample.variable, rows);
}
