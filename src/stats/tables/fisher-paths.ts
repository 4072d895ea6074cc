import { partitionPoint } from '../../numeric/partition-point.js';

/** The ways to reach a node, by ascending sum. */
export interface Paths {
  readonly sums: Float64Array;
  readonly chances: Float64Array;
  /** `from[i]`: the chance of path i and of all after it. */
  readonly from: Float64Array;
}

/** Puts the ways, given by their sums, in order. */
export function byAscendingSum(chances: ReadonlyMap<number, number>): Paths {
  const sums = Float64Array.from(chances.keys()).sort();
  const inOrder = sums.map((sum) => chances.get(sum)!);
  const from = new Float64Array(sums.length + 1);
  for (let i = sums.length - 1; i >= 0; i--) from[i] = from[i + 1] + inOrder[i];
  return { sums, chances: inOrder, from };
}

/** The first place whose value is `at` or more. */
export function firstAtLeast(ascending: Float64Array, at: number): number {
  return partitionPoint(ascending.length, (index) => ascending[index] < at);
}

/** Where to begin to look for a value in an ascending list that Infinity ends: one place for each value. */
export function places(ascending: Float64Array): { begin: Uint32Array; perPlace: number } {
  const n = ascending.length - 1;
  const perPlace = n / (ascending[Math.max(0, n - 1)] - ascending[0] + 1);
  const begin = new Uint32Array(n + 1);
  for (let place = 1, i = 0; place <= n; place++) {
    while ((ascending[i] - ascending[0]) * perPlace < place) i++;
    begin[place] = i;
  }
  return { begin, perPlace };
}
