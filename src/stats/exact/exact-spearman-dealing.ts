import { CELL, dealingKernel } from './exact-spearman-kernel.js';
import type { Kernel } from './exact-spearman-kernel.js';
import type { CountLattice } from './exact-spearman-lattice.js';

/** Frequencies that are dealt together. */
export const TOGETHER = 2;
/** Doubles of a cell: both real parts, then both imaginary parts. */
const PARTS = 2 * TOGETHER;

/**
 * A complex number for every count vector at two frequencies, and how one row of y after the other is dealt out over
 * them. The vectors lie as in the lattice, but with a border below every level that stays 0, so that no step has to ask
 * whether a vector has a neighbour; vectors that differ in the largest explicit level alone lie side by side and are
 * dealt in one run.
 */
export class Dealing {
  /** re and im of every level's weight at each frequency: `weights[4 * level + frequency]`, im two places further. */
  readonly weights: Float64Array;
  private readonly kernel: Kernel;
  private readonly values: Float64Array;
  private readonly weightsAt: number;
  /** In bytes, by level; three at least. */
  private readonly strides: readonly number[];
  /** Where the vector lies of which nothing is used, and the one of which everything is. */
  private readonly empty: number;
  private readonly full: number;
  /** By run: where its vector with none of the run's own level lies, and how many rows of the others that has. */
  private readonly starts: Int32Array;
  private readonly totals: Int32Array;
  /** Rows of the run's own and of the implied level. */
  private readonly length: number;
  private readonly room: number;

  constructor({ counts }: CountLattice) {
    // The largest first: a run costs more to start than to go on.
    const explicit = counts.slice(0, -1).reverse();
    const strides: number[] = [];
    let cells = 1;
    for (const count of explicit) {
      strides.push(cells * CELL);
      cells *= count + 2;
    }
    this.empty = strides.reduce((sum, stride) => sum + stride, 0);
    this.full = (cells - 1) * CELL;
    this.weightsAt = cells * CELL;
    const levels = Math.max(3, explicit.length);
    this.kernel = dealingKernel(cells + levels);
    this.values = this.kernel.memory.subarray(0, cells * PARTS);
    this.weights = this.kernel.memory.subarray(cells * PARTS, (cells + levels) * PARTS);
    // A level that is not there has weight 0.
    this.strides = Array.from({ length: levels }, (_, level) => strides[level] ?? 0);
    this.length = explicit[0] * CELL;
    this.room = counts[counts.length - 1];
    const runs = vectorsOf(explicit.slice(1));
    this.totals = Int32Array.from(runs, (vector) => vector.reduce((sum, count) => sum + count, 0));
    this.starts = Int32Array.from(runs, (vector) => vector.reduce((sum, count, i) => sum + count * strides[i + 1], this.empty));
  }

  /** Nothing is dealt: 1 for the empty vector. */
  clear(): void {
    this.values.fill(0);
    this.values.fill(1, this.empty / 8, this.empty / 8 + TOGETHER);
  }

  scale(factor: number): void {
    const { values } = this;
    for (let at = 0; at < values.length; at++) values[at] *= factor;
  }

  answer(frequency: number): { readonly re: number; readonly im: number } {
    const at = this.full / 8 + frequency;
    return { re: this.values[at], im: this.values[at + TOGETHER] };
  }

  /**
   * Deals the `dealt`-th row. A vector's value stays for the implied level, whose weight is 1, and gains from each
   * vector with one row less of another level, times that level's weight.
   */
  deal(dealt: number): void {
    const { starts, totals, length, room, strides, weightsAt } = this;
    const { addThree, addOne } = this.kernel;
    // Downwards, so that what is gained from is still as it was before this row.
    for (let run = starts.length - 1; run >= 0; run--) {
      const most = dealt - totals[run];
      const first = starts[run] + Math.max(0, most - room) * CELL;
      const last = starts[run] + Math.min(length, most * CELL);
      if (last < first) continue;
      addThree(last, first, weightsAt, strides[0], strides[1], strides[2]);
      for (let level = 3; level < strides.length; level++) addOne(last, first, weightsAt + level * CELL, strides[level]);
    }
  }
}

/** Every vector of counts from none to all of each, the first running fastest. */
function vectorsOf(counts: readonly number[]): number[][] {
  return counts.reduce<number[][]>(
    (vectors, count) => Array.from({ length: count + 1 }, (_, used) => vectors.map((vector) => [...vector, used])).flat(),
    [[]],
  );
}
