import type { SampleLevels } from './sample.js';

/** What the pairs of observations say about two variables; whole numbers. */
export interface Concordance {
  readonly n: number;
  /** Kendall's S: concordant less discordant pairs of observations. */
  readonly score: number;
  /** Pairs that x does not tie, of n (n − 1) / 2. */
  readonly xUntied: number;
  readonly yUntied: number;
}

/**
 * Kendall's S in O(n log n): observations are put in order of x and, within ties, of y; the swaps that a merge
 * sort by y then needs are the discordant pairs.
 *
 * Source: Knight (1966), "A computer method for calculating Kendall's tau with ungrouped data", JASA 61:436-439.
 *
 * @param x and @param y levels of the same observations
 */
export function concordance(x: SampleLevels, y: SampleLevels): Concordance {
  const n = x.of.length;
  const order = sortedBy(x, sortedBy(y, null));
  const ySequence = new Int32Array(n);
  let tiedInBoth = 0;
  let run = 0;
  for (let i = 0; i < n; i++) {
    const row = order[i];
    ySequence[i] = y.of[row];
    const repeated = i > 0 && x.of[row] === x.of[order[i - 1]] && ySequence[i] === ySequence[i - 1];
    run = repeated ? run + 1 : 0;
    tiedInBoth += run;
  }
  const pairs = (n * n - n) / 2;
  const xTied = tiedPairs(x.counts);
  const yTied = tiedPairs(y.counts);
  const score = pairs - xTied - yTied + tiedInBoth - 2 * inversions(ySequence);
  return { n, score, xUntied: pairs - xTied, yUntied: pairs - yTied };
}

function tiedPairs(counts: Int32Array): number {
  let pairs = 0;
  for (const count of counts) pairs += (count * (count - 1)) / 2;
  return pairs;
}

/** Observations by level, keeping the given order (null: as they come) within a level. */
function sortedBy({ of, counts }: SampleLevels, given: Uint32Array | null): Uint32Array {
  const next = new Uint32Array(counts.length);
  for (let level = 1; level < counts.length; level++) next[level] = next[level - 1] + counts[level - 1];
  const sorted = new Uint32Array(of.length);
  for (let i = 0; i < of.length; i++) {
    const row = given === null ? i : given[i];
    sorted[next[of[row]]++] = row;
  }
  return sorted;
}

/** How many pairs stand in falling order. Sorts in place. */
function inversions(sequence: Int32Array): number {
  const n = sequence.length;
  let from: Int32Array = sequence;
  let into: Int32Array = new Int32Array(n);
  let count = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      for (let at = start, left = start, right = middle; at < end; at++) {
        if (left < middle && (right === end || from[left] <= from[right])) into[at] = from[left++];
        else {
          into[at] = from[right++];
          count += middle - left;
        }
      }
    }
    [from, into] = [into, from];
  }
  return count;
}
