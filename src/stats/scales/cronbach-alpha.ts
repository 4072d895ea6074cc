import { fQuantile } from '../../numeric/f.js';
import { positiveDefiniteInverse } from '../../numeric/symmetric-eigen.js';
import type { Matrix } from '../../numeric/symmetric-eigen.js';
import type { MissingRule } from '../../results/correlation.js';
import { itemCovariance, toCorrelation } from './item-covariance.js';
import type { ScaleItem } from './item-covariance.js';
import { median } from '../quantile-types.js';
import { undefinedEffect } from '../test-result.js';
import type { Effect, WhyUndefined } from '../test-result.js';

export interface ReliabilityResult {
  /** Rows that count: complete ones (listwise), or those with any answer (pairwise). */
  readonly n: number;
  readonly items: number;
  /** Cronbach's alpha with Feldt's interval. */
  readonly alpha: Effect;
  /** Alpha of the items once each has variance 1. */
  readonly standardized: number | null;
  /** Guttman's λ₆, from each item's multiple correlation with the others. */
  readonly guttman6: number | null;
  readonly averageR: number | null;
  readonly medianR: number | null;
  /** In the order of the items. */
  readonly perItem: readonly ItemReliability[];
  /** Places of the items that never vary: alpha is undefined with one of them in the scale. */
  readonly constantItems: readonly number[];
  readonly reason: WhyUndefined | null;
}

export interface ItemReliability {
  /** Alpha of the other items; null where there is only one. */
  readonly alphaIfDropped: number | null;
  /** Correlation with the sum of the other items: item-rest, corrected item-total, psych's r.drop. */
  readonly itemRest: number | null;
  /** Correlation with the whole scale, corrected for overlap and unreliability: psych's r.cor. */
  readonly itemCorrected: number | null;
}

/**
 * Internal consistency of a scale, as `psych::alpha` prints it. Reverse the reversed items first.
 *
 * Source: Cronbach (1951); Feldt (1965) for the interval; Guttman (1945), λ₆; Cureton (1966) for the
 * corrected item-total correlation.
 *
 * @param items all of one length
 * @param rule which rows count for two items' covariance
 */
export function cronbachAlpha(items: readonly ScaleItem[], rule: MissingRule, confidence = 0.95): ReliabilityResult {
  const { covariance, n } = itemCovariance(items, rule);
  const k = items.length;
  const constantItems = [...items.keys()].filter((i) => covariance[i][i] === 0);
  const reason = whyUndefined(covariance, n, constantItems);
  if (reason !== null) {
    const none = { standardized: null, guttman6: null, averageR: null, medianR: null, perItem: [] };
    return { n, items: k, alpha: undefinedEffect(reason), ...none, constantItems, reason };
  }
  const correlation = toCorrelation(covariance);
  const communality = squaredMultipleCorrelations(correlation);
  const total = sumOf(correlation);
  const between = correlation.flatMap((row, i) => [...row.subarray(0, i)]);
  return {
    n,
    items: k,
    alpha: feldtInterval(alphaOf(covariance), n, k, confidence),
    standardized: alphaOf(correlation),
    guttman6: communality === null ? null : 1 - (k - communality.reduce((a, b) => a + b)) / total,
    averageR: (total - k) / (k * (k - 1)),
    medianR: median(Float64Array.from(between).sort()),
    perItem: items.map((_, i) => itemReliability(covariance, correlation, communality, i)),
    constantItems,
    reason: null,
  };
}

/** k / (k − 1) × (1 − Σ variances / variance of the sum). */
function alphaOf(covariance: Matrix): number {
  const k = covariance.length;
  const own = covariance.reduce((total, row, i) => total + row[i], 0);
  return (k / (k - 1)) * (1 - own / sumOf(covariance));
}

function feldtInterval(alpha: number, n: number, k: number, confidence: number): Effect {
  const tail = (1 - confidence) / 2;
  const bound = (p: number): number => 1 - (1 - alpha) * fQuantile(p, n - 1, (n - 1) * (k - 1));
  return { estimate: alpha, ciLow: bound(1 - tail), ciHigh: bound(tail), reason: null };
}

function itemReliability(
  covariance: Matrix,
  correlation: Matrix,
  communality: Float64Array | null,
  i: number,
): ItemReliability {
  const others = without(covariance, i);
  const withOthers = covariance[i].reduce((total, entry) => total + entry, 0) - covariance[i][i];
  const spread = Math.sqrt(covariance[i][i] * sumOf(others));
  let itemCorrected = null;
  if (communality !== null) {
    const reduced = sumOf(correlation) - correlation.length + communality.reduce((a, b) => a + b);
    const withScale = correlation[i].reduce((total, entry) => total + entry, 0) - 1 + communality[i];
    if (reduced > 0) itemCorrected = withScale / Math.sqrt(reduced);
  }
  return {
    alphaIfDropped: others.length < 2 ? null : alphaOf(others),
    itemRest: spread > 0 ? withOthers / spread : null,
    itemCorrected,
  };
}

/** 1 − 1 / (R⁻¹)ᵢᵢ, or null where R has no inverse. */
function squaredMultipleCorrelations(correlation: Matrix): Float64Array | null {
  const inverse = positiveDefiniteInverse(correlation);
  return inverse === null ? null : Float64Array.from(inverse, (row, i) => 1 - 1 / row[i]);
}

function whyUndefined(covariance: Matrix, n: number, constantItems: readonly number[]): WhyUndefined | null {
  if (n === 0) return 'empty-group';
  if (covariance.length < 2 || covariance.some((row) => row.some(Number.isNaN))) return 'too-few';
  if (constantItems.length > 0 || sumOf(covariance) <= 0) return 'constant';
  return null;
}

function sumOf(matrix: Matrix): number {
  return matrix.reduce((total, row) => total + row.reduce((sum, entry) => sum + entry, 0), 0);
}

function without(matrix: Matrix, i: number): Matrix {
  return matrix.filter((_, row) => row !== i).map((row) => row.filter((_, column) => column !== i));
}
