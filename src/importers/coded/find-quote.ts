import { unifyLines } from './stored-text.js';

/** Where a quote stands in a text, in units of the string; the number of places where it stands more than once. */
export type Found = { readonly start: number; readonly end: number } | { readonly times: number };

/** More places than this need not be counted. */
const ENOUGH = 99;

/**
 * Looks for a quote whose offsets a file does not give: as it is, else with any white space and any kind of quotation
 * mark, apostrophe and dash where it has one.
 */
export function findQuote(quote: string, text: string): Found {
  const said = unifyLines(quote);
  const exact = said === '' ? [] : occurrences(said, text);
  if (exact.length > 0) return exact.length === 1 ? { start: exact[0], end: exact[0] + said.length } : { times: exact.length };
  const words = said.trim().split(/\s+/);
  if (words[0] === '') return { times: 0 };
  const pattern = new RegExp(words.map(lenient).join('\\s+'), 'gu');
  const found: { start: number; end: number }[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length > ENOUGH) break;
  }
  return found.length === 1 ? found[0] : { times: found.length };
}

function occurrences(said: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(said); at !== -1 && places.length <= ENOUGH; at = text.indexOf(said, at + 1)) places.push(at);
  return places;
}

const CLASSES = [/['’‘ʼ`´]/, /["“”„«»]/, /[-–—‐‑−]/, /…/];
const PATTERNS = ["['’‘ʼ`´]", '["“”„«»]', '[-–—‐‑−]', '(?:…|\\.\\.\\.)'];

function lenient(word: string): string {
  return [...word.replaceAll('...', '…')].map((character) => {
    const kind = CLASSES.findIndex((pattern) => pattern.test(character));
    return kind === -1 ? character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&') : PATTERNS[kind];
  }).join('');
}
