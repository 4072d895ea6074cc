import type { RandomStream } from '../../numeric/random.js';
import { levelsOf } from '../distinct-levels.js';

/** What is drawn with replacement, and left out by the jackknife: single rows or whole clusters. */
export interface ResamplingUnits {
  readonly count: number;
  /** Draws as many units as there are, counts how often each row stands in the resample, answers its size. */
  draw(counts: Int32Array, stream: RandomStream): number;
  /** Counts every row once but those of one unit, and answers how many are left. */
  leaveOut(unit: number, counts: Int32Array): number;
}

export function rowUnits(rows: number): ResamplingUnits {
  return {
    count: rows,
    draw(counts, stream) {
      counts.fill(0);
      for (let drawn = 0; drawn < rows; drawn++) counts[stream.below(rows)]++;
      return rows;
    },
    leaveOut(unit, counts) {
      counts.fill(1);
      counts[unit] = 0;
      return rows - 1;
    },
  };
}

/**
 * Whole clusters, in ascending order of their codes; `codes[i]` is that of row i. Resamples differ in size where
 * clusters do (Davison & Hinkley 1997, section 3.8).
 */
export function clusterUnits(codes: Int32Array): ResamplingUnits {
  const { of, count } = levelsOf(Float64Array.from(codes));
  const members = Array.from({ length: count }, (): number[] => []);
  for (let row = 0; row < of.length; row++) members[of[row]]!.push(row);
  return {
    count,
    draw(counts, stream) {
      counts.fill(0);
      let size = 0;
      for (let drawn = 0; drawn < count; drawn++) {
        const cluster = members[stream.below(count)];
        for (const row of cluster) counts[row]++;
        size += cluster.length;
      }
      return size;
    },
    leaveOut(unit, counts) {
      counts.fill(1);
      for (const row of members[unit]) counts[row] = 0;
      return of.length - members[unit].length;
    },
  };
}
