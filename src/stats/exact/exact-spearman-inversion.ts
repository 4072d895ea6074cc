import { logGamma } from '../../numeric/log-gamma.js';
import type { Steps } from '../steps.js';
import { CoefficientBounds } from './exact-spearman-bound.js';
import { coefficientSteps } from './exact-spearman-coefficients.js';
import { transformLength } from './exact-spearman-dft.js';
import { countLattice } from './exact-spearman-lattice.js';
import { countVectors, deviationOfT, expectedT, greatestT, leastT, totalScore } from './exact-spearman-margins.js';
import type { BoundedP, SpearmanMargins } from './exact-spearman-margins.js';
import type { WorkLimits } from './exact-spearman-effort.js';
import type { Tilt, TiltedSum } from './exact-spearman-tilt.js';

/** What every inversion for one pair of margins shares. */
export interface Inversion extends TiltedSum {
  /** M: T is known modulo M, from the frequencies 2πk/M. */
  readonly modulus: number;
  /** Whether T can take more than M values, so that its far tails must be cut off. */
  readonly windowed: boolean;
  /** How many frequencies the limits allow. */
  readonly affordable: number;
}

/** A window of so many standard deviations cuts off less than 1e-19 of a normal T. */
const WINDOW = 19;
const FEWEST_FREQUENCIES = 16;
/** Above so many frequencies, sharper bounds for the farthest cost less than they save. */
const WORTH_SHARPENING = 200;
/** The kernel takes a complex step in the time of so much of an elementary one. */
const WORK_PER_STEP = 1 / 3;
/** One sine and cosine, and the tilt's share of them, cost about as much as so many steps. */
const WORK_PER_TURN = 40;

/** @returns null where the limits do not allow an inversion. */
export function planInversion(margins: SpearmanMargins, limits: WorkLimits): Inversion | null {
  const { n, rows, columns } = margins;
  const deviation = deviationOfT(margins);
  const range = greatestT(margins) - leastT(margins) + 1;
  const windowed = range > WINDOW * deviation;
  const modulus = transformLength(windowed ? WINDOW * deviation : range);
  const levels = rows.counts.length;
  const vectors = countVectors(rows.counts);
  const planning = modulus * (0.4 * levels ** 2 * Math.log2(modulus) + levels ** 3);
  const perFrequency = (WORK_PER_STEP * vectors + WORK_PER_TURN * columns.counts.length) * (levels - 1);
  const affordable = Math.floor((limits.work - planning) / perFrequency);
  const bytes = 16 * modulus * (2 + levels ** 2 / 4) + (160 * vectors) / (1 + Math.max(...rows.counts));
  if (affordable < FEWEST_FREQUENCIES || bytes > limits.bytes) return null;
  const lattice = countLattice(rows);
  const meanScore = totalScore(columns) / n;
  return { margins, lattice, meanScore, mean: expectedT(margins), deviation, modulus, windowed, affordable };
}

/** ln E exp(λ(T − E T)), and ln of the coefficient at θ = 0 that it was made from. */
export function* logMomentSteps(
  inversion: Inversion,
  tilt: Tilt,
): Steps<{ readonly logMoment: number; readonly logCoefficient: number }> {
  const { lattice, margins, meanScore, modulus } = inversion;
  const zero = yield* coefficientSteps(lattice, margins.columns, meanScore, tilt, [0], modulus);
  const logCoefficient = Math.log(zero.re[0]) + zero.logScale;
  const levels = tilt.levels.reduce((sum, level, l) => sum + level * lattice.counts[l], 0);
  return { logMoment: logCoefficient - levels - logArrangements(lattice.counts), logCoefficient };
}

/**
 * P(from ≤ T ≤ to) = Σ over M frequencies of the tilted characteristic function times a geometric sum over T.
 * Frequencies enter by falling bound on their term, until the bounds of the rest add up to at most `tolerance`.
 * `error` holds those, what lies outside the window round `centre` (Chernoff) and the rounding.
 */
