import { finish } from '../steps.js';
import type { Steps } from '../steps.js';
import { edgeworthSquaresUpperTail } from './edgeworth.js';
import { recursionEffort } from './exact-spearman-effort.js';
import type { WorkLimits } from './exact-spearman-effort.js';
import { fourierSteps } from './exact-spearman-fourier.js';
import { alignedP, greatestT, leastT, reflected, spearmanMargins, totalScore } from './exact-spearman-margins.js';
import type { BoundedP, RankMargin, SpearmanMargins } from './exact-spearman-margins.js';
import { recursionSteps } from './exact-spearman-recursion.js';
import { untiedSteps } from './exact-spearman-untied.js';
import { exactBounds } from '../resampling/permutation-bounds.js';
import type { Alternative, Bounds } from '../resampling/permutation-bounds.js';

/**
 * How p was found:
 * - `exact-permutations`: the permutations counted outright: without ties (n ≤ 22), or for a perfect association
 * - `exact-recursion`: the recursion over count vectors or table columns, all terms positive
 * - `exact-fourier`: the characteristic function inverted; aims at a bound of 1e-9 of p, or 1e-14 for smaller p, and
 *   has reached six digits at least
 * - `fourier`: the same where the budget made only two to six digits certain
 * - `edgeworth`: an approximation for data without ties, Algorithm AS 89
 * - `monte-carlo`: seeded shuffles
 */
export type ExactSpearmanMethod =
  | 'exact-permutations'
  | 'exact-recursion'
  | 'exact-fourier'
  | 'fourier'
  | 'edgeworth'
  | 'monte-carlo';

export interface ExactSpearmanOptions {
  readonly alternative: Alternative;
  /** A second is 300 million elementary steps; counted, not timed, so the result is the same on every machine. */
  readonly budgetSeconds?: number;
  /** What to do where nothing exact fits the budget, such as `() => permutationSteps(x, y, …)`. */
  readonly monteCarlo?: () => Steps<BoundedP>;
}

/** All null where x or y is constant, and where nothing fits the budget and there is no `monteCarlo`. */
export interface ExactSpearman {
  readonly p: number | null;
  readonly method: ExactSpearmanMethod | null;
  /** A bound on |p − exact p|, for `monte-carlo` its interval's half-width; null where none is known. */
  readonly error: number | null;
}

const STEPS_PER_SECOND = 3e8;
const DEFAULT_BUDGET_SECONDS = 5;
const MEMORY_BYTES = 4e8;
/** Up to so much work the recursion is never slower than the inversion. */
const QUICK_WORK = 1e8;
/** With so few levels on both sides the inversion has too many frequencies that matter, or may. */
const FEW_LEVELS = 12;
/** T and its bounds stay whole in a double up to here. */
const LARGEST_N = 150_000;

/**
 * The exact p of Spearman's ρ given the data's own ties: the share of all pairings of the mid-ranks that are at least
 * as far out as the observed one, two-sided P(|T − E T| ≥ |t − E T|) with T = Σ rank × rank, compared in whole
 * numbers. Which method answers follows from the data and the budget alone.
 *
 * @param x complete pairs with y, finite
 * @example
 * exactSpearman(Float64Array.of(1, 1, 2, 3, 3, 3), Float64Array.of(2, 2, 1, 5, 4, 4), { alternative: 'two-sided' });
 * // { p: 0.1, method: 'exact-recursion', error: 1.2e-15 }
 */
export function exactSpearman(x: Float64Array, y: Float64Array, options: ExactSpearmanOptions): ExactSpearman {
  return finish(exactSpearmanSteps(x, y, options));
}

/** exactSpearman, step by step. */
export function* exactSpearmanSteps(
  x: Float64Array,
  y: Float64Array,
  options: ExactSpearmanOptions,
): Steps<ExactSpearman> {
  const { margins, observed } = spearmanMargins(x, y);
  const { n, rows, columns } = margins;
  if (rows.counts.length < 2 || columns.counts.length < 2) return UNDEFINED;
  if (n <= LARGEST_N) {
    const sum = BigInt(totalScore(rows)) * BigInt(totalScore(columns));
    const bounds = exactBounds(observed, options.alternative, new Map([[n, sum]]));
    const outright = countedOutright(margins, bounds);
    if (outright !== null) return { ...outright, method: 'exact-permutations' };
    const work = (options.budgetSeconds ?? DEFAULT_BUDGET_SECONDS) * STEPS_PER_SECOND;
    const answer = isUntied(rows) && isUntied(columns) ? untied : tied;
    const exact = yield* answer(margins, bounds, { work, bytes: MEMORY_BYTES });
    if (exact !== null) return exact;
  }
  if (options.monteCarlo === undefined) return UNDEFINED;
  const { p, error } = yield* options.monteCarlo();
  return { p, method: 'monte-carlo', error };
}

const UNDEFINED: ExactSpearman = { p: null, method: null, error: null };

/** Where every T counts, and where only the most extreme does. */
function countedOutright(margins: SpearmanMargins, { low, high }: Bounds): BoundedP | null {
  if (high - low < 2 || low >= greatestT(margins) || high <= leastT(margins)) return { p: 1, error: 0 };
  if ((low !== -Infinity && low > leastT(margins)) || (high !== Infinity && high < greatestT(margins))) return null;
  const upper = high === greatestT(margins) ? alignedP(margins) : NONE;
  const lower = low === leastT(margins) ? alignedP(reflected(margins)) : NONE;
  return { p: upper.p + lower.p, error: upper.error + lower.error };
}

const NONE: BoundedP = { p: 0, error: 0 };

function* untied(margins: SpearmanMargins, bounds: Bounds, limits: WorkLimits): Steps<ExactSpearman> {
  const { n } = margins;
  const counted = yield* untiedSteps(n, bounds, limits);
  if (counted !== null) return { ...counted, method: 'exact-permutations' };
  // Σ (rank − rank)² = 2 (greatest T − T), and T is symmetric.
  const lower = edgeworthSquaresUpperTail(2 * (greatestT(margins) - bounds.low), n);
  const upper = edgeworthSquaresUpperTail(2 * (bounds.high - leastT(margins)), n);
  // The series can fall below 0 near a perfect association; the observed permutation itself always counts.
  return { p: Math.min(1, Math.max(alignedP(margins).p, lower + upper)), method: 'edgeworth', error: null };
}

function* tied(margins: SpearmanMargins, bounds: Bounds, limits: WorkLimits): Steps<ExactSpearman | null> {
  const fewLevels = margins.columns.counts.length <= FEW_LEVELS;
  const effort = recursionEffort(margins, fewLevels ? limits.work : Math.min(QUICK_WORK, limits.work));
  if (effort !== null && effort.bytes < limits.bytes) {
    const summed = yield* recursionSteps(margins, bounds, limits);
    if (summed !== null) return { ...summed, method: 'exact-recursion' };
  }
  const inverted = yield* fourierSteps(margins, bounds, limits);
  if (inverted === null || !Number.isFinite(inverted.error)) return null;
  const { error } = inverted;
  const p = Math.max(inverted.p, Number.MIN_VALUE);
  if (error <= Math.max(1e-6 * p, 1e-14)) return { p, error, method: 'exact-fourier' };
  return error <= p / 100 ? { p, error, method: 'fourier' } : null;
}

function isUntied({ counts }: RankMargin): boolean {
  return counts.every((count) => count === 1);
}
