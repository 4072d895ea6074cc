import { decimal } from '../numeric/decimal.js';
import type { Decimal } from '../numeric/decimal.js';

export type Relation = '=' | '<' | '<=' | '>' | '>=';

/** One number as it stands in print. */
export interface PrintedNumber {
  /** As it stands, from its label to its last mark. */
  readonly text: string;
  /** Where `text` starts and ends in what was read, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What the number is said to be: `p` of `p < .05`, `t(28)` of `t(28) = 2.20`; null where nothing is. */
  readonly label: string | null;
  /** `=` where none is printed. */
  readonly relation: Relation;
  readonly value: Decimal;
  /** The power of ten of the last printed digit, which is the unit the print can be wrong by: −2 for `0.29`. */
  readonly place: number;
  readonly percent: boolean;
  /** Signs of significance or of footnotes behind the number: `**`, `#`. */
  readonly marks: string;
}

export const MINUS = '-\u2212\u2010\u2011\u2012\u2013\uFE63\uFF0D';
const THIN = '\u00A0\u2006\u2007\u2009\u200A\u202F';
const GROUPED = `\\d{1,3}(?:,\\d{3})+(?![\\d])|\\d{1,3}(?:[${THIN}'’]\\d{3})+(?!\\d)`;
const POINT = '[.\u00B7\u2219\u22C5]';
const BODY = `(?:(?:${GROUPED}|\\d+)(?:${POINT}\\d+)?|${POINT}\\d+)`;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const POWER = `\\s?(?:[×xX*]|${POINT}(?=\\s?10))\\s?10\\s?(?:(?:\\^|\\*\\*)\\s?[({]?\\s?[${MINUS}+]?\\s?\\d{1,3}[)}]?|[${MINUS}]\\s?\\d{1,3}|[⁺⁻]?[${SUPERSCRIPTS}]{1,3}|\\d{1,3}(?![\\d.%]))`;
const EXPONENT = `[eE][${MINUS}+]?\\d{1,3}(?![\\d\\p{L}])`;
// A label is a word or a symbol, perhaps with its degrees of freedom, and counts only before a relation.
const LABEL = '(?<label>[\\p{L}χ][\\p{L}\\p{M}\\d_′²]*(?:\\s?\\([^()]{0,40}\\))?)\\s*';
const RELATION = '(?<relation><=|>=|=<|=>|[=<>≤≥⩽⩾≈~])\\s*';
const SIGN = `(?:(?<!\\p{L})(?<sign>[${MINUS}+]\\s?))?`;
const NUMBER = new RegExp(
  `(?<!\\p{L})(?:${LABEL}(?=[=<>≤≥⩽⩾≈~]))?(?:${RELATION})?${SIGN}(?<![\\p{L}\\p{N}_]|\\p{N}${POINT}|\\p{L}[${MINUS}])`
  + `(?<body>${BODY})(?<power>${EXPONENT}|${POWER})?(?<percent>\\s?(?:%|per ?cent\\b))?(?<marks>\\s?[*†‡§¶#]+)?`, 'gu',
);

const RELATIONS: ReadonlyMap<string, Relation> = new Map([
  ['<', '<'], ['>', '>'], ['<=', '<='], ['=<', '<='], ['≤', '<='], ['⩽', '<='], ['>=', '>='], ['=>', '>='], ['≥', '>='], ['⩾', '>='],
]);

/**
 * Every number printed in a text, in order: with a Unicode minus (`−0.29`, `− .29`), without its leading zero, with a
 * raised point (`0·04`), with thousands in commas, thin spaces or apostrophes, as a percentage, behind a relation, in
 * powers of ten (`5.81 × 10−48`, `.5e-3`, `10⁻⁴⁸`). A dash that joins two numbers (`7.0–8.9`) is no sign. Digits that
 * hang on a letter (`HbA1c`, `A1c`) are a name.
 *
 * @example printedNumbers('(ρ=−0.29, p=.04)').map(({ label, place }) => [label, place]) // [['ρ', -2], ['p', -2]]
 */
export function printedNumbers(text: string): PrintedNumber[] {
  const found: PrintedNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const parts = match.groups as Partial<Record<string, string>>;
    const joined = joinsNumbers(text, match.index, parts, found.at(-1));
    const lead = joined ? match[0].indexOf(parts['sign']!) + parts['sign']!.length : 0;
    const written = decimalOf(parts, !joined && isMinus(parts['sign']));
    found.push({
      text: match[0].slice(lead),
      start: match.index + lead,
      end: match.index + match[0].length,
      label: parts['label']?.replace(/\s+/g, '') ?? null,
      relation: RELATIONS.get(parts['relation'] ?? '=') ?? '=',
      value: written,
      place: written.exponent,
      percent: parts['percent'] !== undefined,
      marks: parts['marks']?.trim() ?? '',
    });
  }
  return found;
}

/**
 * The number that a text prints, or null where it prints none or several. Alone, a number may also have a decimal
 * comma (`0,29`) or plain spaces between its thousands (`1 234`).
 *
 * @example printedNumber('p = .04')?.value // { digits: 4n, exponent: -2 }
 */
export function printedNumber(text: string): PrintedNumber | null {
  const plain = text.trim()
    .replace(/^(\D*\d{1,3}(?: \d{3})+)(?=\D|$)/, (thousands) => thousands.replace(/(?<=\d) (?=\d{3})/g, '\u202F'))
    .replace(/^([^\d.,]*)(\d*),(\d+)(?=[^\d.,]*$)/, (whole, before: string, units: string, rest: string) =>
      (rest.length === 3 && /^[1-9]\d{0,2}$/.test(units) ? whole : `${before}${units}.${rest}`));
  const numbers = printedNumbers(plain);
  return numbers.length === 1 ? { ...numbers[0], text: text.trim(), start: 0, end: text.trim().length } : null;
}

/** Whether a text says "not significant" instead of giving a number. */
export function isNotSignificant(text: string): boolean {
  return /^\s*\(?\s*(?:n\.?\s?s\.?|non-?\s?significant|not significant)\s*\)?\s*$/i.test(text);
}

/** Whether the dash before a number stands between it and the number before: `3–5`, `7.0 – 8.9`, not `7.0 −8.9`. */
function joinsNumbers(
  text: string, start: number, { sign, label, relation }: Partial<Record<string, string>>, before: PrintedNumber | undefined,
): boolean {
  if (!isMinus(sign) || label !== undefined || relation !== undefined || before === undefined) return false;
  const between = text.slice(before.end, start);
  return between === '' || (between.trim() === '' && sign !== sign!.trimEnd());
}

function isMinus(sign: string | undefined): boolean {
  return sign !== undefined && !sign.startsWith('+');
}

function decimalOf({ body, power }: Partial<Record<string, string>>, negative: boolean): Decimal {
  const digits = body!.replace(new RegExp(POINT, 'u'), '.').replace(new RegExp(`[,${THIN}'’]`, 'gu'), '');
  return decimal(`${negative ? '-' : ''}${digits}e${power === undefined ? 0 : powerOfTen(power)}`);
}

function powerOfTen(power: string): number {
  const tail = /^[eE]/.test(power) ? power.slice(1) : power.replace(/^.*?10\s?/su, '');
  const plain = tail.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu, (digit) => String(SUPERSCRIPTS.indexOf(digit))).replace(/⁻/gu, '-');
  const size = Number(/\d+/.exec(plain)![0]);
  return new RegExp(`[${MINUS}]`, 'u').test(plain) ? -size : size;
}
