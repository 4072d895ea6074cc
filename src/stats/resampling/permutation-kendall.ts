import type { RandomStream } from '../../numeric/random.js';
import { concordanceOver } from './bootstrap-concordance.js';
import { levelsOf } from '../distinct-levels.js';
import { exactBounds } from './permutation-bounds.js';
import type { Alternative, Fractions } from './permutation-bounds.js';
import { clusteredRows, sortedWithin } from './permutation-clusters.js';
import type { ClusteredRows } from './permutation-clusters.js';
import type { CountExtreme } from './permutation-products.js';

/** Kendall's τ by its S, concordant minus discordant pairs: whole numbers, which τ-b only scales. */
export function kendallShuffles(
  x: Float64Array,
  y: Float64Array,
  alternative: Alternative,
  clusters?: Int32Array,
): CountExtreme {
  const layout = clusteredRows(x.length, clusters);
  const { of: yLevel, count: yLevels } = levelsOf(y);
  const fixed = sortedWithin(layout, x);
  const shuffled = Int32Array.from(sortedWithin(layout, Float64Array.from(yLevel)));
  const once = new Int32Array(x.length).fill(1);

  const byX = ascendingOrder(x);
  const concordance = concordanceOver(levelsInOrder(x, byX), yLevels);
  const observed = concordance(Int32Array.from(byX, (row) => yLevel[row]), once);
  const { low, high } = exactBounds(observed, alternative, expectedConcordance(fixed, shuffled, layout));

  const byFixed = ascendingOrder(fixed);
  const inOrder = new Int32Array(x.length);
  return (shuffles, stream) => {
    let extreme = 0;
    for (let shuffle = 0; shuffle < shuffles; shuffle++) {
      shuffleWithin(layout, shuffled, stream);
      for (let at = 0; at < inOrder.length; at++) inOrder[at] = shuffled[byFixed[at]]!;
      const total = concordance(inOrder, once);
      if (total <= low || total >= high) extreme++;
    }
    return extreme;
  };
}

/**
 * The mean of S over shuffles within clusters. Pairs of one cluster cancel out; a pair from two clusters is, on
 * average, as concordant as x between the two times y between the two.
 */
function expectedConcordance(x: Float64Array, yLevel: Int32Array, { starts }: ClusteredRows): Fractions {
  const expectation: Fractions = new Map();
  for (let high = 1; high + 1 < starts.length; high++) {
    for (let low = 0; low < high; low++) {
      const pairs = (starts[low + 1] - starts[low]) * (starts[high + 1] - starts[high]);
      const product = BigInt(signBalance(x, starts, low, high)) * BigInt(signBalance(yLevel, starts, low, high));
      expectation.set(pairs, (expectation.get(pairs) ?? 0n) + product);
    }
  }
  return expectation;
}

/** How many more pairs between two clusters rise than fall. */
function signBalance(values: Float64Array | Int32Array, starts: Int32Array, low: number, high: number): number {
  let balance = 0;
  for (let i = starts[low]; i < starts[low + 1]; i++) {
    for (let j = starts[high]; j < starts[high + 1]; j++) {
      balance += values[j] > values[i] ? 1 : values[j] < values[i] ? -1 : 0;
    }
  }
  return balance;
}

function shuffleWithin({ starts }: ClusteredRows, values: Int32Array, stream: RandomStream): void {
  for (let cluster = 0; cluster + 1 < starts.length; cluster++) {
    const start = starts[cluster];
    for (let last = starts[cluster + 1] - 1; last > start; last--) {
      const from = start + stream.below(last - start + 1);
      const drawn = values[from];
      values[from] = values[last];
      values[last] = drawn;
    }
  }
}

function ascendingOrder(values: Float64Array): Uint32Array {
  const { of } = levelsOf(values);
  return Uint32Array.from(of.keys()).sort((i, j) => of[i] - of[j]);
}

function levelsInOrder(values: Float64Array, order: Uint32Array): Int32Array {
  const { of } = levelsOf(values);
  return Int32Array.from(order, (row) => of[row]);
}
