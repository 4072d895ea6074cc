import { midRanks } from '../numeric/mid-ranks.js';

/** Stands in `of` where there is no value. */
const NO_LEVEL = -1;

/** The distinct values of a variable, numbered upwards: `of[i]` is the level of row i, from 0 to `count` − 1. */
export interface Levels {
  readonly of: Int32Array;
  readonly count: number;
}

/**
 * Numbers a variable's distinct present values. Any set of its rows can then be ranked by counting, in linear
 * time, so a matrix with missing values sorts each column once instead of once a pair.
 *
 * @param missing one entry a row, 0 where the value is present; absent where all are
 * @example
 * columnLevels(Float64Array.of(7.1, NaN, 5, 7.1), Uint8Array.of(0, 1, 0, 0)); // { of: [1, -1, 0, 1], count: 2 }
 */
export function columnLevels(values: Float64Array, missing?: Uint8Array): Levels {
  const ranks = midRanks(missing === undefined ? values : presentValues(values, missing));
  // Doubled, a mid-rank is a whole number from 2 to 2n: a level's place among all the places there could be.
  const levelAt = new Int32Array(2 * ranks.length + 1);
  for (const rank of ranks) levelAt[2 * rank] = 1;
  let count = 0;
  for (let place = 0; place < levelAt.length; place++) if (levelAt[place] === 1) levelAt[place] = count++;
  const of = new Int32Array(values.length);
  for (let row = 0, next = 0; row < of.length; row++) {
    of[row] = missing === undefined || missing[row] === 0 ? levelAt[2 * ranks[next++]] : NO_LEVEL;
  }
  return { of, count };
}

function presentValues(values: Float64Array, missing: Uint8Array): Float64Array {
  const present = new Float64Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) if (missing[row] === 0) present[count++] = values[row];
  return present.subarray(0, count);
}
