import { decimalNumber } from '../../numeric/decimal.js';
import type { Decimal } from '../../numeric/decimal.js';
import { isOfAStudy } from '../paper/atoms.js';
import { printedNumbers } from '../printed-number.js';
import type { PrintedNumber } from '../printed-number.js';
import type { RowShape, TableShape } from './table-shape.js';

/** What a cell holds, once its row says what its numbers are. */
export type CellFigure =
  | { readonly form: 'count'; readonly count: number; readonly percent: Decimal | null; readonly n: number | null }
  | { readonly form: 'percent'; readonly percent: Decimal }
  | { readonly form: 'mean'; readonly mean: Decimal; readonly sd: Decimal | null }
  | { readonly form: 'middle'; readonly middle: PrintedNumber; readonly low: PrintedNumber; readonly high: PrintedNumber };

export type RowUnit = 'count-percent' | 'percent-count' | 'mean' | 'median' | 'percent' | null;

const UNITS: readonly (readonly [Exclude<RowUnit, null>, RegExp])[] = [
  ['percent-count', /%\s?\(\s?(?:n|no\.?)\s?\)/i],
  ['count-percent', /(?<!\p{L})(?:n|no\.?|numbers?|counts?|frequency)\s?\(\s?(?:%|per ?cent|percentages?)\s?\)|\(\s?%\s?\)/iu],
  ['median', /\bmedian\b|\bIQR\b|\binterquartile\b/i],
  ['mean', /\bmeans?\b|\bSD\b|\bs\.d\.|±/i],
  ['percent', /%|per ?cent/i],
];

/** `HbA1c, %` says a unit of measurement, not a share. */
const MEASURED_IN_PERCENT = /A1c|ha?emoglobin|ha?ematocrit|ejection|saturation|FEV|fat|\bchange|reduction/i;

/** What the figures of a row are, by its own label, then its section's, then the words of the table where they say one thing. */
export function unitOf(row: RowShape, header: string, { words }: TableShape): RowUnit {
  for (const label of [row.label, row.section?.label ?? '', header]) {
    const found = UNITS.find(([unit, pattern]) => pattern.test(label) && !(unit === 'percent' && MEASURED_IN_PERCENT.test(label)));
    if (found !== undefined) return found[0];
  }
  const named = UNITS.slice(0, 4).filter(([, pattern]) => pattern.test(words));
  return named.length === 1 ? named[0][0] : null;
}

/**
 * A cell by the unit of its row, and by its own shape where that says all: `57.1 ± 9.8`, `35 (65%)`, `19/53 (36)`.
 * `unsure` where `35 (65)` may be a count and a percentage or a mean and an SD; null where it is none of these.
 */
export function cellFigure(text: string, unit: RowUnit): CellFigure | 'unsure' | null {
  const numbers = printedNumbers(text.replace(/\s+/g, ' '));
  if (!numbers.every(isOfAStudy)) return null;
  const flat = text.replace(/\s+/g, ' ');
  const gap = (index: number): string => flat.slice(numbers[index].end, numbers[index + 1].start);
  const [first, second, third] = numbers;
  if (first === undefined || flat.slice(0, first.start).trim() !== '' || first.relation !== '=' || first.label !== null) return null;
  if (third !== undefined && /^\s?[/⁄]\s?$|^\s?of\s?$/.test(gap(0)) && /^\s?[([,]\s?$/.test(gap(1)) && isWhole(first) && isWhole(second)) {
    return { form: 'count', count: valueOf(first), percent: third.value, n: valueOf(second) };
  }
  if (third !== undefined) {
    if (/^\s?[([,;]\s?$/.test(gap(0)) && unit === 'median') return { form: 'middle', middle: first, low: second, high: third };
    return null;
  }
  if (second !== undefined) return pairFigure(first, second, gap(0), unit);
  if (first.percent || unit === 'percent') return { form: 'percent', percent: first.value };
  if (unit === 'mean') return { form: 'mean', mean: first.value, sd: null };
  return (unit === 'count-percent' && isWhole(first)) ? { form: 'count', count: valueOf(first), percent: null, n: null } : null;
}

function pairFigure(first: PrintedNumber, second: PrintedNumber, gap: string, unit: RowUnit): CellFigure | 'unsure' | null {
  if (/^\s?(?:±|\+\/-)\s?$/.test(gap)) return { form: 'mean', mean: first.value, sd: second.value };
  if (/^\s?[/⁄]\s?$/.test(gap) && isWhole(first) && isWhole(second)) return { form: 'count', count: valueOf(first), percent: null, n: valueOf(second) };
  if (!/^\s?[([,]\s?$/.test(gap)) return null;
  if ((unit === 'percent-count' || first.percent) && isWhole(second)) return { form: 'count', count: valueOf(second), percent: first.value, n: null };
  if (second.percent) return isWhole(first) ? { form: 'count', count: valueOf(first), percent: second.value, n: null } : null;
  if (unit === 'mean' || !isWhole(first)) return unit === 'median' ? null : { form: 'mean', mean: first.value, sd: second.value };
  if (unit === 'count-percent' || unit === 'percent') return { form: 'count', count: valueOf(first), percent: second.value, n: null };
  return unit === null && isWhole(first) ? 'unsure' : null;
}

/** Whether `35 (65)` is a count with its percentage of n, to the next whole per cent. */
export function looksLikeShare(text: string, n: number): boolean {
  const [first, second] = printedNumbers(text);
  return first !== undefined && second !== undefined && n > 0 && Math.abs((100 * valueOf(first)) / n - valueOf(second)) <= 1;
}

function isWhole({ place, percent, value }: PrintedNumber): boolean {
  return place >= 0 && !percent && value.digits >= 0n;
}

function valueOf({ value }: PrintedNumber): number {
  return decimalNumber(value);
}
