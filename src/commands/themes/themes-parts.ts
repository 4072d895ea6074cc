import { chooseQuotes } from '../../qualitative/choose-quotes.js';
import { codesInTurns, overlappingCodes } from '../../qualitative/co-occurrence.js';
import type { CoOccurrence, ThemeQuote } from '../../results/themes.js';
import type { ThemeData } from './theme-data.js';

/** Codes that come together, in the order of the codebook. */
export function coOccurrences({ segments, sources, chosen }: ThemeData, kind: 'overlap' | 'turn'): CoOccurrence[] {
  const order = new Map(chosen.tree.map(({ code }, place) => [code.id, place]));
  const place = (code: string): number => order.get(code) ?? 0;
  const found = kind === 'overlap' ? overlappingCodes(segments) : codesInTurns(segments, sources);
  return found
    .map((one) => ({ ...one, codes: [...one.codes].sort((a, b) => place(a) - place(b)) as [string, string] }))
    .sort((a, b) => place(a.codes[0]) - place(b.codes[0]) || place(a.codes[1]) - place(b.codes[1]))
    .map((one) => ({ ...one, codes: one.codes.map((code) => chosen.names.get(code) ?? code) as [string, string] }));
}

/** Quotes of a code, not of what is under it. */
export function quotesOf(code: string, { segmentsOf: own, sources, chosen }: ThemeData, count: number): ThemeQuote[] {
  return chooseQuotes(own(code), sources, count).map(({ coding }): ThemeQuote => ({
    code: chosen.names.get(code) ?? code, document: sources.get(coding.source)?.name ?? coding.source, start: coding.start, end: coding.end,
    participant: coding.participant, group: sources.get(coding.source)?.group ?? null, coder: coding.coder, text: coding.quote ?? '',
  }));
}
