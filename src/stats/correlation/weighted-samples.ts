import { remembered } from '../remembered.js';
import type { Sample } from './sample.js';
import { weightedDeviations } from './weighted-deviations.js';
import { weightedMidRanks } from './weighted-mid-ranks.js';
import type { WeightedRanks } from './weighted-mid-ranks.js';
import { effectiveSize } from './weights.js';
import type { WeightsKind } from './weights.js';

/** The weights on one set of rows. */
export interface RowWeights {
  readonly values: Float64Array;
  /** Rows, or what their frequencies add up to. */
  readonly observed: number;
  readonly size: number;
}

/** What weights make of rows and samples, worked out once for each: a matrix asks again and again. */
export class WeightedSamples {
  readonly #weights: Float64Array;
  readonly #kind: WeightsKind;
  readonly #rows = new WeakMap<Uint32Array, RowWeights>();
  readonly #ranks = new WeakMap<Sample, WeightedRanks>();
  readonly #deviations = new WeakMap<Sample, Float64Array>();

  constructor(weights: Float64Array, kind: WeightsKind) {
    this.#weights = weights;
    this.#kind = kind;
  }

  /** @throws RangeError where a weight is not above 0 */
  on(rows: Uint32Array): RowWeights {
    return remembered(this.#rows, rows, () => {
      const values = new Float64Array(rows.length);
      for (let i = 0; i < rows.length; i++) {
        values[i] = this.#weights[rows[i]];
        if (!(values[i] > 0)) throw new RangeError(`the weight of row ${rows[i]} is not above 0`);
      }
      const size = effectiveSize(values, this.#kind);
      return { values, size, observed: this.#kind === 'frequency' ? size : rows.length };
    });
  }

  ranks(sample: Sample): WeightedRanks {
    return remembered(this.#ranks, sample, () => weightedMidRanks(sample.levels, this.on(sample.rows).values));
  }

  deviations(sample: Sample): Float64Array {
    return remembered(this.#deviations, sample, () => weightedDeviations(sample.values, this.on(sample.rows).values));
  }
}
