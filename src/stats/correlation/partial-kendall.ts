import { kendallOfPair } from './kendall.js';
import { CompletePair } from './pairs.js';
import type { Sample } from './sample.js';

/** What is left of a variance of 1 below this is rounding. */
const COLLINEAR = 1e-12;

/** What the covariates leave of x and y, whose own variances are 1. */
export interface LeftOver {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/**
 * Takes covariates out of τ-b: elimination in the matrix of all their τ-b, which is that of the correlations between
 * the signs of differences over all pairs of observations, so it behaves like any correlation matrix.
 *
 * Source: Kendall (1942), "Partial rank correlation", Biometrika 32:277-283, for one covariate; more as in Kendall &
 * Gibbons (1990), Rank Correlation Methods, chapter 8.
 *
 * @param samples covariates, then x, then y, all on the same rows and none constant
 * @returns null where the covariates are collinear or leave nothing of x or y
 */
export function partialKendall(samples: readonly Sample[]): LeftOver | null {
  const size = samples.length;
  const matrix = samples.map((one, i) => samples.map((other, j) => (j < i ? tauB(one, other) : 1)));
  for (let pivot = 0; pivot < size - 2; pivot++) {
    if (matrix[pivot][pivot] <= COLLINEAR) return null;
    for (let i = pivot + 1; i < size; i++) {
      const factor = matrix[i][pivot] / matrix[pivot][pivot];
      for (let j = pivot + 1; j <= i; j++) matrix[i][j] -= factor * matrix[j][pivot];
    }
  }
  const [xx, xy, yy] = [matrix[size - 2][size - 2], matrix[size - 1][size - 2], matrix[size - 1][size - 1]];
  return xx <= COLLINEAR || yy <= COLLINEAR ? null : { xx, xy, yy };
}

function tauB(one: Sample, other: Sample): number {
  return kendallOfPair(new CompletePair(one, other)).estimate ?? NaN;
}
