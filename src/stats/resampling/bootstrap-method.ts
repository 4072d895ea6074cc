import type { CorrelationName } from '../../results/correlation.js';
import { bootstrapSteps } from './bootstrap.js';
import type { BootstrapOptions } from './bootstrap.js';
import type { IntervalMethod } from '../correlation/correlation-methods.js';
import { clustersOf, shares, streamOf } from './permutation-method.js';
import type { Resampling } from './permutation-method.js';

/** The bootstrap interval as correlateColumns takes it. Every pair and group reads a stream of its own. */
export function bootstrapMethod(
  statistic: CorrelationName,
  { confidence, kind }: Pick<BootstrapOptions, 'confidence' | 'kind'>,
  resampling: Resampling,
): IntervalMethod {
  return function* bootstrapped(pair) {
    const result = yield* shares(resampling.resamples, bootstrapSteps(pair.x.values, pair.y.values, {
      statistic,
      confidence,
      kind,
      resamples: resampling.resamples,
      stream: streamOf(resampling.seed, 'bootstrap', pair),
      ...clustersOf(pair, resampling),
    }));
    return result.reason === null
      ? { low: result.low, high: result.high, reason: null }
      : { low: null, high: null, reason: result.reason };
  };
}
