import { complexArray, transform } from './exact-spearman-dft.js';
import type { CountLattice } from './exact-spearman-lattice.js';
import type { RankMargin } from './exact-spearman-margins.js';
import { Rotors } from './exact-spearman-rotors.js';
import { tiltedWeights } from './exact-spearman-tilt.js';
import type { Tilt } from './exact-spearman-tilt.js';

/** The sharpest start on 54 rows: weights rescaled by level to the power −0.35 of the level's share. */
const SHARE_EXPONENT = -0.35;
/** Columns of k tied rows count for (k + 6)/7 times less in the mean: the sharpest on 54 rows, tied by rounding. */
const TIE_WEIGHT = 6;
/** Where ln S is touched, as multiples of S without interference. */
const TANGENTS = [1, 1.12, 1.3, 1.55, 1.9, 2.4, 3, 4, 5.5, 8];

/**
 * Upper bounds on the moduli of the coefficients that `coefficientSteps` computes, without its recursion.
 *
 * A coefficient is, up to the rescaling of levels, at most the mean over phases α of Π_j |f_j(α)|, a product over the
 * rows of y of f_j = Σ_l v_l(s_j) exp(i(α_l + θ u_l s_j)). (1) By the inequality of the arithmetic and geometric mean
 * Π |f_j|² ≤ Π a_j · S(α)^n for any a_j > 0, with S the mean of |f_j|² / a_j: a Hermitian form in the L phases, its
 * entries discrete Fourier transforms of the scores. (2) ln S lies under its tangents, ln S ≤ ln c + S/c − 1 for any
 * c > 0. (3) The mean of the exponential of a form in phases is bounded by `Rotors`. What is free (v by level, a_j, c)
 * is chosen to make the bound small.
 */
export class CoefficientBounds {
  private readonly n: number;
  private readonly constant: number;
  /** The part of S that does not depend on phases, by level. */
  private readonly still: Float64Array;
  private readonly entries: Float64Array;
  private readonly rotors: Rotors;
  private readonly counts: readonly number[];
  private readonly scales: Float64Array;

  constructor(lattice: CountLattice, columns: RankMargin, meanScore: number, tilt: Tilt, modulus: number) {
    const { counts } = lattice;
    const n = counts.reduce((sum, count) => sum + count, 0);
    const rescale = counts.map((count) => (count / n) ** SHARE_EXPONENT);
    const weights = Array.from(columns.scores, (score) =>
      tiltedWeights(tilt, lattice, score - meanScore).map((weight, l) => weight * rescale[l]),
    );
    const sizes = weights.map((column, j) => {
      const square = column.reduce((sum, v) => sum + v * v, 0);
      return (square * (columns.counts[j] + TIE_WEIGHT)) / (1 + TIE_WEIGHT);
    });
    let constant = 0;
    sizes.forEach((size, j) => (constant += (columns.counts[j] / 2) * Math.log(size)));
    rescale.forEach((factor, l) => (constant -= counts[l] * Math.log(factor)));
    this.n = n;
    this.counts = counts;
    this.constant = constant;
    this.still = Float64Array.from(counts, (_, l) =>
      sizes.reduce((sum, size, j) => sum + (columns.counts[j] / n) * (weights[j][l] ** 2 / size), 0),
    );
    this.entries = formEntries(lattice, columns, weights, sizes, modulus, n);
    this.rotors = new Rotors(counts.length, n);
    this.scales = new Float64Array(counts.length);
  }

  /** ln of the bound at θ = 2πk/modulus. */
  log(k: number): number {
    this.scales.fill(1);
    return this.overTangents(k, 1).value;
  }

  /** The same, after a search for better scales of the levels: some twenty times the work. */
  sharperLog(k: number): number {
    this.scales.fill(1);
    const { value, tangent } = this.overTangents(k, 1);
    let best = value;
    for (let level = 0; level < this.counts.length; level++) {
      for (const step of [0.85, 0.85, 1 / 0.85, 1 / 0.85]) {
        const before = this.scales[level];
        this.scales[level] = before * step;
        const tried = this.at(k, tangent);
        if (tried < best) best = tried;
        else this.scales[level] = before;
      }
    }
    return Math.min(best, this.overTangents(k, tangent).value);
  }

  private overTangents(k: number, start: number): { value: number; tangent: number } {
    let tangent = start;
    let value = this.at(k, start);
    for (const direction of [1, -1]) {
      for (let next = tangent + direction; next >= 0 && next < TANGENTS.length; next += direction) {
        const tried = this.at(k, next);
        if (tried >= value) break;
        value = tried;
        tangent = next;
      }
      if (tangent > start) break;
    }
    return { value, tangent };
  }

  private at(k: number, tangent: number): number {
    const { n, scales, still, counts, rotors } = this;
    let rest = 0;
    let levels = 0;
    for (let l = 0; l < counts.length; l++) {
      rest += still[l] * scales[l] ** 2;
      levels += counts[l] * Math.log(scales[l]);
    }
    const c = rest * TANGENTS[tangent];
    const interference = rotors.logPartition(this.entries, 2 * k * rotors.pairs, n / c, scales);
    return this.constant - levels + (n / 2) * (Math.log(c) + 1 / TANGENTS[tangent] - 1) + interference;
  }
}

/** Σ_s share(s) v_l v_m / a exp(−iθ(u_l − u_m)s) for the pairs l < m: re, im by pair by frequency. */
function formEntries(
  lattice: CountLattice,
  columns: RankMargin,
  weights: readonly Float64Array[],
  sizes: readonly number[],
  modulus: number,
  n: number,
): Float64Array {
  const pairs = levelPairs(lattice.counts.length);
  const half = modulus / 2;
  const entries = new Float64Array(2 * pairs.length * (half + 1));
  // Two real sequences make one complex one: the spectra come apart by symmetry.
  for (let first = 0; first < pairs.length; first += 2) {
    const sequences = complexArray(modulus);
    const parts = [sequences.re, sequences.im];
    pairs.slice(first, first + 2).forEach(([l, m], part) => {
      columns.scores.forEach((score, column) => {
        const shift = ((lattice.scores[l] - lattice.scores[m]) * score) % modulus;
        const at = shift < 0 ? shift + modulus : shift;
        parts[part][at] += ((columns.counts[column] / n) * weights[column][l] * weights[column][m]) / sizes[column];
      });
    });
    const { re, im } = transform(sequences);
    for (let k = 0; k <= half; k++) {
      const mirror = k === 0 ? 0 : modulus - k;
      const to = 2 * (k * pairs.length + first);
      entries[to] = (re[k] + re[mirror]) / 2;
      entries[to + 1] = (im[k] - im[mirror]) / 2;
      if (first + 1 === pairs.length) continue;
      entries[to + 2] = (im[k] + im[mirror]) / 2;
      entries[to + 3] = (re[mirror] - re[k]) / 2;
    }
  }
  return entries;
}

function levelPairs(levels: number): [number, number][] {
  const below = (m: number): [number, number][] => Array.from({ length: m }, (_, l) => [l, m]);
  return Array.from({ length: levels }, (_, m) => below(m)).flat();
}
