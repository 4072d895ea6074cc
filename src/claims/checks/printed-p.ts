import { decimalNumber } from '../../numeric/decimal.js';
import type { Decimal } from '../../numeric/decimal.js';
import { roundingInterval } from './rounding.js';
import type { Interval } from './rounding.js';

/** A p as it was printed: `= .04`, `< .001`, `> .05`, or `NS`, which says that it is not below alpha. */
export interface PrintedP {
  readonly relation: '=' | '<' | '>' | 'ns';
  /** Ignored for `ns`. */
  readonly printed: Decimal;
}

/** What a recomputed p says of a printed one. */
export interface PVerdict {
  readonly fits: boolean;
  /** The print stands on one side of alpha, and all that the statistic allows on the other. */
  readonly decisionError: boolean;
}

/**
 * Whether any of the p values that a statistic allows is printed so. A printed `.000` is read as a rounded number, so
 * that it stands for p up to .0005, while `< .000` fits nothing.
 *
 * @example
 * comparePs({ low: 0.0358, high: 0.0366 }, { relation: '=', printed: decimal('.03') }, 0.05).fits; // false
 */
export function comparePs(recomputed: Interval, printed: PrintedP, alpha: number): PVerdict {
  const fits = allows(recomputed, printed, alpha);
  return { fits, decisionError: !fits && isDecisionError(recomputed, printed, alpha) };
}

/** The p values that are printed so, ends included. */
export function intervalOf({ relation, printed }: PrintedP, alpha: number): Interval {
  const value = decimalNumber(printed);
  switch (relation) {
    case '=': return { low: Math.max(0, roundingInterval(printed).low), high: Math.min(1, roundingInterval(printed).high) };
    case '<': return { low: 0, high: value };
    case '>': return { low: value, high: 1 };
    case 'ns': return { low: alpha, high: 1 };
  }
}

function allows({ low, high }: Interval, { relation, printed }: PrintedP, alpha: number): boolean {
  const value = decimalNumber(printed);
  switch (relation) {
    case '=': {
      const room = roundingInterval(printed);
      return low <= room.high * (1 + NOISE) && high >= room.low * (1 - NOISE);
    }
    case '<': return low < value;
    case '>': return high > value;
    case 'ns': return high >= alpha;
  }
}

/** Two ways to round that meet in one point must not miss each other by the last bit of a double. */
const NOISE = 1e-12;

function isDecisionError({ low, high }: Interval, { relation, printed }: PrintedP, alpha: number): boolean {
  const value = decimalNumber(printed);
  // `p = .05` is called significant by some and not by others; statcheck counts it as significant.
  const saysSignificant = (relation === '=' || relation === '<') && value <= alpha;
  const saysNot = relation === 'ns' || (relation === '=' && value > alpha) || (relation === '>' && value >= alpha);
  return (saysSignificant && low >= alpha) || (saysNot && high < alpha);
}
