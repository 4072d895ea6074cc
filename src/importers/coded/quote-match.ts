import { unifyLines } from './stored-text.js';

/** How well a quote tells the text between two offsets. */
export type QuoteMatch = 'exact' | 'loose' | 'none';

/** A quote that is cut short still tells where it starts, if so many characters are left of it. */
const TELLING = 12;

/**
 * A loose match is one but for white space and composition of letters, or the start of the text where the quote is
 * cut short, as names of selections are.
 */
export function matchQuote(quote: string, text: string): QuoteMatch {
  const said = unifyLines(quote);
  if (said === text) return 'exact';
  const wanted = squashed(said);
  const found = squashed(text);
  if (wanted === found) return 'loose';
  const cut = wanted.replace(/\s*(?:…|\.\.\.|\[\.\.\.\]|\[…\])$/, '');
  return (cut !== wanted && cut !== '') || cut.length >= TELLING ? (found.startsWith(cut) ? 'loose' : 'none') : 'none';
}

/** White space as single spaces, letters composed; for comparison only. */
export function squashed(text: string): string {
  return text.normalize('NFC').replace(/[\s\u200B]+/g, ' ').trim();
}
