import { levelsOf } from '../distinct-levels.js';
import type { StatisticOfCounts } from './statistic-of-counts.js';

/**
 * Spearman's ρ, Pearson's r on the mid-ranks of the resample itself, in time proportional to the rows: the order of
 * the distinct values is known beforehand, so ranks come from counting.
 */
export function spearmanOfCounts(x: Float64Array, y: Float64Array): StatisticOfCounts {
  const { of: yLevel, count: yLevels } = levelsOf(y);
  const xEnds = endsOfRuns(x);
  const yRanks = new Float64Array(yLevels);
  // Arrays handed over as arguments, not captured: a quarter faster once many such functions have been made.
  return (counts, size) => rankCorrelation(counts, size, xEnds, yLevel, yRanks);
}

/**
 * Ranks are doubled and centred, 2·rank − (size + 1), hence whole numbers: up to 131,071 rows every sum is exact and
 * the last line rounds for the first time.
 *
 * @param yRanks room for one number a level, of any content
 */
function rankCorrelation(
  counts: Int32Array,
  size: number,
  xEnds: Int32Array,
  yLevel: Int32Array,
  yRanks: Float64Array,
): number {
  yRanks.fill(0);
  for (let row = 0; row < counts.length; row++) yRanks[yLevel[row]]! += counts[row];
  let ySquares = 0;
  for (let level = 0, before = 0; level < yRanks.length; level++) {
    const total = yRanks[level];
    const rank = 2 * before + total - size;
    yRanks[level] = rank;
    ySquares += total * rank * rank;
    before += total;
  }
  let xSquares = 0;
  let products = 0;
  for (let level = 0, row = 0, before = 0; level < xEnds.length; level++) {
    let total = 0;
    let yRankSum = 0;
    for (const end = xEnds[level]; row < end; row++) {
      total += counts[row];
      yRankSum += counts[row] * yRanks[yLevel[row]]!;
    }
    const rank = 2 * before + total - size;
    products += rank * yRankSum;
    xSquares += total * rank * rank;
    before += total;
  }
  return products / Math.sqrt(xSquares * ySquares);
}

/** Where each run of equal values ends. */
function endsOfRuns(ascending: Float64Array): Int32Array {
  const ends: number[] = [];
  for (let row = 1; row <= ascending.length; row++) if (ascending[row] !== ascending[row - 1]) ends.push(row);
  return Int32Array.from(ends);
}
