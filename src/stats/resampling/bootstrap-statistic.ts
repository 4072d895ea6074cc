import type { CorrelationName } from '../../results/correlation.js';
import { kendallOfCounts } from './bootstrap-kendall.js';
import { pearsonOfCounts } from './bootstrap-pearson.js';
import { spearmanOfCounts } from './bootstrap-spearman.js';

/**
 * A correlation of the sample in which row i stands `counts[i]` times and all rows together `size` times;
 * NaN where a variable is constant. It allocates nothing, so it can be asked ten thousand times.
 */
export type StatisticOfCounts = (counts: Int32Array, size: number) => number;

/** The statistic for resamples of the pairs (x, y), which are in ascending order of x. */
export function statisticOfCounts(name: CorrelationName, x: Float64Array, y: Float64Array): StatisticOfCounts {
  if (name === 'spearman') return spearmanOfCounts(x, y);
  if (name === 'kendall') return kendallOfCounts(x, y);
  return pearsonOfCounts(x, y);
}
