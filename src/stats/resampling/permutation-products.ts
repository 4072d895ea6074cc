import { midRanks } from '../../numeric/mid-ranks.js';
import type { RandomStream } from '../../numeric/random.js';
import { mean, sum } from '../../numeric/sums.js';
import { exactBounds, roundedBounds } from './permutation-bounds.js';
import type { Alternative, Bounds, Fractions } from './permutation-bounds.js';
import { clusteredRows, sortedWithin } from './permutation-clusters.js';
import type { ClusteredRows } from './permutation-clusters.js';

/** Shuffles so many times, and answers how many of the shuffles were as extreme as the observed pairing. */
export type CountExtreme = (shuffles: number, stream: RandomStream) => number;

/** Correlations that differ by less are taken as tied, where they round. */
const TIED = 1e-12;

/** Spearman's ρ: sums of products of doubled, centred mid-ranks, whole numbers and exact up to 131,071 rows. */
export function spearmanShuffles(
  x: Float64Array,
  y: Float64Array,
  alternative: Alternative,
  clusters?: Int32Array,
): CountExtreme {
  const sums = productSums(centredRanks(x), centredRanks(y), clusteredRows(x.length, clusters));
  const expectation: Fractions = new Map();
  for (const { size, xSum, ySum } of sums.clusters) {
    expectation.set(size, (expectation.get(size) ?? 0n) + BigInt(xSum) * BigInt(ySum));
  }
  return countExtreme(sums, exactBounds(sums.observed, alternative, expectation));
}

/** Pearson's r: sums of products of deviations from the means. */
export function pearsonShuffles(
  x: Float64Array,
  y: Float64Array,
  alternative: Alternative,
  clusters?: Int32Array,
): CountExtreme {
  const xOff = centred(x);
  const yOff = centred(y);
  const sums = productSums(xOff, yOff, clusteredRows(x.length, clusters));
  const expectation = sum(sums.clusters.map(({ size, xSum, ySum }) => (xSum * ySum) / size));
  const tolerance = TIED * Math.sqrt(sumOfProducts(xOff, xOff) * sumOfProducts(yOff, yOff));
  return countExtreme(sums, roundedBounds(sums.observed, alternative, expectation, tolerance));
}

interface ProductSums {
  readonly starts: Int32Array;
  /** x less its cluster's commonest value, which stands first in the cluster, up to `firstMoving`. */
  readonly fixed: Float64Array;
  readonly firstMoving: Int32Array;
  readonly shuffled: Float64Array;
  readonly observed: number;
  readonly clusters: readonly { readonly size: number; readonly xSum: number; readonly ySum: number }[];
}

/**
 * Taking a constant off x within a cluster moves T by the same amount for every shuffle. With the commonest value
 * taken off, its rows add nothing, and a shuffle need not say which y they get: on a five-point scale this spares
 * a quarter of the draws.
 */
function productSums(x: Float64Array, y: Float64Array, layout: ClusteredRows): ProductSums {
  const { starts } = layout;
  const fixed = sortedWithin(layout, x);
  const shuffled = sortedWithin(layout, y);
  const firstMoving = new Int32Array(starts.length - 1);
  const clusters = [];
  let observed = sumOfProducts(x, y);
  for (let cluster = 0; cluster < firstMoving.length; cluster++) {
    const xs = fixed.subarray(starts[cluster], starts[cluster + 1]);
    const ySum = sum(shuffled.subarray(starts[cluster], starts[cluster + 1]));
    const { from, length } = longestRun(xs);
    const commonest = xs[from];
    xs.copyWithin(length, 0, from).fill(commonest, 0, length);
    for (let at = 0; at < xs.length; at++) xs[at] -= commonest;
    firstMoving[cluster] = starts[cluster] + length;
    observed -= commonest * ySum;
    clusters.push({ size: xs.length, xSum: sum(xs), ySum });
  }
  return { starts, fixed, firstMoving, shuffled, observed, clusters };
}

/** Fisher–Yates from the end of each cluster, adding the products up on the way; y is never put back in order. */
function countExtreme(sums: ProductSums, { low, high }: Bounds): CountExtreme {
  return (shuffles, stream) => {
    const { starts, fixed, firstMoving, shuffled } = sums;
    let extreme = 0;
    for (let shuffle = 0; shuffle < shuffles; shuffle++) {
      let total = 0;
      for (let cluster = 0; cluster < firstMoving.length; cluster++) {
        const start = starts[cluster];
        const end = firstMoving[cluster];
        for (let last = starts[cluster + 1] - 1; last >= end; last--) {
          const from = start + stream.below(last - start + 1);
          const drawn = shuffled[from];
          shuffled[from] = shuffled[last];
          shuffled[last] = drawn;
          total += fixed[last] * drawn;
        }
      }
      if (total <= low || total >= high) extreme++;
    }
    return extreme;
  };
}

function longestRun(ascendingValues: Float64Array): { from: number; length: number } {
  let longest = { from: 0, length: 0 };
  for (let from = 0, to = 0; from < ascendingValues.length; from = to) {
    while (to < ascendingValues.length && ascendingValues[to] === ascendingValues[from]) to++;
    if (to - from > longest.length) longest = { from, length: to - from };
  }
  return longest;
}

/** 2·mid-rank − (n + 1), whole numbers that add up to 0. */
function centredRanks(values: Float64Array): Float64Array {
  return midRanks(values).map((rank) => 2 * rank - (values.length + 1));
}

function centred(values: Float64Array): Float64Array {
  const middle = mean(values);
  return values.map((value) => value - middle);
}

function sumOfProducts(x: Float64Array, y: Float64Array): number {
  return sum(x.map((value, row) => value * y[row]));
}
