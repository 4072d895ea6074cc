import type { CorrelationName } from '../../results/correlation.js';
import { kendallOfCounts } from './bootstrap-kendall.js';
import { pearsonOfCounts } from './bootstrap-pearson.js';
import { spearmanOfCounts } from './bootstrap-spearman.js';
import type { StatisticOfCounts } from './statistic-of-counts.js';

/** The statistic for resamples of the pairs (x, y), which are in ascending order of x. */
export function statisticOfCounts(name: CorrelationName, x: Float64Array, y: Float64Array): StatisticOfCounts {
  if (name === 'spearman') return spearmanOfCounts(x, y);
  if (name === 'kendall') return kendallOfCounts(x, y);
  return pearsonOfCounts(x, y);
}
