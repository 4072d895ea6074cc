import type { Alternative } from '../correlation/correlation-methods.js';

export type { Alternative } from '../correlation/correlation-methods.js';

/** A shuffled statistic at most `low` or at least `high` is as extreme as the observed one. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A sum of fractions: the sum of the numerators over each denominator. */
export type Fractions = Map<number, bigint>;

/**
 * The bounds of a statistic that takes whole values only. Two-sided, |T − E| ≥ |t − E|, is asked without rounding
 * though E may be a fraction: E is added up in whole numbers and t reflected in it, so a shuffle that ties with the
 * observed value counts, exactly, as R and scipy can only ask with a tolerance.
 */
export function exactBounds(observed: number, alternative: Alternative, expectation: Fractions): Bounds {
  if (alternative === 'less') return { low: observed, high: Infinity };
  if (alternative === 'greater') return { low: -Infinity, high: observed };
  let numerator = 0n;
  let denominator = 1n;
  for (const [under, over] of expectation) {
    numerator = numerator * BigInt(under) + over * denominator;
    denominator *= BigInt(under);
  }
  const mirrored = 2n * numerator - BigInt(observed) * denominator;
  const toZero = mirrored / denominator;
  const whole = toZero * denominator === mirrored;
  const floor = Number(whole || mirrored > 0n ? toZero : toZero - 1n);
  if (floor < observed) return { low: floor, high: observed };
  return { low: observed, high: whole ? floor : floor + 1 };
}

/** The bounds of a statistic that rounds: what misses the observed value by `tolerance` still ties with it. */
export function roundedBounds(
  observed: number,
  alternative: Alternative,
  expectation: number,
  tolerance: number,
): Bounds {
  if (alternative === 'less') return { low: observed + tolerance, high: Infinity };
  if (alternative === 'greater') return { low: -Infinity, high: observed - tolerance };
  const distance = Math.abs(observed - expectation) - tolerance;
  return { low: expectation - distance, high: expectation + distance };
}
