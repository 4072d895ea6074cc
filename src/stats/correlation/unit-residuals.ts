import { dotProduct } from './dot-product.js';

/** What is left of a unit vector below this length is rounding: R's lm calls such a column aliased. */
const COLLINEAR = 1e-7;

/**
 * Unit vectors at right angles that span the same space, in the order given; null where one of them lies in the
 * span of those before it.
 *
 * @param vectors of length 1
 */
export function orthonormalBasis(vectors: readonly Float64Array[]): Float64Array[] | null {
  const basis: Float64Array[] = [];
  for (const vector of vectors) {
    const next = unitResidual(vector, basis);
    if (next === null) return null;
    basis.push(next);
  }
  return basis;
}

/**
 * The part of a unit vector at right angles to a basis, scaled to length 1; null where it lies in the span. Of
 * centred vectors these are the residuals of a regression on the basis.
 *
 * Gram-Schmidt, twice: the second pass takes off what rounding left in the first.
 * Source: Giraud, Langou & Rozložník (2005), "The loss of orthogonality in the Gram-Schmidt orthogonalization
 * process", Computers & Mathematics with Applications 50:1069-1075.
 *
 * @param basis unit vectors at right angles to each other
 * @example unitResidual(Float64Array.of(0.6, 0.8), [Float64Array.of(1, 0)]) // 0, 1
 */
export function unitResidual(vector: Float64Array, basis: readonly Float64Array[]): Float64Array | null {
  const rest = vector.slice();
  for (let pass = 0; pass < 2; pass++) {
    for (const direction of basis) {
      const share = dotProduct(direction, rest);
      for (let i = 0; i < rest.length; i++) rest[i] -= share * direction[i];
    }
  }
  const length = Math.sqrt(dotProduct(rest, rest));
  return length <= COLLINEAR ? null : scaled(rest, 1 / length);
}

/** A vector times a number. */
export function scaled(vector: Float64Array, factor: number): Float64Array {
  const product = new Float64Array(vector.length);
  for (let i = 0; i < vector.length; i++) product[i] = factor * vector[i];
  return product;
}
