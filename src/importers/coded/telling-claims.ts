import type { Claim } from './claim.js';
import { squashed } from './quote-match.js';

/** A name of so many words is hardly a label; one of so few characters may stand in the text by chance. */
const LONG_WORDS = 5;
const SHORT_CHARACTERS = 12;

/**
 * Which claims say what stands at their offsets, so that one that does not fit refutes a way of counting. A quote always
 * does. The name of a selection is the quote in most programs and a label in some: it tells where it stands in the text
 * and is not short. Short names tell where there is nothing better; long ones that stand nowhere tell where most are
 * such, because then this is not the text that was coded.
 *
 * @param text what the names are looked for in.
 */
export function tellingClaims(claims: readonly Claim[], text: string): boolean[] {
  let squashedText: string | null = null;
  const stands = (said: string): boolean => text.includes(said) || (squashedText ??= squashed(text)).includes(said);
  const kinds = claims.map((claim) => kindOf(claim, stands));
  const count = (kind: Telling): number => kinds.filter((one) => one === kind).length;
  const absentTells = count('absent') > count('long') + count('stands');
  const shortTells = count('sure') + count('long') + count('stands') === 0;
  return kinds.map((kind) => kind === 'sure' || kind === 'long' || kind === 'stands' || (kind === 'absent' && absentTells) || (kind === 'short' && shortTells));
}

/** `long` and `stands` are names that stand in the text; `absent` are long ones that do not; `label` tells nothing. */
type Telling = 'sure' | 'long' | 'stands' | 'short' | 'absent' | 'label';

function kindOf({ quote, kind }: Claim, stands: (said: string) => boolean): Telling {
  if (quote === null || quote.trim() === '') return 'label';
  if (kind === 'quote' || lineNumber(quote) !== null) return 'sure';
  const said = squashed(quote).replace(/\s*(?:…|\.\.\.)$/, '');
  const isLong = said.split(' ').length >= LONG_WORDS;
  if (!stands(said)) return isLong ? 'absent' : 'label';
  return isLong ? 'long' : said.length >= SHORT_CHARACTERS ? 'stands' : 'short';
}

/** The line on which a selection starts, counted from 0 or 1, where its name says no more. */
export function lineNumber(name: string): number | null {
  const found = /^line:(\d+)$/.exec(name);
  return found === null ? null : Number(found[1]);
}
