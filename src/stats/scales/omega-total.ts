import type { Matrix } from '../../numeric/symmetric-eigen.js';
import { symmetricEigen } from '../../numeric/symmetric-eigen.js';
import type { MissingRule } from '../../results/correlation.js';
import { itemCorrelation } from './item-covariance.js';
import type { ScaleItem } from './item-covariance.js';
import type { WhyUndefined } from '../test-result.js';

export interface OmegaResult {
  readonly n: number;
  readonly estimate: number | null;
  /** Each item's loading on the one factor, in the order of the items. */
  readonly loadings: readonly number[];
  readonly reason: WhyUndefined | null;
}

const ROUNDS = 10_000;

/**
 * McDonald's omega total of a scale of one factor: the share of the variance of the sum of the standardised items
 * that is not the items' own. The factor is the one that leaves the smallest off-diagonal residual correlations.
 *
 * Source: McDonald (1999), "Test theory", chapter 6; Harman & Jones (1966), "Factor analysis by minimizing residuals
 * (minres)", one loading after the other. `psych::omega(nfactors = 1, flip = FALSE)` agrees to 1e-6, except
 * where a loading would pass 1: psych then stops short of it, here omega is undefined.
 *
 * @param items at least three, all of one length, the reversed ones already turned
 */
export function omegaTotal(items: readonly ScaleItem[], rule: MissingRule): OmegaResult {
  const { correlation, n } = itemCorrelation(items, rule);
  const none = (reason: WhyUndefined): OmegaResult => ({ n, estimate: null, loadings: [], reason });
  if (n === 0) return none('empty-group');
  // Two items determine the product of two loadings, not the loadings.
  if (items.length < 3 || n < 2) return none('too-few');
  if (correlation.some((row) => row.some(Number.isNaN))) return none('constant');
  const loadings = minresFactor(correlation);
  if (loadings === null) return none('heywood');
  const total = correlation.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0);
  const unique = loadings.reduce((sum, loading) => sum + 1 - loading * loading, 0);
  return { n, estimate: 1 - unique / total, loadings: [...loadings], reason: null };
}

/** Loadings that minimise Σ (rᵢⱼ − λᵢλⱼ)² over i ≠ j; null where a loading passes 1 (a Heywood case). */
function minresFactor(correlation: Matrix): Float64Array | null {
  const { values, vectors } = symmetricEigen(correlation);
  const loadings = vectors[0].map((entry) => entry * Math.sqrt(values[0]));
  for (let round = 0; round < ROUNDS; round++) {
    let change = 0;
    for (let i = 0; i < loadings.length; i++) {
      let products = 0;
      let squares = 0;
      for (let j = 0; j < loadings.length; j++) {
        if (j === i) continue;
        products += correlation[i][j] * loadings[j];
        squares += loadings[j] * loadings[j];
      }
      const next = squares === 0 ? 0 : products / squares;
      change = Math.max(change, Math.abs(next - loadings[i]));
      loadings[i] = next;
    }
    if (change < 1e-14) break;
  }
  return loadings.every((loading) => Math.abs(loading) <= 1) ? loadings : null;
}
