/** The distinct values of a variable, numbered upwards: `of[i]` is the level of row i, from 0 to `count` − 1. */
export interface Levels {
  readonly of: Int32Array;
  readonly count: number;
}

/** Orders numbers; unlike a − b it also orders infinities. */
export function ascending(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Numbers the distinct values once, so that a resample can be ranked by counting and never needs sorting.
 *
 * @example
 * levelsOf(Float64Array.of(7.1, 5, 7.1)); // { of: [1, 0, 1], count: 2 }
 */
export function levelsOf(values: Float64Array): Levels {
  const order = Uint32Array.from(values.keys()).sort((i, j) => ascending(values[i], values[j]));
  const of = new Int32Array(values.length);
  let level = -1;
  let previous: number | undefined;
  for (const row of order) {
    const value = values[row];
    if (value !== previous) level++;
    of[row] = level;
    previous = value;
  }
  return { of, count: level + 1 };
}
