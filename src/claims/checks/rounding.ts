import type { Decimal } from '../../numeric/decimal.js';

/** How a number lost its further digits. `either` takes a half both up and down, since papers seldom say. */
export type RoundingRule =
  | 'either' | 'half-up' | 'half-down' | 'half-even'
  | 'ceiling' | 'floor' | 'ceiling-or-floor' | 'truncate' | 'away-from-zero'
  /** Up from this digit on (5 is `half-up`), or its mirror image (5 is `half-down`). */
  | { readonly upFrom: number } | { readonly downFrom: number };

/** Where the unrounded number may lie, in tenths of the last printed digit from the printed number. */
export interface RoundingRoom {
  readonly below: number;
  readonly above: number;
  readonly takesBelow: boolean;
  readonly takesAbove: boolean;
}

/**
 * The room that a rounding leaves on both sides of a printed number, which has `units` of its last digit.
 *
 * @example
 * roundingRoom('half-up', 29n); // { below: 5, takesBelow: true, above: 5, takesAbove: false }
 */
export function roundingRoom(rounding: RoundingRule, units: bigint): RoundingRoom {
  if (typeof rounding === 'object') {
    if ('upFrom' in rounding) return room(10 - rounding.upFrom, true, rounding.upFrom, false);
    return room(rounding.downFrom, false, 10 - rounding.downFrom, true);
  }
  switch (rounding) {
    case 'either': return room(5, true, 5, true);
    case 'half-up': return room(5, true, 5, false);
    case 'half-down': return room(5, false, 5, true);
    case 'half-even': return units % 2n === 0n ? room(5, true, 5, true) : room(5, false, 5, false);
    case 'ceiling': return room(10, false, 0, true);
    case 'floor': return room(0, true, 10, false);
    case 'ceiling-or-floor': return room(10, false, 10, false);
    case 'truncate': return units === 0n ? room(10, false, 10, false) : roundingRoom(units > 0n ? 'floor' : 'ceiling', units);
    case 'away-from-zero': return units === 0n ? room(0, true, 0, true) : roundingRoom(units > 0n ? 'ceiling' : 'floor', units);
  }
}

/**
 * The interval of numbers that are printed so, ends included.
 *
 * @example
 * roundingInterval(decimal('4.5')); // { low: 4.45, high: 4.55 }
 */
export function roundingInterval({ digits, exponent }: Decimal): Interval {
  // Read from its decimal text, so that each end is the double nearest to it.
  const end = (tenths: bigint): number => Number(`${10n * digits + tenths}e${exponent - 1}`);
  return { low: end(-5n), high: end(5n) };
}

/** All numbers from `low` to `high`, both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

function room(below: number, takesBelow: boolean, above: number, takesAbove: boolean): RoundingRoom {
  return { below, takesBelow, above, takesAbove };
}
