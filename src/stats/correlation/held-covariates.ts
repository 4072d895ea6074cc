import type { CorrelationName } from '../../results/correlation.js';
import { covariateSamples } from './covariates.js';
import type { Covariate } from './covariates.js';
import { remembered } from '../remembered.js';
import type { Sample } from './sample.js';
import { orthonormalBasis, scaled, unitResidual } from './unit-residuals.js';

/** The covariates on one set of rows; `basis` spans them, and is empty where τ needs none. */
export interface Held {
  readonly samples: readonly Sample[];
  readonly basis: readonly Float64Array[];
}

/** The covariates, worked out once for each set of rows and each sample on them: a matrix asks again and again. */
export class HeldCovariates {
  readonly method: CorrelationName;
  readonly #covariates: readonly Covariate[];
  readonly #held = new WeakMap<Uint32Array, Held | null>();
  readonly #residuals = new WeakMap<Sample, Float64Array | null>();

  constructor(method: CorrelationName, covariates: readonly Covariate[]) {
    this.method = method;
    this.#covariates = covariates;
  }

  /** @returns null where a covariate is constant on these rows or, τ aside, collinear with others */
  on(rows: Uint32Array): Held | null {
    return remembered(this.#held, rows, () => this.#hold(rows));
  }

  /** What a regression on the covariates leaves of a sample, of length 1; null where it leaves nothing. */
  residual(sample: Sample, { basis }: Held): Float64Array | null {
    return remembered(this.#residuals, sample, () => unitResidual(this.unit(sample), basis));
  }

  /** The sample, or for Spearman its ranks, centred and of length 1. */
  unit(sample: Sample): Float64Array {
    if (this.method !== 'spearman') return sample.unitDeviations;
    const { values, sumOfSquares } = sample.ranks;
    return scaled(values, 1 / Math.sqrt(sumOfSquares));
  }

  #hold(rows: Uint32Array): Held | null {
    const samples = covariateSamples(this.#covariates, rows);
    if (samples === null) return null;
    const basis = this.method === 'kendall' ? [] : orthonormalBasis(samples.map((sample) => this.unit(sample)));
    return basis === null ? null : { samples, basis };
  }
}
