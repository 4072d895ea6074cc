/** The greatest whole number not above a / b. @param b above 0 @example floorDivide(-7n, 2n) // -4n */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

/** The least whole number not below a / b. @param b above 0 @example ceilDivide(-7n, 2n) // -3n */
export function ceilDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}
