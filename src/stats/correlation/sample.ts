import { centredRanks } from './centred-ranks.js';
import type { CentredRanks } from './centred-ranks.js';
import { columnLevels } from '../levels.js';
import type { Levels } from '../levels.js';
import { unitDeviations } from './unit-deviations.js';

/** A quantity over every row of its data set; `missing` is 0 where a row has a value. */
export interface Variable {
  readonly name: string;
  readonly values: Float64Array;
  readonly missing: Uint8Array;
  readonly levels: Levels;
}

export function variable(column: { name: string; values: Float64Array; missing: Uint8Array }): Variable {
  const { name, values, missing } = column;
  return { name, values, missing, levels: columnLevels(values, missing) };
}

/** The levels of the whole variable, `of` each observation here. */
export interface SampleLevels extends Levels {
  /** Observations a level; 0 for one that occurs only on other rows. */
  readonly counts: Int32Array;
  /** How many levels occur here. */
  readonly present: number;
}

/**
 * A variable on some of the rows where it has a value. What a coefficient needs of it (ranks, deviations) is
 * computed when first asked for and kept, so a column of a matrix is ranked once, not once a pair.
 *
 * @example Sample.of(Float64Array.of(30, 10, 20, 10)).ranks.values // 3, -2, 1, -2
 */
export class Sample {
  readonly variable: Variable;
  /** Rows of the data set, from 0, ascending; observation i is that of `rows[i]`. */
  readonly rows: Uint32Array;
  #values: Float64Array | undefined;
  #levels: SampleLevels | undefined;
  #ranks: CentredRanks | undefined;
  #unitDeviations: Float64Array | undefined;

  /** @param rows on each of which the variable is present */
  constructor(source: Variable, rows: Uint32Array) {
    this.variable = source;
    this.rows = rows;
  }

  /** The sample that consists of these finite values. */
  static of(values: Float64Array, name = ''): Sample {
    const source = { name, values, missing: new Uint8Array(values.length), levels: columnLevels(values) };
    return new Sample(source, Uint32Array.from(values.keys()));
  }

  get name(): string {
    return this.variable.name;
  }

  get n(): number {
    return this.rows.length;
  }

  get values(): Float64Array {
    return (this.#values ??= valuesOn(this.rows, this.variable.values));
  }

  get levels(): SampleLevels {
    return (this.#levels ??= countLevels(this.variable.levels, this.rows));
  }

  /** Whether fewer than two distinct values occur. */
  get constant(): boolean {
    return this.levels.present < 2;
  }

  get tied(): boolean {
    return this.levels.present < this.n;
  }

  get ranks(): CentredRanks {
    return (this.#ranks ??= centredRanks(this.levels.of, this.levels.counts));
  }

  get unitDeviations(): Float64Array {
    return (this.#unitDeviations ??= unitDeviations(this.values));
  }
}

function valuesOn(rows: Uint32Array, all: Float64Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = all[rows[i]];
  return values;
}

function countLevels(all: Levels, rows: Uint32Array): SampleLevels {
  const of = new Int32Array(rows.length);
  const counts = new Int32Array(all.count);
  let present = 0;
  for (let i = 0; i < rows.length; i++) {
    const level = all.of[rows[i]];
    of[i] = level;
    if (counts[level]++ === 0) present++;
  }
  return { of, count: all.count, counts, present };
}
