import type { Steps } from '../steps.js';
import { factorials, ratio } from './exact-spearman-margins.js';
import type { BoundedP } from './exact-spearman-margins.js';
import type { WorkLimits } from './exact-spearman-effort.js';
import type { Bounds } from '../resampling/permutation-bounds.js';

/** A product of counts for two sets of eleven, at most (11!)², is still a whole number in a double. */
const LARGEST_N = 22;

/**
 * P(T ≤ low or T ≥ high) without ties, T = Σ i π(i) over i = 0 … n − 1 and all n! permutations π, exact to the last
 * rounding. The ranks below the middle go to a set S of indices, those above to the rest; for every S the number of
 * arrangements by T is counted, from the sets with one index less. Shifting S or turning it round only moves the
 * counts, so one set of each such family is kept; and as turning π round moves them too, half of each row is kept.
 *
 * @returns null beyond n = 22 or where the limits are too narrow
 */
export function* untiedSteps(n: number, { low, high }: Bounds, limits: WorkLimits): Steps<BoundedP | null> {
  const effort = untiedEffort(n);
  if (n > LARGEST_N || effort.work > limits.work || effort.bytes > limits.bytes) return null;
  const half = n >> 1;
  let layer = firstLayer(n);
  for (let size = 2; size <= half; size++) layer = yield* nextLayer(layer, n);
  const rest = n - half === half ? layer : yield* nextLayer(layer, n);
  const atLeast = (t: number): Steps<bigint> => countAtLeast(layer, rest, n, t);
  const greatest = ((n - 1) * n * (2 * n - 1)) / 6;
  const least = (n * (n - 1) * (n - 2)) / 6;
  const upper = high === Infinity ? 0n : yield* atLeast(high);
  // T is symmetric about its mean.
  const mirrored = least + greatest - low;
  const lower = low === -Infinity ? 0n : mirrored === high ? upper : yield* atLeast(mirrored);
  const counted = upper + lower;
  const permutations = factorials([n]);
  if (counted >= permutations) return { p: 1, error: 0 };
  if (counted === 0n) return { p: 0, error: 0 };
  const p = ratio(counted, permutations);
  return { p, error: p * Number.EPSILON };
}

/** Expected additions and bytes: the range of T over a random set of j indices has mean (n + 1) j (j − 1) / 6. */
export function untiedEffort(n: number): WorkLimits {
  const half = n >> 1;
  let work = 0;
  let sets = 1;
  let row = 1;
  let before = 0;
  for (let size = 1; size <= n - half; size++) {
    before = sets * row;
    if (size > 1) sets *= (n - size + 1) / (size - 1);
    row = 1 + ((n + 1) * size * (size - 1)) / 12;
    work += (sets / 2) * (size * row + 100);
  }
  const pairs = (sets * n) / (n - half);
  return { work: work + pairs * (2 * row + 100), bytes: 2 * (sets * row + before) + 8 * 2 ** n };
}

/** The counts for all sets of one size, by T above its least: rows of ⌊range / 2⌋ + 1, the other half mirrored. */
interface SetLayer {
  readonly size: number;
  /** Where the row of a set starts, by the bits of the set's representative. */
  readonly starts: Int32Array;
  readonly counts: Uint32Array;
}

function firstLayer(n: number): SetLayer {
  return { size: 1, starts: new Int32Array(2 ** n), counts: Uint32Array.of(1) };
}

function* nextLayer(before: SetLayer, n: number): Steps<SetLayer> {
  const size = before.size + 1;
  const starts = new Int32Array(2 ** n);
  const elements = new Int32Array(size);
  let length = 0;
  for (const set of representatives(n, size)) {
    starts[set] = length;
    length += (rangeOfT(elementsOf(set, elements)) >> 1) + 1;
  }
  const counts = new Uint32Array(length);
  let done = 0;
  for (const set of representatives(n, size)) {
    addRow(before, set, elementsOf(set, elements), counts, starts[set]);
    if (++done % 4096 === 0) yield done;
  }
  return { size, starts, counts };
}

/** The largest rank goes to each element in turn, the others to the rest of the set. */
function addRow(before: SetLayer, set: number, elements: Int32Array, counts: Uint32Array, start: number): void {
  const end = rangeOfT(elements) >> 1;
  let sumBelow = 0;
  for (let position = 0; position < elements.length; position++) {
    const element = elements[position];
    const others = set ^ (1 << element);
    const from = before.starts[representative(others)];
    const range = rangeOfT(elements, position);
    // Least T of the whole less that of the others, taken from the element's share of T.
    const shift = position * element - sumBelow;
    const middle = Math.min(end, shift + (range >> 1));
    for (let t = shift; t <= middle; t++) counts[start + t] += before.counts[from + t - shift];
    const last = Math.min(end, shift + range);
    for (let t = middle + 1; t <= last; t++) counts[start + t] += before.counts[from + range + shift - t];
    sumBelow += element;
  }
}

