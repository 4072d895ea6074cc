import { addDecimals, compareDecimals, decimalNumber, decimalOf, decimalText, roundDecimal } from '../numeric/decimal.js';
import type { Decimal, Rounding } from '../numeric/decimal.js';
import type { ClaimVerdict } from '../results/reproduce.js';
import type { PrintedNumber, Relation } from './printed-number.js';


/** Which way of cutting digits a print is held to: `either` takes a tie both ways, `truncate` only cut digits. */
export type AcceptedRounding = 'either' | Rounding;

export interface Comparison {
  readonly verdict: ClaimVerdict;
  /** The ways of rounding a tie that give the print; empty where there is no tie. */
  readonly tie: readonly Rounding[];
  /** How many units of the last printed digit lie between the print and what should be printed; null under `<` and `>`. */
  readonly units: number | null;
  /** What computed values the print allows, in words of numbers: `-0.295 to -0.285`, `<0.05`. */
  readonly accepted: string;
  /** What the print should be, at its own decimals; null where nothing was computed. */
  readonly expected: string | null;
  /** The print and the computed value lie on different sides of zero. */
  readonly otherSign: boolean;
}

const TIES = ['half-up', 'half-down', 'half-even'] as const;

/**
 * Holds a computed value against a printed number. The decimals of the print are its unit; a tie is a match whichever
 * way it was rounded, and is named. Ties and bounds are decided in exact decimals, of the computed value at its known
 * digits (see decimalOf). Cut digits are `truncated`, which counts as a mismatch unless `rounding` asks for it.
 *
 * @param computed null where there is nothing to compare with.
 * @example compareWithPrinted(0.0438, printedNumber('p = .04')!).verdict // 'match'
 */
export function compareWithPrinted(
  computed: number | null, printed: PrintedNumber, { rounding = 'either' }: { readonly rounding?: AcceptedRounding } = {},
): Comparison {
  const accepted = acceptedValues(printed, rounding);
  const none = { tie: [], units: null, accepted, otherSign: false };
  if (computed === null || !Number.isFinite(computed)) return { ...none, verdict: 'uncomputable', expected: null };
  const value = decimalOf(computed);
  const expected = decimalText(unsignedZero(roundDecimal(value, printed.place, rounding === 'either' ? 'half-up' : rounding)));
  if (printed.relation !== '=') {
    return { ...none, verdict: holds(value, printed) ? 'match' : 'mismatch', expected };
  }
  const rounded = new Map([...TIES, 'truncate' as const].map((way) => [way, isPrint(roundDecimal(value, printed.place, way), printed)]));
  const matching = TIES.filter((way) => rounded.get(way));
  const tie = matching.length === TIES.length ? [] : matching;
  const otherSign = value.digits * printed.value.digits < 0n;
  const matches = rounding === 'either' ? matching.length > 0 : rounded.get(rounding)!;
  if (matches) return { verdict: tie.length > 0 && rounding === 'either' ? 'match-by-tie' : 'match', tie, units: 0, accepted, expected, otherSign };
  const truncated = rounded.get('truncate')! && rounding !== 'truncate' && matching.length === 0;
  return { verdict: truncated ? 'truncated' : 'mismatch', tie, units: unitsApart(value, printed), accepted, expected, otherSign };
}

/** The least and greatest values that round to a print, both included; null where a relation leaves one end open. */
export function roundingInterval({ value, place, relation }: PrintedNumber): { readonly low: Decimal | null; readonly high: Decimal | null } {
  if (relation !== '=') return relation.startsWith('<') ? { low: null, high: value } : { low: value, high: null };
  const half = { digits: 5n, exponent: place - 1 };
  return { low: addDecimals(value, { ...half, digits: -5n }), high: addDecimals(value, half) };
}

const SHOWN: Readonly<Record<Relation, string>> = { '=': '', '<': '<', '<=': '≤', '>': '>', '>=': '≥' };

function acceptedValues(printed: PrintedNumber, rounding: AcceptedRounding): string {
  const { value, place, relation } = printed;
  if (relation !== '=') return SHOWN[relation] + decimalText(value);
  if (rounding === 'truncate') {
    const unit = { digits: value.digits < 0n ? -1n : 1n, exponent: place };
    return `${decimalText(value)} to below ${decimalText(addDecimals(value, unit))}`;
  }
  const { low, high } = roundingInterval(printed);
  return `${decimalText(low!)} to ${decimalText(high!)}`;
}

function holds(value: Decimal, { value: bound, relation }: PrintedNumber): boolean {
  const order = compareDecimals(value, bound);
  if (relation === '<') return order < 0;
  if (relation === '>') return order > 0;
  return relation === '<=' ? order <= 0 : order >= 0;
}

function isPrint(rounded: Decimal, { value }: PrintedNumber): boolean {
  return compareDecimals(rounded, value) === 0;
}

/** At least 1 of a mismatch, whatever way a tie would have gone. */
function unitsApart(value: Decimal, { value: printed, place }: PrintedNumber): number {
  const nearest = TIES.map((way) => roundDecimal(value, place, way).digits - roundDecimal(printed, place, 'half-up').digits)
    .map((difference) => (difference < 0n ? -difference : difference));
  return Math.max(1, decimalNumber({ digits: nearest.reduce((least, one) => (one < least ? one : least)), exponent: 0 }));
}

function unsignedZero(value: Decimal): Decimal {
  return value.digits === 0n ? { ...value, digits: 0n } : value;
}
