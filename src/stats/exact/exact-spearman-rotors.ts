/**
 * The logarithm of the mean of exp(Re Σ_{l<m} h_lm z_l z̄_m) over independent uniform phases z on the unit circle, from
 * above: the partition function of L plane rotors. One rotor after the other is integrated out; the mean over its phase
 * is I₀ of the modulus of a linear form in the others, and ln I₀ lies under its tangents in the modulus squared, which
 * keep the exponent a quadratic form, so that the next rotor can follow.
 */
export class Rotors {
  readonly pairs: number;
  private readonly re: Float64Array;
  private readonly im: Float64Array;
  private readonly tangents: Float64Array;
  private readonly last: number;

  /** @param largest about the greatest |h|; beyond it the bound holds but is loose */
  constructor(
    private readonly count: number,
    largest: number,
  ) {
    this.pairs = (count * (count - 1)) / 2;
    this.re = new Float64Array(this.pairs);
    this.im = new Float64Array(this.pairs);
    this.tangents = besselTangents(largest);
    this.last = this.tangents.length / 2 - 1;
  }

  /**
   * @param entries pairs of re and im from `start` on; h_lm is `factor` × scales[l] × scales[m] × the entry of the
   *   pair (l, m), which lies at m(m − 1)/2 + l
   */
  logPartition(entries: Float64Array, start: number, factor: number, scales: Float64Array): number {
    const { re, im } = this;
    for (let m = 1, pair = 0; m < this.count; m++) {
      for (let l = 0; l < m; l++, pair++) {
        const scale = factor * scales[l] * scales[m];
        re[pair] = scale * entries[start + 2 * pair];
        im[pair] = scale * entries[start + 2 * pair + 1];
      }
    }
    let sum = 0;
    for (let m = this.count - 1; m > 1; m--) {
      const row = (m * (m - 1)) / 2;
      let squares = 0;
      let expected = 0;
      for (let b = 0; b < m; b++) {
        const reB = re[row + b];
        const imB = im[row + b];
        squares += reB * reB + imB * imB;
        for (let a = 0, pair = (b * (b - 1)) / 2; a < b; a++, pair++) {
          const real = re[row + a] * reB + im[row + a] * imB;
          const imaginary = im[row + a] * reB - re[row + a] * imB;
          // I₁(x) / I₀(x) is about x / (1 + √(1 + x²)).
          const strength = Math.sqrt(1 + re[pair] * re[pair] + im[pair] * im[pair]);
          expected += (2 * (real * re[pair] + imaginary * im[pair])) / (1 + strength);
        }
      }
      const tangent = this.tangentAt(squares + expected);
      const slope = this.tangents[tangent + 1];
      sum += this.tangents[tangent] + slope * squares;
      for (let b = 1; b < m; b++) {
        for (let a = 0, pair = (b * (b - 1)) / 2; a < b; a++, pair++) {
          re[pair] += 2 * slope * (re[row + a] * re[row + b] + im[row + a] * im[row + b]);
          im[pair] += 2 * slope * (im[row + a] * re[row + b] - re[row + a] * im[row + b]);
        }
      }
    }
    const square = re[0] * re[0] + im[0] * im[0];
    const tangent = this.tangentAt(square);
    return sum + this.tangents[tangent] + this.tangents[tangent + 1] * square;
  }

  /** Any tangent bounds; the one touching at the square expected bounds best. */
  private tangentAt(square: number): number {
    return 2 * Math.min(this.last, Math.round(TANGENT_DENSITY * Math.sqrt(Math.sqrt(Math.max(0, square)))));
  }
}

/** Tangents touch at x = (i / 8)²: whatever x lies between two of them, either is within 0.01. */
const TANGENT_DENSITY = 8;

/** Tangents of ln I₀(x) as a function of x²: height at x² = 0, then slope. */
function besselTangents(largest: number): Float64Array {
  const steps = Math.ceil(TANGENT_DENSITY * Math.sqrt(largest));
  const tangents = new Float64Array(2 * (steps + 1));
  tangents[1] = 0.25;
  for (let i = 1; i <= steps; i++) {
    const x = (i / TANGENT_DENSITY) ** 2;
    const { logI0, ratio } = besselI(x);
    tangents[2 * i + 1] = ratio / (2 * x);
    tangents[2 * i] = logI0 - (ratio * x) / 2;
  }
  return tangents;
}

/** ln I₀(x) and I₁(x)/I₀(x), as means of exp(x cos φ) over equally spaced φ; the error falls faster than any power. */
function besselI(x: number): { logI0: number; ratio: number } {
  const nodes = 24 + Math.ceil(9 * Math.sqrt(x));
  let zero = 0;
  let one = 0;
  for (let i = 0; i < nodes; i++) {
    const cosine = Math.cos((2 * Math.PI * i) / nodes);
    const value = Math.exp(x * (cosine - 1));
    zero += value;
    one += value * cosine;
  }
  return { logI0: x + Math.log(zero / nodes), ratio: one / zero };
}
