import { brentRoot } from '../../numeric/brent-root.js';
import { margins } from './contingency-table.js';
import type { ContingencyTable } from './contingency-table.js';
import { requireTwoByTwo } from './odds-ratio.js';
import { undefinedEffect } from '../test-result.js';
import type { Effect, OneSidedP, TestResult } from '../test-result.js';

export interface FisherExactResult extends TestResult<'exact'>, OneSidedP {
  /** The conditional maximum likelihood estimate, not ad / bc; 0 or Infinity where a margin allows nothing beyond. */
  readonly oddsRatio: Effect;
}

/** The counts that the first cell can take, from `low` up, when rows and columns are independent. */
interface Hypergeometric {
  readonly low: number;
  readonly probability: Float64Array;
  /** ln of the probability over that of the mode, where the probability itself may be too small for a double. */
  readonly logWeight: Float64Array;
}

/** R's: a table this little more probable than the observed one counts as equally so. */
const TIE = 1 + 1e-7;

/**
 * Fisher's exact test of a 2×2 table. The two-sided p adds up the tables no more probable than the observed one;
 * `pLess` and `pGreater` are those of an odds ratio below and above 1.
 *
 * Source: Fisher (1935); the conditional estimate and interval after Cornfield (1956), the limits each giving half of
 * 1 − confidence, as R's `fisher.test`.
 *
 * @param tolerance how far from its root an odds ratio or limit (or, above 1, its reciprocal) may be. 0 gives all
 * digits. R 4 stops at 2⁻¹³: for [[3, 1], [1, 3]] it prints the limits 0.2117329 and 621.9337505, and the roots are
 * 0.2117356 and 626.2435306. With 2 ** -13 R's own figures come out, to compare with.
 * @throws RangeError as `margins` does, or where the table is not 2×2
 * @example fisherExact([[3, 1], [1, 3]]) // { p: 0.485714, oddsRatio: { estimate: 6.40832, … }, … }
 */
export function fisherExact(table: ContingencyTable, confidence = 0.95, tolerance = 0): FisherExactResult {
  const { rows, columns, n } = margins(table);
  requireTwoByTwo(table);
  const none = { statistic: null, df: null, pMethod: 'exact' as const };
  if (n === 0) {
    const reason = 'empty-group';
    return { ...none, p: null, pLess: null, pGreater: null, reason, oddsRatio: undefinedEffect(reason) };
  }
  const { low, probability, logWeight } = hypergeometric(rows[0], columns[0], n);
  const observed = table[0][0] - low;
  const limit = probability[observed] * TIE;
  return {
    ...none,
    p: Math.min(1, probability.reduce((total, each) => (each <= limit ? total + each : total), 0)),
    pLess: lowerTail(probability, observed),
    pGreater: upperTail(probability, observed),
    reason: null,
    oddsRatio: conditionalOddsRatio(logWeight, observed, confidence, tolerance),
  };
}

/** @param logWeight the distribution under independence; @param observed the observed count's place in it */
function conditionalOddsRatio(
  logWeight: Float64Array,
  observed: number,
  confidence: number,
  tolerance: number,
): Effect {
  const last = logWeight.length - 1;
  if (last === 0) return undefinedEffect('empty-margin');
  const tail = (1 - confidence) / 2;
  const under = (odds: number): Float64Array => tilted(logWeight, odds);
  const mean = (odds: number): number => under(odds).reduce((total, each, i) => total + i * each, 0);
  return {
    estimate: observed === 0 ? 0 : observed === last ? Infinity : solve((odds) => mean(odds) - observed, tolerance),
    ciLow: observed === 0 ? 0 : solve((odds) => upperTail(under(odds), observed) - tail, tolerance),
    ciHigh: observed === last ? Infinity : solve((odds) => lowerTail(under(odds), observed) - tail, tolerance),
    reason: null,
  };
}

/** The odds ratio at which f is 0, sought as itself up to 1 and as its reciprocal above. */
function solve(f: (odds: number) => number, tolerance: number): number {
  const atOne = f(1);
  if (atOne === 0) return 1;
  if (atOne > 0 !== f(0) > 0) return brentRoot(f, 0, 1, tolerance);
  return 1 / brentRoot((reciprocal) => f(1 / reciprocal), tolerance === 0 ? 0 : Number.EPSILON, 1, tolerance);
}

/** Each count by its ratio to the neighbour nearer the mode, so that no tail is lost. */
function hypergeometric(row: number, column: number, n: number): Hypergeometric {
  const low = Math.max(0, row + column - n);
  const high = Math.min(row, column);
  const weight = new Float64Array(high - low + 1);
  const logWeight = new Float64Array(high - low + 1);
  const mode = Math.min(high, Math.max(low, Math.floor(((row + 1) * (column + 1)) / (n + 2)))) - low;
  /** P(i + 1) / P(i), i counted from `low`. */
  const ratio = (i: number): number => {
    const x = low + i;
    return (((row - x) / (x + 1)) * (column - x)) / (n - row - column + x + 1);
  };
  weight[mode] = 1;
  for (let i = mode; i < high - low; i++) {
    weight[i + 1] = weight[i] * ratio(i);
    logWeight[i + 1] = logWeight[i] + Math.log(ratio(i));
  }
  for (let i = mode - 1; i >= 0; i--) {
    weight[i] = weight[i + 1] / ratio(i);
    logWeight[i] = logWeight[i + 1] - Math.log(ratio(i));
  }
  return { low, probability: normalised(weight), logWeight };
}

/** The distribution under an odds ratio other than 1, Fisher's noncentral one: each weight times oddsˣ. */
function tilted(logWeight: Float64Array, odds: number): Float64Array {
  const certain = odds === 0 ? 0 : logWeight.length - 1;
  if (odds === 0 || odds === Infinity) return logWeight.map((_, i) => (i === certain ? 1 : 0));
  const logOdds = Math.log(odds);
  const logs = logWeight.map((each, i) => each + i * logOdds);
  const most = logs.reduce((a, b) => Math.max(a, b));
  return normalised(logs.map((each) => Math.exp(each - most)));
}

function lowerTail(probability: Float64Array, observed: number): number {
  return Math.min(1, probability.subarray(0, observed + 1).reduce((total, each) => total + each, 0));
}

function upperTail(probability: Float64Array, observed: number): number {
  return Math.min(1, probability.subarray(observed).reduce((total, each) => total + each, 0));
}

function normalised(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
