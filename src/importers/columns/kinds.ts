import type { ColumnKind } from '../../dataset/column.js';
import type { Evidence } from './evidence.js';

/** A nominal column has at most this many different texts, each held by two cells on average. */
const NOMINAL_TEXTS = 20;

/** Why a column of numbers is kept as text. */
export type KeptAsText = 'padded' | 'long' | null;

/**
 * The kind of a column that identifies nothing, by more than half of its present cells:
 * - `date`: dates that can be read in one way only;
 * - `ordinal`: whole numbers from 0 to 10, all of them; 0/1 and 1/2 included;
 * - `number`: other numbers. Words such as "." or "n/a" do not count against them;
 * - `nominal`: at most 20 different texts, at least twice as many cells;
 * - `text`: anything else.
 */
export function kindByContent(evidence: Evidence): Exclude<ColumnKind, 'id'> {
  const { present, dates } = evidence;
  if (dates * 2 > present) return 'date';
  if (isNumeric(evidence) && keptAsText(evidence) === null) return isScale(evidence) ? 'ordinal' : 'number';
  return kindOfTexts(evidence);
}

/** Nominal or text, for cells that are no numbers or must not become any. */
export function kindOfTexts({ distinct, present }: Pick<Evidence, 'distinct' | 'present'>): 'nominal' | 'text' {
  return distinct > 0 && distinct <= NOMINAL_TEXTS && distinct * 2 <= present ? 'nominal' : 'text';
}

/** Whether most cells are numbers; one number among words that mean missing is not enough. */
export function isNumeric({ texts, numbers, present, likelyMissing }: Evidence): boolean {
  if (numbers === 0 || numbers * 2 <= present - likelyMissing) return false;
  return likelyMissing === 0 || texts.filter(({ number }) => number !== null && number.value !== null).length > 1;
}

/**
 * Numbers that would lose digits: codes of one width with leading zeros (007, 042), and whole numbers beyond
 * 2^53, which a double cannot hold.
 */
export function keptAsText({ texts }: Evidence): KeptAsText {
  let width: number | null = null;
  let zero = false;
  let digitsOfOneWidth = true;
  for (const { text, number } of texts) {
    if (number === null || number.value === null) continue;
    const trimmed = text.trim();
    const isWhole = !/[^\d+-]/.test(trimmed);
    if (isWhole && !Number.isSafeInteger(number.value)) return 'long';
    width ??= trimmed.length;
    zero ||= trimmed[0] === '0';
    digitsOfOneWidth &&= isWhole && trimmed.length === width && /^\d/.test(trimmed);
  }
  return zero && digitsOfOneWidth && width !== null && width > 1 ? 'padded' : null;
}

/** So at most eleven different values. */
function isScale({ texts }: Evidence): boolean {
  return texts.every(({ number }) => number === null || number.value === null ||
    (number.form === null && Number.isInteger(number.value) && number.value >= 0 && number.value <= 10));
}
