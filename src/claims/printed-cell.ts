import type { Entry } from './select-entry.js';
import { isNotSignificant, printedNumber, printedNumbers } from './printed-number.js';
import type { PrintedNumber } from './printed-number.js';

/** What a claim's printed text is: numbers, the words "not significant", or another text. */
export type PrintedText =
  | { readonly is: 'numbers'; readonly numbers: readonly PrintedNumber[] }
  | { readonly is: 'not-significant' }
  | { readonly is: 'text'; readonly text: string };

/** @example readPrinted('7.8 (7.0 to 8.9)') // three numbers */
export function readPrinted(text: string): PrintedText {
  if (isNotSignificant(text)) return { is: 'not-significant' };
  const alone = printedNumber(text);
  const numbers = alone === null ? printedNumbers(text) : [alone];
  return numbers.length > 0 ? { is: 'numbers', numbers } : { is: 'text', text: text.trim() };
}

/**
 * The fields of an entry that the numbers of a printed cell tell, in their order: an estimate, its interval or both;
 * `n (%)`, with its denominator or not; `mean (SD)` or `mean ± SD`; `median [quartiles]`, or the quartiles as a range.
 * Null where it may be any field.
 *
 * @param text in which the numbers stand
 */
export function cellFields(entry: Entry, numbers: readonly PrintedNumber[], text: string): readonly string[] | null {
  const isRange = numbers.length === 2 && /^\s*(?:to|[-\u2010-\u2015])\s*$/.test(text.slice(numbers[0].end, numbers[1].start));
  const has = (...fields: string[]): boolean => fields.every((field) => Object.hasOwn(entry, field));
  const shapes: (readonly string[])[] = [];
  if (has('estimate', 'ciLow', 'ciHigh')) shapes.push(['estimate'], ['ciLow', 'ciHigh'], ['estimate', 'ciLow', 'ciHigh']);
  else if (has('n', 'percent') && (entry['level'] !== null || (entry['percent'] !== null && entry['mean'] === null))) {
    shapes.push(...(numbers[0].percent ? [['percent']] : []), ['n', 'percent'], ['n', 'denominator', 'percent']);
  } else if (has('mean', 'sd', 'median')) shapes.push(isRange ? ['q1', 'q3'] : ['mean', 'sd'], ['median', 'q1', 'q3']);
  return shapes.find((fields) => fields.length === numbers.length) ?? null;
}
