import type { StatisticOfCounts } from './statistic-of-counts.js';

/** Pearson's r. A first pass takes the resample's means, a second the products about them. */
export function pearsonOfCounts(x: Float64Array, y: Float64Array): StatisticOfCounts {
  return (counts, size) => {
    let xSum = 0;
    let ySum = 0;
    let xLow = Infinity;
    let xHigh = -Infinity;
    let yLow = Infinity;
    let yHigh = -Infinity;
    for (let row = 0; row < counts.length; row++) {
      const count = counts[row];
      if (count === 0) continue;
      const xValue = x[row];
      const yValue = y[row];
      xSum += count * xValue;
      ySum += count * yValue;
      if (xValue < xLow) xLow = xValue;
      if (xValue > xHigh) xHigh = xValue;
      if (yValue < yLow) yLow = yValue;
      if (yValue > yHigh) yHigh = yValue;
    }
    // The mean of equal numbers may round away from them: only the range tells a constant for sure.
    if (xLow === xHigh || yLow === yHigh) return NaN;
    const xMean = xSum / size;
    const yMean = ySum / size;
    let products = 0;
    let xSquares = 0;
    let ySquares = 0;
    for (let row = 0; row < counts.length; row++) {
      const count = counts[row];
      const xOff = x[row] - xMean;
      const yOff = y[row] - yMean;
      products += count * xOff * yOff;
      xSquares += count * xOff * xOff;
      ySquares += count * yOff * yOff;
    }
    return Math.max(-1, Math.min(1, products / (Math.sqrt(xSquares) * Math.sqrt(ySquares))));
  };
}
