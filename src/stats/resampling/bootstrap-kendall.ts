import { concordanceOver } from './bootstrap-concordance.js';
import { levelsOf } from '../distinct-levels.js';
import type { StatisticOfCounts } from './statistic-of-counts.js';

/** Kendall's τ-b (Kendall 1945), whole numbers up to the last line. */
export function kendallOfCounts(x: Float64Array, y: Float64Array): StatisticOfCounts {
  const { of: xLevel, count: xLevels } = levelsOf(x);
  const { of: yLevel, count: yLevels } = levelsOf(y);
  const xCounts = new Int32Array(xLevels);
  const yCounts = new Int32Array(yLevels);
  const concordance = concordanceOver(xLevel, yLevels);

  return (counts, size) => {
    for (let row = 0; row < counts.length; row++) {
      xCounts[xLevel[row]]! += counts[row];
      yCounts[yLevel[row]]! += counts[row];
    }
    const xUntied = size * size - takeSquares(xCounts);
    const yUntied = size * size - takeSquares(yCounts);
    return (2 * concordance(yLevel, counts)) / Math.sqrt(xUntied * yUntied);
  };
}

/** Adds up the squares of the counts and empties them. */
function takeSquares(counts: Int32Array): number {
  let squares = 0;
  for (let level = 0; level < counts.length; level++) {
    squares += counts[level] * counts[level];
    counts[level] = 0;
  }
  return squares;
}
