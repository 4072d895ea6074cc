import { compareDecimals, decimalOf, decimal } from '../numeric/decimal.js';
import { roundingInterval } from './compare-printed.js';
import type { PrintedNumber } from './printed-number.js';

/** A sign of significance, and the p below which it is printed. */
export interface StarLevel {
  readonly mark: string;
  readonly below: number;
}

/** The usual stars, for a print that does not say what its stars mean. */
export const USUAL_STARS: readonly StarLevel[] = [
  { mark: '*', below: 0.05 }, { mark: '**', below: 0.01 }, { mark: '***', below: 0.001 },
];

/** The p that a mark stands for: at least `from`, less than `below`. */
export interface MarkedP {
  readonly from: number;
  readonly below: number;
}

/** What a mark says of p: below its own level, and not below the next stricter one. Null for a mark without a level. */
export function markedP(mark: string, levels: readonly StarLevel[]): MarkedP | null {
  const own = levels.find((level) => level.mark === mark);
  if (own === undefined) return null;
  const stricter = levels.filter(({ below }) => below < own.below).map(({ below }) => below);
  return { from: Math.max(0, ...stricter), below: own.below };
}

/** What the absence of any mark says of p. */
export function unmarkedP(levels: readonly StarLevel[], alpha: number): MarkedP {
  return { from: levels.length === 0 ? alpha : Math.max(...levels.map(({ below }) => below)), below: Infinity };
}

/** The mark that a p gets; empty for none. */
export function markOf(p: number, levels: readonly StarLevel[]): string {
  return [...levels].sort((a, b) => a.below - b.below).find(({ below }) => isBelow(p, below))?.mark ?? '';
}

/** Whether p, at its known digits, is less than a level. */
export function isBelow(p: number, level: number): boolean {
  return level === Infinity || compareDecimals(decimalOf(p), decimal(String(level))) < 0;
}

/** Whether a printed p is below alpha; null where what it rounds from may lie on either side. */
export function printedBelow(printed: PrintedNumber, alpha: number): boolean | null {
  const level = decimal(String(alpha));
  if (printed.relation === '<' || printed.relation === '<=') {
    const order = compareDecimals(printed.value, level);
    return order < 0 || (order === 0 && printed.relation === '<') ? true : null;
  }
  if (printed.relation !== '=') return compareDecimals(printed.value, level) >= 0 ? false : null;
  const { low, high } = roundingInterval(printed);
  if (compareDecimals(high!, level) < 0) return true;
  return compareDecimals(low!, level) > 0 ? false : null;
}
