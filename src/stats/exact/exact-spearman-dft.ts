/**
 * The discrete Fourier transform Σ_t z_t exp(−2πi k t / n) for n = odd × 2^e. The odd factor is done outright, the
 * powers of two by Cooley & Tukey (1965).
 *
 * @example transform({ re: Float64Array.of(1, 1), im: Float64Array.of(0, 0) }) // re 2, 0; im 0, 0
 */
export function transform(input: ComplexArray): ComplexArray {
  const n = input.re.length;
  let odd = n;
  while (odd % 2 === 0) odd /= 2;
  const length = n / odd;
  const roots = rootsOfUnity(n);
  const parts = Array.from({ length: odd }, (_, first) => {
    const part = complexArray(length);
    for (let i = 0; i < length; i++) {
      part.re[i] = input.re[first + i * odd];
      part.im[i] = input.im[first + i * odd];
    }
    transformPowerOfTwo(part, roots, odd);
    return part;
  });
  if (odd === 1) return parts[0];
  const output = complexArray(n);
  parts.forEach((part, first) => {
    for (let k = 0, i = 0, turn = 0; k < n; k++) {
      output.re[k] += part.re[i] * roots.re[turn] - part.im[i] * roots.im[turn];
      output.im[k] += part.re[i] * roots.im[turn] + part.im[i] * roots.re[turn];
      if (++i === length) i = 0;
      if ((turn += first) >= n) turn -= n;
    }
  });
  return output;
}

export interface ComplexArray {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export function complexArray(length: number): ComplexArray {
  return { re: new Float64Array(length), im: new Float64Array(length) };
}

/** The least n = odd × 2^e, odd ≤ 7, that is at least `least` and a multiple of 16. */
export function transformLength(least: number): number {
  const candidates = [1, 3, 5, 7].map((odd) => odd * 2 ** Math.max(4, Math.ceil(Math.log2(least / odd))));
  return Math.min(...candidates);
}

/** exp(−2πi t / n) for t < n. */
function rootsOfUnity(n: number): ComplexArray {
  const roots = complexArray(n);
  for (let t = 0; t < n; t++) {
    roots.re[t] = Math.cos((2 * Math.PI * t) / n);
    roots.im[t] = -Math.sin((2 * Math.PI * t) / n);
  }
  return roots;
}

/** In place; `roots` are those of the length times `stride`. */
function transformPowerOfTwo({ re, im }: ComplexArray, roots: ComplexArray, stride: number): void {
  const n = re.length;
  reverseBits(re, im);
  for (let half = 1; half < n; half *= 2) {
    const turn = (stride * n) / (2 * half);
    for (let start = 0; start < n; start += 2 * half) {
      for (let i = start, root = 0; i < start + half; i++, root += turn) {
        const j = i + half;
        const real = re[j] * roots.re[root] - im[j] * roots.im[root];
        const imaginary = re[j] * roots.im[root] + im[j] * roots.re[root];
        re[j] = re[i] - real;
        im[j] = im[i] - imaginary;
        re[i] += real;
        im[i] += imaginary;
      }
    }
  }
}

function reverseBits(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    const real = re[i];
    const imaginary = im[i];
    re[i] = re[j];
    im[i] = im[j];
    re[j] = real;
    im[j] = imaginary;
  }
}
