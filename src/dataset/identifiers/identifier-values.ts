import { holdsFirstName } from './first-names.js';
import type { IdentifierKind } from './identifier-kinds.js';

/** What is looked for in the cells of a column. */
export interface ValuePattern {
  readonly kind: IdentifierKind;
  /** The least share of present cells that must match; 0 where one is enough, even in the middle of a text. */
  readonly share: number;
  matches(text: string): boolean;
}

/** The most particular first: a cell of one kind is not counted for another. */
export const VALUE_PATTERNS: readonly ValuePattern[] = [
  { kind: 'email', share: 0, matches: (text) => text.includes('@') && /[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}/i.test(text) },
  { kind: 'social', share: 0, matches: (text) => isSocialSecurity(text) },
  { kind: 'phone', share: 0, matches: (text) => isPhone(text) },
  { kind: 'device', share: 0.5, matches: (text) => /^(?:[\da-f]{2}[:-]){5}[\da-f]{2}$/i.test(text) },
  { kind: 'ip', share: 0.5, matches: (text) => isIp(text) },
  { kind: 'url', share: 0, matches: (text) => /\b(?:https?:\/\/|www\.)[^\s]{4,}/i.test(text) },
  { kind: 'postcode', share: 0.5, matches: (text) => isPostcode(text) },
  { kind: 'vehicle', share: 0.5, matches: (text) => /^(?=.*\d)(?=.*[A-Z])[A-HJ-NPR-Z\d]{17}$/.test(text) },
  { kind: 'address', share: 0.3, matches: (text) => isStreet(text) },
  { kind: 'name', share: 0.3, matches: (text) => text.length <= 40 && holdsFirstName(text) },
];

/** As the Social Security Administration numbers: no 000, 666 or 9xx in front, no 00 and no 0000. */
function isSocialSecurity(text: string): boolean {
  return /(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/.test(text);
}

/** Written as a number is dialled, so that plain digits such as a record's number are none. */
function isPhone(text: string): boolean {
  if (!/\d{2}/.test(text)) return false;
  const american = /(?<![\d.-])(?:\+?1[ .-]?)?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-.])[2-9]\d{2}[-. ]\d{4}(?![\d.-])/;
  const international = /(?<![\d+])\+[1-9]\d{0,2}[ ./()-]*\d(?:[ ./()-]*\d){6,11}(?!\d)/;
  return american.test(text) || international.test(text);
}

function isIp(text: string): boolean {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (parts !== null) return parts.slice(1).every((part) => Number(part) <= 255);
  return /^(?:[\da-f]{1,4}:){7}[\da-f]{1,4}$|^(?=.*::)(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}$/i.test(text);
}

/** United States with four digits more, United Kingdom, Canada, Netherlands: forms that plain numbers do not have. */
function isPostcode(text: string): boolean {
  return /^\d{5}-\d{4}$|^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$|^[A-CEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d$|^\d{4} [A-Z]{2}$/.test(text);
}

function isStreet(text: string): boolean {
  return /^\d{1,5}[a-zA-Z]? \p{Lu}.{1,40}\b(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl)\b/u.test(text) ||
    /^.{2,40}(?:stra(?:ss|ß)e|str\.|weg|gasse|platz|straat|gatan|vej) \d{1,4}[a-z]?\b/i.test(text);
}
