import type { CountLattice } from './exact-spearman-lattice.js';
import type { SpearmanMargins } from './exact-spearman-margins.js';

/**
 * An exponential change of measure. Dealing a row of y with score s to level l weighs
 * exp(levels[l] + lambda (u_l − u_L)(s − s̄)), the implied level L having weight 1.
 */
export interface Tilt {
  readonly lambda: number;
  /** In the lattice's order; the last is 0. */
  readonly levels: Float64Array;
  /** Of T under the tilt, about. */
  readonly deviation: number;
}

/** T of two margins, and its moments. */
export interface TiltedSum {
  readonly margins: SpearmanMargins;
  readonly lattice: CountLattice;
  readonly meanScore: number;
  readonly mean: number;
  readonly deviation: number;
}

const ROUNDS = 100;
const CLOSE = 0.01;

/**
 * The tilt under which rows dealt out independently have about the wanted counts and about T = t: the saddle point
 * of the double generating function (Skovgaard 1987). Any tilt gives the right p; a good one keeps the sums small.
 */
export function tiltTowards({ margins, lattice, meanScore, mean, deviation }: TiltedSum, t: number): Tilt {
  const { n, columns } = margins;
  const { scores, counts } = lattice;
  const implied = counts.length - 1;
  const target = t - mean;
  const levels = Float64Array.from(counts, (count) => Math.log(count / n));
  const share = new Float64Array(counts.length);
  let lambda = target / deviation ** 2;
  let variance = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const taken = new Float64Array(counts.length);
    let sum = 0;
    variance = 0;
    columns.scores.forEach((score, column) => {
      const s = score - meanScore;
      let norm = 0;
      for (let l = 0; l <= implied; l++) {
        share[l] = Math.exp(levels[l] + lambda * (scores[l] - scores[implied]) * s);
        norm += share[l];
      }
      let first = 0;
      let second = 0;
      for (let l = 0; l <= implied; l++) {
        const weight = share[l] / norm;
        taken[l] += weight * columns.counts[column];
        first += weight * scores[l];
        second += weight * scores[l] ** 2;
      }
      sum += columns.counts[column] * s * first;
      variance += columns.counts[column] * s * s * Math.max(0, second - first * first);
    });
    let off = Math.abs(target - sum) / deviation;
    for (let l = 0; l <= implied; l++) {
      const step = Math.log(counts[l] / taken[l]);
      levels[l] += step;
      off = Math.max(off, Math.abs(step));
    }
    if (off < CLOSE) break;
    const furthest = (Math.abs(lambda) + 1 / deviation) / 2;
    lambda += Math.max(-furthest, Math.min(furthest, (target - sum) / variance));
  }
  return { lambda, levels: levels.map((level) => level - levels[implied]), deviation: Math.sqrt(variance) };
}

/** The weights of one column, by level. */
export function tiltedWeights(tilt: Tilt, lattice: CountLattice, centredScore: number): Float64Array {
  const reference = lattice.scores.at(-1)!;
  return tilt.levels.map((level, l) => Math.exp(level + tilt.lambda * (lattice.scores[l] - reference) * centredScore));
}
