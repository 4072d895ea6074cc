import { mean } from '../../numeric/sums.js';

/**
 * Deviations from the mean, scaled to length 1. The mean's own rounding error is taken off in a second pass
 * (Chan, Golub & LeVeque 1983, "Algorithms for computing the sample variance"), and dividing by the largest first
 * keeps the squares from over- and underflowing.
 *
 * @param values finite, and not all equal
 * @example unitDeviations(Float64Array.of(1, 2, 3)) // -0.7071, 0, 0.7071
 */
export function unitDeviations(values: Float64Array): Float64Array {
  const centre = mean(values);
  const deviations = values.map((value) => value - centre);
  const residue = mean(deviations);
  let largest = 0;
  for (let i = 0; i < deviations.length; i++) {
    deviations[i] -= residue;
    largest = Math.max(largest, Math.abs(deviations[i]));
  }
  let squares = 0;
  for (let i = 0; i < deviations.length; i++) {
    deviations[i] /= largest;
    squares += deviations[i] * deviations[i];
  }
  const length = Math.sqrt(squares);
  for (let i = 0; i < deviations.length; i++) deviations[i] /= length;
  return deviations;
}
