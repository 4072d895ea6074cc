import { normalQuantile, normalUpperTail } from '../../numeric/normal.js';
import type { TestResult, WhyUndefined } from '../test-result.js';

/** `statistic` is W, from above 0 to 1; small is far from normal. */
export type ShapiroWilkResult = TestResult<'exact' | 'royston'> & { readonly n: number };

const FEWEST = 3;
/** Beyond it Royston did not fit the p; W still means something. */
const MOST = 5000;

/** Polynomials of Royston (1995), constant first: the two outer weights in n^(−½), then moments of ln(1 − W). */
const OUTERMOST = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
const SECOND = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];
const SMALL_GAMMA = [-2.273, 0.459];
const SMALL_MEAN = [0.544, -0.39978, 0.025054, -0.0006714];
const SMALL_LOG_SD = [1.3822, -0.77857, 0.062767, -0.0020322];
const LARGE_MEAN = [-1.5861, -0.31082, -0.083751, 0.0038915];
const LARGE_LOG_SD = [-0.4803, -0.082676, 0.0030302];

/**
 * The Shapiro-Wilk test of normality for 3 to 5,000 values, as R's `shapiro.test`.
 *
 * Source: Shapiro & Wilk (1965); weights and p: Royston (1995), "Remark AS R94", Appl. Stat. 44:547-551; the p of
 * three values is exact.
 *
 * @param values finite
 * @example shapiroWilk(Float64Array.of(2, 1, 4, 3, 5)) // { statistic: 0.986762, p: 0.967174, … }
 */
export function shapiroWilk(values: Float64Array): ShapiroWilkResult {
  const n = values.length;
  const pMethod = n === FEWEST ? 'exact' : 'royston';
  const none = (reason: WhyUndefined): ShapiroWilkResult =>
    ({ statistic: null, df: null, p: null, pMethod, n, reason });
  if (n === 0) return none('empty-group');
  if (n < FEWEST) return none('too-few');
  if (n > MOST) return none('too-large');
  const sorted = values.slice().sort();
  const range = sorted[n - 1] - sorted[0];
  if (range === 0) return none('constant');
  const rest = oneMinusW(sorted.map((value) => value / range));
  return { statistic: 1 - rest, df: null, p: pOf(rest, n), pMethod, n, reason: null };
}

/**
 * 1 − W, which keeps its digits where W is near 1. The values come divided by their range but not shifted, as in
 * R: a shift would be the better arithmetic for 100,000,001 to 100,000,007, and differ from R in the ninth digit.
 */
function oneMinusW(sorted: Float64Array): number {
  const n = sorted.length;
  const half = weights(n);
  const centre = sorted.reduce((total, value) => total + value, 0) / n;
  let squares = 0;
  let weightSquares = 0;
  let product = 0;
  for (let i = 0; i < n; i++) {
    const mirrored = n - 1 - i;
    const weight = i === mirrored ? 0 : i < mirrored ? -half[i] : half[mirrored];
    const deviation = sorted[i] - centre;
    squares += deviation * deviation;
    weightSquares += weight * weight;
    product += weight * deviation;
  }
  const root = Math.sqrt(weightSquares * squares);
  return ((root - product) * (root + product)) / (weightSquares * squares);
}

/** The weights of the larger half of the values, outermost first: Royston's fit to the normal order statistics. */
function weights(n: number): Float64Array {
  const half = Math.floor(n / 2);
  if (n === FEWEST) return Float64Array.of(Math.SQRT1_2);
  const m = Float64Array.from({ length: half }, (_, i) => -normalQuantile((i + 1 - 0.375) / (n + 0.25)));
  const total = 2 * m.reduce((sum, each) => sum + each * each, 0);
  const length = Math.sqrt(total);
  const outer = [polynomial(OUTERMOST, 1 / Math.sqrt(n)) + m[0] / length];
  if (n > 5) outer.push(polynomial(SECOND, 1 / Math.sqrt(n)) + m[1] / length);
  const left = total - 2 * outer.reduce((sum, _, i) => sum + m[i] * m[i], 0);
  const leftOfOne = 1 - 2 * outer.reduce((sum, each) => sum + each * each, 0);
  const factor = Math.sqrt(left / leftOfOne);
  return m.map((each, i) => (i < outer.length ? outer[i] : each / factor));
}

function pOf(rest: number, n: number): number {
  if (n === FEWEST) {
    const angle = Math.asin(Math.sqrt(Math.min(1, 1 - rest))) - Math.asin(Math.sqrt(0.75));
    return Math.max(0, (6 / Math.PI) * angle);
  }
  const y = Math.log(rest);
  const logN = Math.log(n);
  if (n > 11) return normalUpperTail((y - polynomial(LARGE_MEAN, logN)) / Math.exp(polynomial(LARGE_LOG_SD, logN)));
  const gamma = polynomial(SMALL_GAMMA, n);
  if (y >= gamma) return 0;
  return normalUpperTail((-Math.log(gamma - y) - polynomial(SMALL_MEAN, n)) / Math.exp(polynomial(SMALL_LOG_SD, n)));
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((value, coefficient) => value * x + coefficient, 0);
}
