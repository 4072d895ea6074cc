import type { CorrelationName } from '../../results/correlation.js';
import type { Alternative, PValue, PValueMethod } from '../correlation/correlation-methods.js';
import { exactKendall } from './exact-kendall.js';
import { exactSpearmanSteps } from './exact-spearman.js';
import { streamOf } from '../resampling/permutation-method.js';
import { permutationSteps } from '../resampling/permutation.js';

/** What the exact test may spend on one pair, and what it does beyond. */
export interface ExactOptions {
  readonly alternative: Alternative;
  /** Seconds at a stated rate of steps, not by the clock: the same data get the same method on every machine. */
  readonly budgetSeconds: number;
  readonly seed: number;
  /** Of the Monte Carlo test that takes over where nothing exact fits the budget; null: as many as long columns allow. */
  readonly resamples: number | null;
}

/** Shuffled values that Monte Carlo may cost a pair, seconds rather than minutes. */
const MOST_SHUFFLED = 5e8;

/** 100,000 shuffles up to 5,000 rows, fewer of longer columns, whose t approximation leaves less to settle. */
function shufflesOf(n: number): number {
  return Math.min(100_000, Math.max(999, Math.floor(MOST_SHUFFLED / n)));
}

/** The exact test of ρ or τ as correlateColumns takes it; each p says which method made it. */
export function exactMethod(statistic: Exclude<CorrelationName, 'pearson'>, options: ExactOptions): PValueMethod {
  if (statistic === 'kendall') return exactKendall(options.alternative);
  const { alternative, budgetSeconds, seed, resamples } = options;
  return function* exact(pair): Generator<number, PValue, void> {
    const [x, y] = [pair.x.values, pair.y.values];
    const steps = exactSpearmanSteps(x, y, {
      alternative,
      budgetSeconds,
      monteCarlo: () => permutationSteps(x, y, { statistic, alternative, resamples: resamples ?? shufflesOf(x.length), stream: streamOf(seed, 'monte-carlo', pair) }),
    });
    let step = steps.next();
    // How far the exact methods are is not known in advance.
    for (; !step.done; step = steps.next()) yield 0;
    const { p, method, error } = step.value;
    return { p, statistic: null, df: null, method: method ?? 'exact', error };
  };
}