/** How many permutations give T ≥ t. A set's own number is exact in a double, their sum is a bigint. */
function* countAtLeast(layer: SetLayer, rest: SetLayer, n: number, t: number): Steps<bigint> {
  const half = layer.size;
  const below = new Int32Array(half);
  const above = new Int32Array(n - half);
  let total = 0n;
  let done = 0;
  for (const set of subsets(n, half)) {
    const others = (2 ** n - 1) ^ set;
    // Turning both indices and ranks round keeps T and changes the roles of the two sets.
    const twin = n % 2 === 0 ? reversed(others, n) : set;
    if (twin < set) continue;
    elementsOf(set, below);
    elementsOf(others, above);
    const sum = above.reduce((a, b) => a + b, 0);
    const needed = t - leastT(below) - leastT(above) - half * sum;
    const count = pairsAtLeast(row(layer, set, below), row(rest, others, above), needed);
    total += BigInt(twin === set ? count : 2 * count);
    if (++done % 4096 === 0) yield done;
  }
  return total;
}

function pairsAtLeast(a: Row, b: Row, needed: number): number {
  let pairs = 0;
  let tail = 0;
  let next = b.range;
  for (let i = 0; i <= a.range; i++) {
    for (; next >= 0 && next >= needed - i; next--) tail += countAt(b, next);
    if (tail > 0) pairs += countAt(a, i) * tail;
  }
  return pairs;
}

interface Row {
  readonly counts: Uint32Array;
  readonly start: number;
  readonly range: number;
}

function row(layer: SetLayer, set: number, elements: Int32Array): Row {
  return { counts: layer.counts, start: layer.starts[representative(set)], range: rangeOfT(elements) };
}

function countAt({ counts, start, range }: Row, t: number): number {
  return counts[start + Math.min(t, range - t)];
}

/** Greatest less least Σ element × rank over the arrangements of a set, one of its positions left out. */
function rangeOfT(elements: Int32Array, without = elements.length): number {
  const last = elements.length - (without < elements.length ? 2 : 1);
  let range = 0;
  for (let i = 0, rank = 0; i < elements.length; i++) if (i !== without) range += elements[i] * (2 * rank++ - last);
  return range;
}

function leastT(elements: Int32Array): number {
  return elements.reduce((sum, element, rank) => sum + element * (elements.length - 1 - rank), 0);
}

function elementsOf(set: number, into: Int32Array): Int32Array {
  for (let rest = set, i = 0; rest !== 0; rest &= rest - 1) into[i++] = 31 - Math.clz32(rest & -rest);
  return into;
}

/** Of a set, its shifts and their reversals: the smallest one that holds index 0. */
function representative(set: number): number {
  const first = 31 - Math.clz32(set & -set);
  const lowered = set >>> first;
  return Math.min(lowered, reversed(lowered, 32 - Math.clz32(lowered)));
}

function* representatives(n: number, size: number): Generator<number> {
  for (const upper of subsets(n - 1, size - 1)) {
    const set = 2 * upper + 1;
    if (representative(set) === set) yield set;
  }
}

/** All sets of `size` of the indices 0 … n − 1, as bits, ascending. */
function* subsets(n: number, size: number): Generator<number> {
  for (let set = 2 ** size - 1; set < 2 ** n; ) {
    yield set;
    if (set === 0) return;
    const lowest = set & -set;
    const carried = set + lowest;
    set = carried | (((set ^ carried) / lowest) >> 2);
  }
}

/** The lowest `bits` bits in opposite order. */
function reversed(set: number, bits: number): number {
  let word = ((set >>> 1) & 0x55555555) | ((set & 0x55555555) << 1);
  word = ((word >>> 2) & 0x33333333) | ((word & 0x33333333) << 2);
  word = ((word >>> 4) & 0x0f0f0f0f) | ((word & 0x0f0f0f0f) << 4);
  word = ((word >>> 8) & 0x00ff00ff) | ((word & 0x00ff00ff) << 8);
  return ((word >>> 16) | (word << 16)) >>> (32 - bits);
}
