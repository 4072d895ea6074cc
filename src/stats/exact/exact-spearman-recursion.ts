import type { Steps } from '../steps.js';
import { WORK_PER_VECTOR } from './exact-spearman-effort.js';
import type { WorkLimits } from './exact-spearman-effort.js';
import { complement, countLattice } from './exact-spearman-lattice.js';
import type { CountLattice } from './exact-spearman-lattice.js';
import { scorePerRow } from './exact-spearman-margins.js';
import type { BoundedP, SpearmanMargins } from './exact-spearman-margins.js';
import type { Bounds } from '../resampling/permutation-bounds.js';

/** P(T = first + i) = values[i], or P(T = first + at[i]) where most of the range cannot occur. */
interface Distribution {
  readonly first: number;
  readonly width: number;
  readonly at: Int32Array | null;
  readonly values: Float64Array;
}

type Layer = (Distribution | undefined)[];

/** The factor of taking one row of a level, `taken` of its `size` rows then being used up, as the `dealt`-th row. */
type StepWeight = (taken: number, dealt: number, size: number) => number;

/**
 * P(T ≤ low or T ≥ high) by a recursion over count vectors. The rows of y are dealt out in order of rank, from both
 * ends; for each vector of how many rows of each x level they took, the distribution of T so far is kept, and the
 * two sides meet at the middle row. Tied rows of y need no care: the values of T that can occur stay sparse, and
 * only those are stored, so with ties on both sides this is the recursion over the contingency table's columns.
 *
 * Only positive terms are added, so the relative error is that of a few roundings for each row and each sum.
 *
 * @returns null once the limits are passed
 */
export function* recursionSteps(margins: SpearmanMargins, bounds: Bounds, limits: WorkLimits): Steps<BoundedP | null> {
  const { n, rows, columns } = margins;
  const lattice = countLattice(rows);
  const scores = scorePerRow(columns);
  const half = n >> 1;
  const effort = { work: 0, bytes: 0 };
  // The lower side carries the probability of its count vector; the upper one is given its vector.
  const drawn: StepWeight = (taken, dealt, size) => (size - taken + 1) / (n - dealt + 1);
  const given: StepWeight = (taken, dealt) => taken / dealt;
  const lower = yield* dealOut(lattice, scores.slice(0, half), drawn, effort, limits);
  if (lower === null) return null;
  const upper = yield* dealOut(lattice, scores.slice(half).reverse(), given, effort, limits);
  if (upper === null) return null;
  let p = 0;
  let lost = 0;
  let widest = 0;
  lower.forEach((below, key) => {
    const above = upper[complement(lattice, key)];
    if (!below || !above) return;
    const share = shareOutside(below, above, bounds);
    lost += share - (p + share - p);
    p += share;
    widest = Math.max(widest, below.values.length + above.values.length);
  });
  const roundings = (n + 1) * (lattice.counts.length + 4) + widest;
  return { p: Math.min(1, p + lost), error: p * roundings * Number.EPSILON };
}

function* dealOut(
  lattice: CountLattice,
  scores: readonly number[],
  weight: StepWeight,
  effort: { work: number; bytes: number },
  limits: WorkLimits,
): Steps<Layer | null> {
  const { size, strides, used, totals, counts } = lattice;
  const implied = strides.length;
  const layer: Layer = Array.from({ length: size });
  layer[0] = { first: 0, width: 1, at: null, values: Float64Array.of(1) };
  let scratch = new Float64Array(1024);
  for (let dealt = 1; dealt <= scores.length; dealt++) {
    const score = scores[dealt - 1];
    for (let key = size - 1; key >= 0; key--) {
      const last = dealt - totals[key];
      if (last < 0) continue;
      const old = layer[key];
      layer[key] = undefined;
      if (old) effort.bytes -= bytesOf(old);
      if (last > counts[implied]) continue;
      const terms: Term[] = [];
      const take = (from: Distribution, level: number, taken: number): void => {
        const start = from.first + lattice.scores[level] * score;
        terms.push({ from, start, weight: weight(taken, dealt, counts[level]) });
      };
      if (last > 0) take(old!, implied, last);
      for (let level = 0; level < implied; level++) {
        const taken = used[level][key];
        if (taken > 0) take(layer[key - strides[level]]!, level, taken);
      }
      const first = Math.min(...terms.map((term) => term.start));
      const width = Math.max(...terms.map((term) => term.start + term.from.width)) - first;
      effort.work += width + WORK_PER_VECTOR;
      for (const term of terms) effort.work += term.from.values.length;
      if (effort.work > limits.work) return null;
      if (width > scratch.length) scratch = new Float64Array(2 * width);
      const distribution = packed(addUp(terms, first, scratch.fill(0, 0, width)), first, width);
      effort.bytes += bytesOf(distribution);
      if (effort.bytes > limits.bytes) return null;
      layer[key] = distribution;
    }
    yield effort.work;
  }
  return layer;
}

interface Term {
  readonly from: Distribution;
  /** `from.first` after the step. */
  readonly start: number;
  readonly weight: number;
}

function addUp(terms: readonly Term[], first: number, into: Float64Array): Float64Array {
  for (const { from, start, weight } of terms) {
    const { at, values } = from;
    const shift = start - first;
    if (at === null) for (let i = 0; i < values.length; i++) into[shift + i] += weight * values[i];
    else for (let i = 0; i < values.length; i++) into[shift + at[i]] += weight * values[i];
  }
  return into;
}

function packed(sums: Float64Array, first: number, width: number): Distribution {
  let filled = 0;
  for (let i = 0; i < width; i++) if (sums[i] !== 0) filled++;
  if (3 * filled > 2 * width) return { first, width, at: null, values: sums.slice(0, width) };
  const at = new Int32Array(filled);
  const values = new Float64Array(filled);
  for (let i = 0, next = 0; i < width; i++) {
    if (sums[i] === 0) continue;
    at[next] = i;
    values[next++] = sums[i];
  }
  return { first, width, at, values };
}

/** P(below + above ≤ low or ≥ high), the two being independent. */
function shareOutside(below: Distribution, above: Distribution, { low, high }: Bounds): number {
  const last = above.values.length - 1;
  let p = 0;
  for (let i = 0, j = last + 1, tail = 0; i < below.values.length; i++) {
    const least = high - place(below, i);
    while (j > 0 && place(above, j - 1) >= least) tail += above.values[--j];
    p += below.values[i] * tail;
  }
  for (let i = below.values.length - 1, j = -1, tail = 0; i >= 0; i--) {
    const most = low - place(below, i);
    while (j < last && place(above, j + 1) <= most) tail += above.values[++j];
    p += below.values[i] * tail;
  }
  return p;
}

function place(distribution: Distribution, i: number): number {
  return distribution.first + (distribution.at === null ? i : distribution.at[i]);
}

function bytesOf(distribution: Distribution): number {
  return distribution.values.byteLength + (distribution.at?.byteLength ?? 0) + 200;
}
