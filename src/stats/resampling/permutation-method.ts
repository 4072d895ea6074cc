import { randomStream } from '../../numeric/random.js';
import type { CorrelationName } from '../../results/correlation.js';
import type { PValueMethod } from '../correlation/correlation-methods.js';
import type { CompletePair } from '../correlation/pairs.js';
import type { Alternative } from './permutation-bounds.js';
import { permutationSteps } from './permutation.js';

export interface Resampling {
  readonly seed: number;
  readonly resamples: number;
  /** One code for each row of the data set. */
  readonly clusters?: Int32Array | undefined;
}

/** The permutation test as correlateColumns takes it. Every pair and group reads a stream of its own. */
export function permutationMethod(statistic: CorrelationName, alternative: Alternative, resampling: Resampling): PValueMethod {
  return function* permuted(pair) {
    const { p, error } = yield* shares(resampling.resamples, permutationSteps(pair.x.values, pair.y.values, {
      statistic,
      alternative,
      resamples: resampling.resamples,
      stream: streamOf(resampling.seed, 'permutation', pair),
      ...clustersOf(pair, resampling),
    }));
    return { p, statistic: null, df: null, method: 'permutation', error };
  };
}

/** The stream of one pair, whichever other pairs there are; independent of the other purposes it is drawn from. */
export function streamOf(seed: number, purpose: string, { x, y, by }: CompletePair): ReturnType<typeof randomStream> {
  return randomStream(seed, purpose, x.name, y.name, ...(by === null ? [] : [by]));
}

/** The pair's rows in the clusters of the data set. */
export function clustersOf({ rows }: CompletePair, { clusters }: Resampling): { clusters?: Int32Array } {
  return clusters === undefined ? {} : { clusters: Int32Array.from(rows, (row) => clusters[row]) };
}

/** Steps that count resamples, told as shares of the whole. */
export function* shares<Result>(resamples: number, steps: Generator<number, Result, void>): Generator<number, Result, void> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield step.value / resamples;
  return step.value;
}
