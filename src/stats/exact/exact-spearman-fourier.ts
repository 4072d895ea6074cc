import { normalUpperTail } from '../../numeric/normal.js';
import type { Steps } from '../steps.js';
import { logMomentSteps, planInversion, probabilitySteps } from './exact-spearman-inversion.js';
import type { Inversion } from './exact-spearman-inversion.js';
import { alignedP, greatestT, isSymmetric, leastT, reflected, reflectedT } from './exact-spearman-margins.js';
import type { BoundedP, SpearmanMargins } from './exact-spearman-margins.js';
import type { WorkLimits } from './exact-spearman-effort.js';
import { tiltTowards } from './exact-spearman-tilt.js';
import type { Tilt } from './exact-spearman-tilt.js';
import type { Bounds } from '../resampling/permutation-bounds.js';

/** Further out than so many standard deviations, a tilt for each tail is worth more than one sum for both. */
const TILT_FROM = 2.3;

/**
 * P(T ≤ low or T ≥ high) by inverting the characteristic function of T (Pagano & Tritchler 1983), of which only the
 * frequencies that matter are worked out. Far tails are tilted so that T = t is their middle: their errors then are
 * relative to the tail, however small it is.
 *
 * @returns null where the limits do not allow a start; otherwise `error` says what they allowed
 */
export function* fourierSteps(
  margins: SpearmanMargins,
  { low, high }: Bounds,
  limits: WorkLimits,
): Steps<BoundedP | null> {
  const twoSided = Number.isFinite(low) && Number.isFinite(high);
  const mirrored = twoSided && isSymmetric(margins) && low + high === leastT(margins) + greatestT(margins);
  const inversion = planInversion(margins, limits);
  if (inversion === null) return null;
  const z = Math.max(high - inversion.mean, inversion.mean - low) / inversion.deviation;
  if (twoSided && !mirrored && z < TILT_FROM) {
    // Beyond the range of T, values stand for others modulo M.
    const from = Math.max(low + 1, leastT(margins));
    const to = Math.min(high - 1, greatestT(margins));
    const inside = { from, to, centre: inversion.mean };
    const none = tiltTowards(inversion, inversion.mean);
    const { p, error } = yield* probabilitySteps(inversion, none, inside, tolerance(2 * normalUpperTail(z)));
    return { p: 1 - p, error: error + Number.EPSILON };
  }
  const shared = twoSided && !mirrored ? { ...limits, work: limits.work / 2 } : limits;
  const upper = high === Infinity ? NONE : yield* upperTailSteps(margins, high, shared);
  if (mirrored && upper) return { p: 2 * upper.p, error: 2 * upper.error };
  const lower = low === -Infinity ? NONE : yield* upperTailSteps(reflected(margins), reflectedT(margins, low), shared);
  return upper && lower && { p: upper.p + lower.p, error: upper.error + lower.error };
}

const NONE: BoundedP = { p: 0, error: 0 };

/**
 * What the frequencies left out may add up to, so that with the rest of the error p is certain to 1e-9 of itself or,
 * with the other tail's, to 1e-14; where p is that small, to 1e-3 of itself.
 */
function tolerance(p: number): number {
  return 0.9 * Math.max(1e-9 * p, Math.min(5e-15, 1e-3 * p));
}

/** P(T ≥ t); `whole` is 1 where one minus it is wanted and small relative errors of it do not show. */
function* upperTailSteps(margins: SpearmanMargins, t: number, limits: WorkLimits, whole = 0): Steps<BoundedP | null> {
  const greatest = greatestT(margins);
  if (t > greatest) return NONE;
  if (t === greatest) return alignedP(margins);
  const inversion = planInversion(margins, limits);
  if (inversion === null) return null;
  const { mean } = inversion;
  if (t <= mean) {
    const below = yield* upperTailSteps(reflected(margins), reflectedT(margins, t - 1), limits, 1);
    return below && { p: 1 - below.p, error: below.error + Number.EPSILON };
  }
  const saddle = tiltTowards(inversion, t);
  const expected = yield* saddlepointTail(inversion, saddle, t);
  // At the saddle the integrand is least, but a standard deviation short of it the bounds are sharper.
  const centre = Math.max(mean, t - saddle.deviation);
  const tilt = tiltTowards(inversion, centre);
  const tail = { from: t, to: greatest, centre };
  return yield* probabilitySteps(inversion, tilt, tail, tolerance(Math.max(whole / 2, expected)));
}

/** P(T ≥ t) roughly: exp(K − λt) by the tilt's moment, times Mills' ratio at λ standard deviations. */
function* saddlepointTail(inversion: Inversion, tilt: Tilt, t: number): Steps<number> {
  const { logMoment } = yield* logMomentSteps(inversion, tilt);
  const z = tilt.lambda * tilt.deviation;
  const mills = z < 30 ? normalUpperTail(z) * Math.exp((z * z) / 2) : 1 / (z * Math.sqrt(2 * Math.PI));
  return Math.exp(logMoment - tilt.lambda * (t - inversion.mean)) * mills;
}
