import type { RankMargin } from './exact-spearman-margins.js';

/**
 * The count vectors (c₁ … c_L) that say how many rows of each level are used up. Once j rows are dealt out the
 * vector sums to j, so the largest level is left implied, and an index in mixed radix numbers the rest: taking
 * one row of level l more adds `strides[l]`. A recursion that walks down the indices can therefore work in place.
 */
export interface CountLattice {
  readonly size: number;
  readonly strides: readonly number[];
  /** c_l of every index, for the levels that are not implied. */
  readonly used: readonly Uint16Array[];
  /** Their sum. */
  readonly totals: Uint32Array;
  /** The margin's levels in the lattice's order: the implied level is the last. */
  readonly scores: readonly number[];
  readonly counts: readonly number[];
}

export function countLattice(margin: RankMargin): CountLattice {
  const order = Array.from(margin.counts, (_, level) => level).sort((a, b) => margin.counts[a] - margin.counts[b]);
  const counts = order.map((level) => margin.counts[level]);
  const explicit = counts.slice(0, -1);
  const strides: number[] = [];
  let size = 1;
  for (const count of explicit) {
    strides.push(size);
    size *= count + 1;
  }
  const used = explicit.map(() => new Uint16Array(size));
  const totals = new Uint32Array(size);
  for (let key = 0; key < size; key++) {
    let rest = key;
    for (let level = 0; level < explicit.length; level++) {
      const radix = explicit[level] + 1;
      const count = rest % radix;
      used[level][key] = count;
      totals[key] += count;
      rest = (rest - count) / radix;
    }
  }
  return { size, strides, used, totals, scores: order.map((level) => margin.scores[level]), counts };
}

/** The index of (m₁ … m_L) less the vector at `key`, where `key` stands for a vector. */
export function complement(lattice: CountLattice, key: number): number {
  return lattice.size - 1 - key;
}
