import { countLattice } from './exact-spearman-lattice.js';
import type { CountLattice } from './exact-spearman-lattice.js';
import { countVectors } from './exact-spearman-margins.js';
import type { RankMargin, SpearmanMargins } from './exact-spearman-margins.js';

/** How much a method may take, or is expected to. */
export interface WorkLimits {
  /** Elementary steps, such as one addition; what they are worth in seconds is the caller's to say. */
  readonly work: number;
  readonly bytes: number;
}

/** Setting up a distribution in the recursion over count vectors costs about as much as this many additions. */
export const WORK_PER_VECTOR = 300;
const BYTES_PER_VALUE = 12;

/**
 * What the recursion over count vectors will need, about. How many values T can take for a vector is estimated from
 * its range and from the number of tables that lead to the vector, as if their T fell anywhere in the range.
 *
 * @returns null where more than `most` work is expected
 */
export function recursionEffort(margins: SpearmanMargins, most: number): WorkLimits | null {
  const { rows, columns, n } = margins;
  if (countVectors(rows.counts) * WORK_PER_VECTOR > most) return null;
  const lattice = countLattice(rows);
  const half = n >> 1;
  const lower = effortOfHalf(lattice, columns, half);
  const upper = effortOfHalf(
    lattice,
    { scores: columns.scores.slice().reverse(), counts: columns.counts.slice().reverse() },
    n - half,
  );
  const work = lower.work + upper.work;
  return work > most ? null : { work, bytes: lower.bytes + upper.bytes };
}

function effortOfHalf(lattice: CountLattice, columns: RankMargin, rows: number): WorkLimits {
  const { size, strides, used, totals, counts, scores } = lattice;
  const implied = strides.length;
  const least = new Float64Array(size);
  const greatest = new Float64Array(size);
  const tables = new Float64Array(size);
  const values = new Float64Array(size);
  tables[0] = values[0] = 1;
  let work = 0;
  let dealt = 0;
  columns.scores.forEach((score, column) => {
    for (let tied = 1; tied <= columns.counts[column] && dealt < rows; tied++) {
      dealt++;
      // A table's column of `tied` rows is reached from as many vectors as it has levels, on average so many.
      const orders = (tied * counts.length) / (tied + counts.length - 1);
      for (let key = size - 1; key >= 0; key--) {
        const last = dealt - totals[key];
        if (last < 0 || last > counts[implied]) continue;
        let from = Infinity;
        let to = -Infinity;
        let ways = 0;
        for (let level = 0; level <= implied; level++) {
          if ((level === implied ? last : used[level][key]) === 0) continue;
          const source = level === implied ? key : key - strides[level];
          from = Math.min(from, least[source] + scores[level] * score);
          to = Math.max(to, greatest[source] + scores[level] * score);
          ways += tables[source];
          work += values[source];
        }
        const width = to - from + 1;
        least[key] = from;
        greatest[key] = to;
        tables[key] = ways / orders;
        values[key] = -width * Math.expm1(-tables[key] / width);
        work += width / 4 + WORK_PER_VECTOR;
      }
    }
  });
  let bytes = 0;
  for (let key = 0; key < size; key++) {
    if (totals[key] <= rows && rows - totals[key] <= counts[implied]) bytes += values[key] * BYTES_PER_VALUE;
  }
  return { work, bytes };
}
