import { decimalNumber } from '../../numeric/decimal.js';
import { printedNumbers } from '../printed-number.js';
import type { PrintedNumber } from '../printed-number.js';
import { labelOf } from './label-patterns.js';
import type { FoundLabel, LabelKind } from './label-patterns.js';

/** A number of a text and what it is called; `kind` is null where nothing says. */
export interface Atom {
  readonly kind: LabelKind | null;
  readonly label: FoundLabel | null;
  readonly number: PrintedNumber;
  readonly value: number;
  /** From the label, where there is one, to the end of the number. */
  readonly start: number;
  readonly end: number;
}

/** The numbers of a text that stand on their own: those in the brackets of a label's degrees of freedom belong to it. */
export function atomsOf(text: string): Atom[] {
  const atoms: Atom[] = [];
  for (const number of printedNumbers(joined(text))) {
    if (!isOfAStudy(number)) continue;
    const label = labelOf(text, atoms.at(-1)?.end ?? 0, number.end);
    const start = label === null ? number.start : Math.min(label.start, number.start);
    while ((atoms.at(-1)?.start ?? -1) >= start) atoms.pop();
    const value = decimalNumber(number.value);
    // No p is larger than 1.
    const kind = label === null || (label.kind === 'p' && value > 1) ? null : label.kind;
    atoms.push({ kind, label, number, value, start, end: number.end });
  }
  return atoms;
}

/** No study prints larger numbers, nor smaller p values; what does is hostile or no number. */
export function isOfAStudy({ value }: PrintedNumber): boolean {
  return Math.abs(decimalNumber(value)) < 1e15 && value.exponent > -400 && value.exponent < 16;
}

/** `88 657 of 98 942`: plain spaces between thousands made thin, as the reader of numbers knows them. */
function joined(text: string): string {
  return text.replace(/(?<![\p{L}\d.,:/]|\d )[1-9]\d{0,2}(?: \d{3})+(?![\d.,%]?\d| \d|%)/gu, (thousands) => thousands.replaceAll(' ', '\u2009'));
}
