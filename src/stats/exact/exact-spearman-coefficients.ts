import type { Steps } from '../steps.js';
import { Dealing, TOGETHER } from './exact-spearman-dealing.js';
import type { CountLattice } from './exact-spearman-lattice.js';
import type { RankMargin } from './exact-spearman-margins.js';
import { tiltedWeights } from './exact-spearman-tilt.js';
import type { Tilt } from './exact-spearman-tilt.js';

/** Σ over pairings of weight × exp(iθT), up to a phase, for θ = 2πk/modulus; multiplied by exp(−logScale). */
export interface Coefficients {
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly logScale: number;
}

/** Sums of products of weights are brought down by this power of two before they could overflow. */
const TOO_LARGE = 600;

/**
 * The coefficient of z₁^m₁ … z_L^m_L in Π over rows of y of Σ_l w_l(s) exp(iθ(u_l − u_L)s) z_l, at every frequency
 * k of `frequencies`: a recursion over count vectors, complex, in place. The relative error of each is at most
 * about (number of rows) × (levels + 8) roundings of the coefficient at θ = 0, in which all terms are positive.
 */
export function* coefficientSteps(
  lattice: CountLattice,
  columns: RankMargin,
  meanScore: number,
  tilt: Tilt,
  frequencies: readonly number[],
  modulus: number,
): Steps<Coefficients> {
  const re = new Float64Array(frequencies.length);
  const im = new Float64Array(frequencies.length);
  const weights = Array.from(columns.scores, (score) => tiltedWeights(tilt, lattice, score - meanScore));
  const growths = weights.map((column) => Math.log2(column.reduce((sum, weight) => sum + weight, 0)));
  const dealing = new Dealing(lattice);
  let logScale = 0;
  for (let from = 0; from < frequencies.length; from += TOGETHER) {
    dealing.clear();
    logScale = 0;
    let growth = 0;
    let dealt = 0;
    for (let column = 0; column < columns.counts.length; column++) {
      for (let i = 0; i < TOGETHER; i++) {
        turn(lattice, columns.scores[column], weights[column], frequencies[from + i] ?? 0, modulus, dealing.weights, i);
      }
      for (let tied = 0; tied < columns.counts[column]; tied++) {
        growth += growths[column];
        if (growth > TOO_LARGE) {
          dealing.scale(2 ** -TOO_LARGE);
          growth -= TOO_LARGE;
          logScale += TOO_LARGE * Math.LN2;
        }
        dealing.deal(++dealt);
      }
    }
    for (let i = from; i < Math.min(from + TOGETHER, frequencies.length); i++) ({ re: re[i], im: im[i] } = dealing.answer(i - from));
    yield from;
  }
  return { re, im, logScale };
}

/** w_l(s) exp(iθ(u_l − u_L)s) for every level but the implied one, the last first, as `Dealing` holds its weights. */
function turn(
  lattice: CountLattice,
  score: number,
  weights: Float64Array,
  frequency: number,
  modulus: number,
  turned: Float64Array,
  place: number,
): void {
  const explicit = lattice.strides.length;
  for (let level = 0; level < explicit; level++) {
    const product = ((lattice.scores[level] - lattice.scores[explicit]) * score) % modulus;
    const part = (product * frequency) % modulus;
    const angle = (2 * Math.PI * (Math.abs(part) * 2 > modulus ? part - Math.sign(part) * modulus : part)) / modulus;
    const to = 2 * TOGETHER * (explicit - 1 - level) + place;
    turned[to] = weights[level] * Math.cos(angle);
    turned[to + TOGETHER] = weights[level] * Math.sin(angle);
  }
}
