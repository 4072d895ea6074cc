import { BLANK, DECLARED_MISSING, PRESENT } from '../../dataset/column.js';
import type { TalliedText } from './column-text.js';
import { unmistakableDate } from './dates.js';
import { isDayMonthYear } from './day-month-dates.js';
import { isBlank, oftenMeansMissing } from './missing.js';
import { readNumber } from './numbers.js';
import type { DecimalMark, NumberReading, NumberRules, OddForm } from './numbers.js';

/** One text of a column, as each kind would read it. */
export interface ReadText {
  readonly text: string;
  readonly count: number;
  readonly firstRow: number;
  /** What `presenceOf` says. */
  readonly missing: number;
  /** Of a present text only. */
  readonly number: NumberReading | null;
}

/** Cells of a column by what they look like. A cell may be counted under several heads. */
export interface Evidence {
  readonly texts: readonly ReadText[];
  readonly present: number;
  /** Different present texts, spaces around them aside. */
  readonly distinct: number;
  readonly numbers: number;
  /** Numbers but for a mark that needs a rule, such as 7.2%. */
  readonly nearNumbers: number;
  /** Cells such as "." or "n/a" that often mean missing, and those that a rule makes missing. */
  readonly likelyMissing: number;
  /** Cells that are dates in one way only. */
  readonly dates: number;
  readonly dayMonthYears: number;
}

const NEAR: ReadonlySet<OddForm> = new Set<OddForm>(['percent', 'censored', 'thousands', 'decimal', 'currency']);

/** PRESENT, BLANK or DECLARED_MISSING, before the kind of the column is known. */
export function presenceOf(text: string, isDeclared: (text: string) => boolean): number {
  return isBlank(text) ? BLANK : isDeclared(text) ? DECLARED_MISSING : PRESENT;
}

/** @param isDeclared whether a text is one of the missing codes the user declared. */
export function weighEvidence(
  column: TalliedText, decimal: DecimalMark, rules: NumberRules, isDeclared: (text: string) => boolean,
): Evidence {
  const found = {
    present: 0, distinct: 0, numbers: 0, nearNumbers: 0, likelyMissing: 0, dates: 0, dayMonthYears: 0,
  };
  let hasSpaces = false;
  const texts = column.texts.map((text, index): ReadText => {
    const count = column.counts[index];
    const missing = presenceOf(text, isDeclared);
    const number = missing === PRESENT ? readNumber(text, decimal, rules) : null;
    if (number !== null) {
      found.present += count;
      found.distinct += 1;
      hasSpaces ||= text.trim() !== text;
      if (number.value !== null) found.numbers += count;
      else {
        if (NEAR.has(number.form)) found.nearNumbers += count;
        if (number.missing || oftenMeansMissing(text)) found.likelyMissing += count;
        if (number.form === 'other' && /\d/.test(text)) {
          if (unmistakableDate(text) !== null) found.dates += count;
          else if (isDayMonthYear(text)) found.dayMonthYears += count;
        }
      }
    }
    return { text, missing, count, number, firstRow: column.firstRows[index] };
  });
  if (hasSpaces) {
    found.distinct = new Set(texts.flatMap(({ text, number }) => (number === null ? [] : [text.trim()]))).size;
  }
  return { texts, ...found };
}
