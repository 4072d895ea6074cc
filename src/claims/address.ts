import { StudyError } from '../errors.js';

/** What picks one of several entries: `female`, or `sex=female`. */
export interface Selector {
  readonly key: string | null;
  readonly value: string;
}

/** A name, and what picks one of the entries below it: `groups[focus group]`. */
export interface AddressStep {
  readonly name: string;
  readonly selectors: readonly Selector[];
}

/** Where a figure stands: in an analysis, then from its record inwards. */
export interface Address {
  readonly text: string;
  readonly analysis: AddressStep;
  readonly steps: readonly AddressStep[];
}

const NAME = '[\\p{L}\\p{N}_]+(?:-[\\p{L}\\p{N}_]+)*';
// An apostrophe within a word opens no quote.
const INNER = `(?:"[^"]*"|(?<=\\p{L})'|(?<!\\p{L})'[^']*'|[^\\]"'])*`;
const STEP = new RegExp(`(${NAME})(?:\\[(${INNER})\\])?`, 'uy');
/** A whole address, where other text may follow. */
export const STEPS = new RegExp(`${NAME}(?:\\[${INNER}\\])?(?:\\.${NAME}(?:\\[${INNER}\\])?)*`, 'uy');
const SELECTOR = /\s*(?:("[^"]*"|'[^']*'|[\p{L}\p{N}_][^,="'<>]*?)\s*=\s*)?("[^"]*"|'[^']*'|(?:[^,"']|(?<=\p{L})')+?)\s*(?:,|$)/uy;

/**
 * Reads an address: an analysis, what picks an entry of its record, and a field. Values that hold commas, brackets or
 * equals signs stand in quotes.
 *
 * @throws StudyError E_ADDRESS_SYNTAX with an example.
 * @example parseAddress('describe[sex=female].percent', 'study.yml:12:7')
 */
export function parseAddress(text: string, where: string): Address {
  const steps: AddressStep[] = [];
  let at = 0;
  while (at < text.length) {
    if (at > 0 && text[at++] !== '.') throw malformed(text, where);
    STEP.lastIndex = at;
    const match = STEP.exec(text);
    if (match === null) throw malformed(text, where);
    at = STEP.lastIndex;
    steps.push({ name: match[1], selectors: match[2] === undefined ? [] : selectorsOf(match[2], text, where) });
  }
  const [analysis, ...inner] = steps;
  if (analysis === undefined) throw malformed(text, where);
  return { text, analysis, steps: inner };
}

function selectorsOf(text: string, whole: string, where: string): Selector[] {
  const selectors: Selector[] = [];
  SELECTOR.lastIndex = 0;
  while (SELECTOR.lastIndex < text.length) {
    const match = SELECTOR.exec(text);
    if (match === null) throw malformed(whole, where);
    selectors.push({ key: match[1] === undefined ? null : unquoted(match[1]), value: unquoted(match[2]) });
  }
  if (selectors.length === 0) throw malformed(whole, where);
  return selectors;
}

function malformed(text: string, where: string): StudyError {
  return new StudyError('E_ADDRESS_SYNTAX', `"${text}" is no address of a figure.`, {
    where, hint: 'For example: table4[request_appointment].p, describe[sex=female].percent, table4.n.used.',
  });
}

function unquoted(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text.trim();
}
