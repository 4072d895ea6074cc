import type { RandomStream } from '../../numeric/random.js';
import type { CorrelationName } from '../../results/correlation.js';
import { bcaTails, biasCorrection, jackknifeAcceleration, orderStatistics } from './bootstrap-endpoints.js';
import type { Endpoints } from './bootstrap-endpoints.js';
import { ascending } from '../distinct-levels.js';
import { statisticOfCounts } from './bootstrap-statistic.js';
import type { StatisticOfCounts } from './statistic-of-counts.js';
import { finish, resamplesPerStep } from '../steps.js';
import type { Steps } from '../steps.js';
import { clusterUnits, rowUnits } from './bootstrap-units.js';
import type { ResamplingUnits } from './bootstrap-units.js';

export interface BootstrapOptions {
  readonly statistic: CorrelationName;
  /** Between 0 and 1, such as 0.95. */
  readonly confidence: number;
  readonly resamples: number;
  readonly kind: 'bca' | 'percentile';
  /** Read from here on; the caller gives each pair a stream of its own. */
  readonly stream: RandomStream;
  /** One code a row. Whole clusters are drawn in place of rows, and left out by the jackknife. */
  readonly clusters?: Int32Array;
}

/** Why there is no interval. */
export type BootstrapFailure =
  /** The estimate itself is undefined. */
  | 'constant'
  /** So is that of every resample. */
  | 'all-degenerate'
  /** Every resample gives the same estimate, as where ρ is ±1 or there is one cluster. */
  | 'unvarying'
  /** Every resample lies on one side of the estimate: z₀ is infinite. */
  | 'one-sided'
  /** The estimate is undefined when one row or cluster is left out: no acceleration. */
  | 'jackknife'
  /** The acceleration is so large that the formula has lost its meaning. */
  | 'acceleration';

interface Drawn {
  /** How many were drawn. */
  readonly resamples: number;
  /** How many of them had a constant variable and were dropped. */
  readonly degenerate: number;
}

export type BootstrapResult =
  | (Drawn & Endpoints & { readonly reason: null; readonly bias: number | null; readonly acceleration: number | null })
  | (Drawn & { readonly reason: BootstrapFailure; readonly low: null; readonly high: null });

/** Replicates that differ by less differ by rounding. */
const ROUNDING = 1e-12;

/**
 * The bootstrap interval of a correlation: pairs are drawn with replacement, and ranked anew in each resample.
 * BCa (Efron 1987) unless the plain percentile interval is asked for; `bias` and `acceleration` are z₀ and a,
 * null for percentile. The order of the rows does not matter.
 *
 * @param x complete pairs with y: finite for Pearson's r, not NaN for the others
 * @example
 * bootstrapInterval(x, y, { statistic: 'spearman', confidence: 0.95, resamples: 10_000, kind: 'bca',
 *   stream: randomStream(20130501, 'bootstrap', 'messaging_use', 'hba1c') });
 * // { reason: null, low, high, bias, acceleration, resamples: 10000, degenerate: 0, atExtreme: false }
 */
export function bootstrapInterval(x: Float64Array, y: Float64Array, options: BootstrapOptions): BootstrapResult {
  return finish(bootstrapSteps(x, y, options));
}

/** bootstrapInterval, step by step. */
export function* bootstrapSteps(x: Float64Array, y: Float64Array, options: BootstrapOptions): Steps<BootstrapResult> {
  const { clusters } = options;
  const order = Uint32Array.from(x.keys()).sort(
    (i, j) => ascending(x[i], x[j]) || ascending(y[i], y[j]) || (clusters ? clusters[i] - clusters[j] : 0),
  );
  const inOrder = (values: Float64Array): Float64Array => Float64Array.from(order, (row) => values[row]);
  const units = clusters ? clusterUnits(Int32Array.from(order, (row) => clusters[row])) : rowUnits(x.length);
  const statistic = statisticOfCounts(options.statistic, inOrder(x), inOrder(y));
  const counts = new Int32Array(x.length);

  const estimate = statistic(counts.fill(1), x.length);
  if (Number.isNaN(estimate)) return failed('constant', 0);

  const drawn = new Float64Array(options.resamples);
  const perStep = resamplesPerStep(x.length);
  let kept = 0;
  for (let done = 0; done < options.resamples; yield done) {
    const resamples = Math.min(options.resamples - done, perStep);
    kept += resample(statistic, units, counts, options.stream, drawn.subarray(kept, kept + resamples));
    done += resamples;
  }
  const replicates = drawn.subarray(0, kept).sort();
  const degenerate = options.resamples - kept;
  if (kept === 0) return failed('all-degenerate', degenerate);
  if (replicates[kept - 1] - replicates[0] < ROUNDING) return failed('unvarying', degenerate);

  const found = { resamples: options.resamples, degenerate, reason: null };
  const tail = (1 - options.confidence) / 2;
  if (options.kind === 'percentile') {
    return { ...found, ...orderStatistics(replicates, tail, tail), bias: null, acceleration: null };
  }
  const bias = biasCorrection(replicates, estimate);
  if (!Number.isFinite(bias)) return failed('one-sided', degenerate);
  const acceleration = jackknifeAcceleration(yield* jackknife(statistic, units, counts, options.resamples));
  if (Number.isNaN(acceleration)) return failed('jackknife', degenerate);
  const tails = bcaTails(options.confidence, bias, acceleration);
  if (tails === null) return failed('acceleration', degenerate);
  return { ...found, ...orderStatistics(replicates, tails.lowTail, tails.highTail), bias, acceleration };

  function failed(reason: BootstrapFailure, degenerate: number): BootstrapResult {
    return { reason, low: null, high: null, resamples: options.resamples, degenerate };
  }
}

/** Fills `replicates` from its start with the estimates of so many resamples, and answers how many are defined. */
function resample(
  statistic: StatisticOfCounts,
  units: ResamplingUnits,
  counts: Int32Array,
  stream: RandomStream,
  replicates: Float64Array,
): number {
  let defined = 0;
  for (let drawn = 0; drawn < replicates.length; drawn++) {
    const replicate = statistic(counts, units.draw(counts, stream));
    if (!Number.isNaN(replicate)) replicates[defined++] = replicate;
  }
  return defined;
}

/** The estimate without each unit in turn. */
function* jackknife(
  statistic: StatisticOfCounts,
  units: ResamplingUnits,
  counts: Int32Array,
  resamples: number,
): Steps<Float64Array> {
  const leftOut = new Float64Array(units.count);
  const perStep = resamplesPerStep(counts.length);
  for (let unit = 0; unit < units.count; unit++) {
    leftOut[unit] = statistic(counts, units.leaveOut(unit, counts));
    if (unit % perStep === perStep - 1) yield resamples;
  }
  return leftOut;
}
