import { sum } from '../../numeric/sums.js';
import { dotProduct } from './dot-product.js';
import { scaled } from './unit-residuals.js';

/**
 * √w (x − the weighted mean), scaled to length 1, so that the product of two is the weighted r. The steps are those
 * of unitDeviations.
 *
 * @param values finite, and not all equal
 * @param weights above 0, one a value
 * @example weightedDeviations(Float64Array.of(1, 4), Float64Array.of(2, 1)) // -0.5774, 0.8165
 */
export function weightedDeviations(values: Float64Array, weights: Float64Array): Float64Array {
  const total = sum(weights);
  const deviations = offMean(offMean(values, weights, total), weights, total);
  let largest = 0;
  for (let i = 0; i < deviations.length; i++) {
    deviations[i] *= Math.sqrt(weights[i]);
    largest = Math.max(largest, Math.abs(deviations[i]));
  }
  const unscaled = scaled(deviations, 1 / largest);
  return scaled(unscaled, 1 / Math.sqrt(dotProduct(unscaled, unscaled)));
}

function offMean(values: Float64Array, weights: Float64Array, total: number): Float64Array {
  const weighted = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) weighted[i] = weights[i] * values[i];
  const mean = sum(weighted) / total;
  const deviations = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) deviations[i] = values[i] - mean;
  return deviations;
}
