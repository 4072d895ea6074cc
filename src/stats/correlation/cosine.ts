/**
 * cos of the angle between two unit vectors, from the diagonals of their rhombus: 1 − |cos| keeps its digits, where
 * Σ uᵢvᵢ would lose them and could pass 1.
 *
 * Source: after Kahan (2006), "How futile are mindless assessments of roundoff in floating-point computation?", 12.
 *
 * @example cosine(Float64Array.of(1, 0), Float64Array.of(0.6, 0.8)) // 0.6
 */
export function cosine(u: Float64Array, v: Float64Array): number {
  let along = 0;
  let across = 0;
  for (let i = 0; i < u.length; i++) {
    const sum = u[i] + v[i];
    const difference = u[i] - v[i];
    along += sum * sum;
    across += difference * difference;
  }
  return (along - across) / (along + across);
}
