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
 * The fields of an entry that the numbers of a printed cell tell, in their order: an estimate alone or with its interval;
 * `n (%)`, with its denominator or not; `mean (SD)` or `mean ± SD`; `median [quartiles]`. Null where it may be any field.
 */
export function cellFields(entry: Entry, numbers: readonly PrintedNumber[]): readonly string[] | null {
  const has = (...fields: string[]): boolean => fields.every((field) => Object.hasOwn(entry, field));
  const shapes: (readonly string[])[] = [];
  if (has('estimate', 'ciLow', 'ciHigh')) shapes.push(['estimate'], ['estimate', 'ciLow', 'ciHigh']);
  else if (has('n', 'percent') && (entry['level'] !== null || (entry['percent'] !== null && entry['mean'] === null))) {
    shapes.push(...(numbers[0].percent ? [['percent']] : []), ['n', 'percent'], ['n', 'denominator', 'percent']);
  } else if (has('mean', 'sd', 'median')) shapes.push(['mean', 'sd'], ['median', 'q1', 'q3']);
  return shapes.find((fields) => fields.length === numbers.length) ?? null;
}
