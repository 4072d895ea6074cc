import type { RandomStream } from '../../numeric/random.js';
import type { CorrelationName } from '../../results/correlation.js';
import { finish, resamplesPerStep } from '../steps.js';
import type { Steps } from '../steps.js';
import type { Alternative } from './permutation-bounds.js';
import { kendallShuffles } from './permutation-kendall.js';
import { pearsonShuffles, spearmanShuffles } from './permutation-products.js';

export interface PermutationOptions {
  readonly statistic: CorrelationName;
  readonly resamples: number;
  /** Read from here on; the caller gives each pair a stream of its own. */
  readonly stream: RandomStream;
  readonly alternative: Alternative;
  /** One code a row. y is shuffled within each cluster only, and compared with its mean over such shuffles. */
  readonly clusters?: Int32Array;
}

export interface PermutationResult {
  /** (extreme + 1) / (resamples + 1), never 0 (Phipson & Smyth 2010). */
  readonly p: number;
  /** Half the width of Wilson's (1927) 95 % interval for the p of all permutations. */
  readonly error: number;
  readonly resamples: number;
  /** How many shuffles were at least as far out as the observed pairing; ties count. */
  readonly extreme: number;
}

const SHUFFLES = { spearman: spearmanShuffles, pearson: pearsonShuffles, kendall: kendallShuffles };

/**
 * The permutation p of a correlation: x stays, y is shuffled. Spearman and Kendall compare whole numbers, so ties
 * with the observed value are counted exactly; Pearson takes correlations within 1e-12 as tied. The order of the
 * rows does not matter. Which variable is y does, as other shuffles are drawn: hand a pair over the same way round.
 *
 * @param x complete pairs with y: finite for Pearson's r, not NaN for the others; a constant gives p = 1
 * @example
 * permutationP(x, y, { statistic: 'spearman', resamples: 100_000, alternative: 'two-sided',
 *   stream: randomStream(20130501, 'permutation', 'messaging_use', 'hba1c') });
 * // { p, error, resamples: 100000, extreme }, where p = (extreme + 1) / 100001
 */
export function permutationP(x: Float64Array, y: Float64Array, options: PermutationOptions): PermutationResult {
  return finish(permutationSteps(x, y, options));
}

/** permutationP, step by step. */
export function* permutationSteps(
  x: Float64Array,
  y: Float64Array,
  options: PermutationOptions,
): Steps<PermutationResult> {
  const { resamples, stream } = options;
  const countExtreme = SHUFFLES[options.statistic](x, y, options.alternative, options.clusters);
  const perStep = resamplesPerStep(x.length);
  let extreme = 0;
  for (let done = 0; done < resamples; yield done) {
    const shuffles = Math.min(perStep, resamples - done);
    extreme += countExtreme(shuffles, stream);
    done += shuffles;
  }
  return { p: (extreme + 1) / (resamples + 1), error: wilsonHalfWidth(extreme, resamples), resamples, extreme };
}

/** Wilson (1927), at 95 %: it keeps a width where no shuffle, or every one, was extreme. */
function wilsonHalfWidth(extreme: number, resamples: number): number {
  const z = 1.959963984540054;
  const share = extreme / resamples;
  const spread = (share * (1 - share)) / resamples + (z * z) / (4 * resamples * resamples);
  return (z * Math.sqrt(spread)) / (1 + (z * z) / resamples);
}
