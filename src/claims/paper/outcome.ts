import { decimal, decimalNumber } from '../../numeric/decimal.js';
import type { CheckedFigure, UncheckedReason } from '../../results/check-reasons.js';
import type { PrintedP } from '../checks/printed-p.js';
import { roundingInterval } from '../checks/rounding.js';
import type { Interval } from '../checks/rounding.js';
import type { Atom } from './atoms.js';

/** A figure without its place and print, which the text knows. */
export type Outcome = Omit<CheckedFigure, 'place' | 'printed'>;

export const NOT_SIGNIFICANT: PrintedP = { relation: 'ns', printed: decimal('1') };

export function printedP({ number }: Atom): PrintedP {
  return { relation: number.relation.startsWith('<') ? '<' : number.relation.startsWith('>') ? '>' : '=', printed: number.value };
}

export function unchecked(lacks: UncheckedReason['lacks'], kind: Outcome['kind'] = 'p'): Outcome {
  return { kind, verdict: 'not-checkable', computed: null, reason: { about: 'unchecked', lacks } };
}

/** The sizes that a printed statistic may have. */
export function statisticInterval({ number }: Atom): Interval {
  if (number.relation.startsWith('<')) return { low: 0, high: Math.abs(decimalNumber(number.value)) };
  if (number.relation.startsWith('>')) return { low: Math.abs(decimalNumber(number.value)), high: Infinity };
  return roundingInterval(number.value);
}