export function* probabilitySteps(
  inversion: Inversion,
  tilt: Tilt,
  { from, to, centre }: { readonly from: number; readonly to: number; readonly centre: number },
  tolerance: number,
): Steps<BoundedP> {
  const { margins, lattice, meanScore, mean, deviation, modulus, windowed } = inversion;
  const { n, rows, columns } = margins;
  const { logMoment, logCoefficient } = yield* logMomentSteps(inversion, tilt);
  const scale = Math.exp(logMoment - tilt.lambda * (from - mean));

  let last = to;
  let cutOff = 0;
  if (windowed) {
    last = Math.min(to, Math.floor(centre + modulus / 2) - 1);
    for (const side of [-1, 1]) {
      const step = (side * modulus) / 2 / deviation ** 2;
      const further = yield* logMomentSteps(inversion, { ...tilt, lambda: tilt.lambda + step });
      cutOff += Math.exp(further.logMoment - logMoment - step * (centre + (side * modulus) / 2 - mean));
    }
  }
  const terms = last - from + 1;

  const bounds = new CoefficientBounds(lattice, columns, meanScore, tilt, modulus);
  const reachOf = (k: number, logBound: number): number =>
    Math.min(1, Math.exp(logBound - logCoefficient)) * geometricSum(tilt.lambda, k, modulus, terms).size;
  const reach = Float64Array.from({ length: modulus / 2 + 1 }, (_, k) => reachOf(k, bounds.log(k)));
  let chosen = farthestReaching(reach, tolerance / scale, inversion.affordable);
  if (chosen.frequencies.length > WORTH_SHARPENING) {
    for (const k of farthest(reach, 4 * chosen.frequencies.length)) reach[k] = reachOf(k, bounds.sharperLog(k));
    chosen = farthestReaching(reach, tolerance / scale, inversion.affordable);
  }
  const { frequencies, leftOut } = chosen;

  const { re, im, logScale } = yield* coefficientSteps(lattice, columns, meanScore, tilt, frequencies, modulus);
  // The recursion counts T from where every row has the implied level's score.
  const origin = lattice.scores.at(-1)! * totalScore(columns);
  let sum = 0;
  let sizes = 0;
  frequencies.forEach((k, i) => {
    const kernel = geometricSum(tilt.lambda, k, modulus, terms);
    const angle = (-2 * Math.PI * ((k * ((from - origin) % modulus)) % modulus)) / modulus;
    const real = kernel.re * Math.cos(angle) - kernel.im * Math.sin(angle);
    const imaginary = kernel.re * Math.sin(angle) + kernel.im * Math.cos(angle);
    sum += re[i] * real - im[i] * imaginary;
    sizes += kernel.size;
  });
  const share = sum * Math.exp(logScale - logCoefficient);
  const levels = lattice.counts.length;
  const exponent = Math.abs(tilt.lambda) * rows.scores.at(-1)! * columns.scores.at(-1)!;
  const logs = n * (4 + exponent) + logArrangements(lattice.counts) + Math.abs(logCoefficient);
  const rounding = Number.EPSILON * (sizes * n * (levels + 8) + Math.abs(share) * logs);
  return { p: scale * share, error: scale * (leftOut + cutOff + rounding) };
}

/** The fewest frequencies such that the reach of the rest adds up to `tolerance` at most; no more than `most`. */
function farthestReaching(
  reach: Float64Array,
  tolerance: number,
  most: number,
): { readonly frequencies: number[]; readonly leftOut: number } {
  const ascending = reach.slice().sort();
  let leftOut = 0;
  let rest = 0;
  while (rest < ascending.length - 1 && (leftOut + ascending[rest] <= tolerance || ascending.length - rest > most)) {
    leftOut += ascending[rest++];
  }
  return { frequencies: farthest(reach, ascending.length - rest), leftOut };
}

/** The frequencies of the greatest reach, ascending; more than `count` if the last are equal. */
function farthest(reach: Float64Array, count: number): number[] {
  const least = reach.slice().sort().at(-Math.min(count, reach.length))!;
  const frequencies: number[] = [];
  reach.forEach((value, k) => {
    if (value >= least) frequencies.push(k);
  });
  return frequencies;
}

/** Σ_{t < terms} exp(−(λ + iθ)t) / M for θ = 2πk/M, doubled where −k stands for another frequency. */
function geometricSum(
  lambda: number,
  k: number,
  modulus: number,
  terms: number,
): { readonly re: number; readonly im: number; readonly size: number } {
  const share = (k === 0 || 2 * k === modulus ? 1 : 2) / modulus;
  const one = oneMinusExp(lambda, (2 * Math.PI * k) / modulus);
  const norm = one.re * one.re + one.im * one.im;
  if (norm === 0) return { re: share * terms, im: 0, size: share * terms };
  const all = oneMinusExp(lambda * terms, (2 * Math.PI * ((k * (terms % modulus)) % modulus)) / modulus);
  const re = (share * (all.re * one.re + all.im * one.im)) / norm;
  const im = (share * (all.im * one.re - all.re * one.im)) / norm;
  return { re, im, size: Math.sqrt(re * re + im * im) };
}

/** 1 − exp(−(a + ib)), without cancellation. */
function oneMinusExp(a: number, b: number): { re: number; im: number } {
  const shrink = Math.exp(-a);
  return { re: -Math.expm1(-a) + 2 * shrink * Math.sin(b / 2) ** 2, im: shrink * Math.sin(b) };
}

function logArrangements(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum - logGamma(count + 1), logGamma(counts.reduce((sum, c) => sum + c, 0) + 1));
}
