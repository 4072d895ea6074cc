import { CodePoints } from '../../dataset/code-points.js';
import type { Warning } from '../../results/warning.js';
import { counted } from '../wording.js';
import type { Draft, DraftSegment } from './draft.js';
import { findQuote } from './find-quote.js';
import { fitOffsets } from './fit-offsets.js';
import type { Claim } from './claim.js';
import { conventionInWords } from './offset-convention.js';
import type { OffsetConvention } from './offset-convention.js';
import type { StoredText } from './stored-text.js';

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The segments of one document of one file, in code points of its text. */
export interface PlacedSegments {
  /** One entry a segment: null where neither offsets nor quote tell. */
  readonly segments: readonly (Place | null)[];
  /** The same for the stretches of cases. */
  readonly stretches: readonly Place[];
  /** Null where nothing came with offsets. */
  readonly convention: OffsetConvention | null;
  /** Segments with offsets, those of them whose quote was held against the text, and those found by their quote. */
  readonly given: number;
  readonly verified: number;
  readonly found: number;
  readonly warnings: readonly Warning[];
}

/**
 * @param stretches of cases in the document, counted as the segments are.
 * @throws StudyError of fitOffsets.
 */
export function placeSegments(
  name: string, text: StoredText, segments: readonly DraftSegment[], stretches: readonly Place[],
  spans: Draft['spans'], declared: OffsetConvention | null, preferred?: OffsetConvention,
): PlacedSegments {
  const claims: (Claim & { readonly index: number })[] = segments.flatMap(({ start, end, quote, kind, where }, index) =>
    (start === null || end === null ? [] : [{ start, end, quote, kind, where, index }]));
  const all: Claim[] = [...claims, ...stretches.map(({ start, end }): Claim => ({ start, end, quote: null, kind: 'name' }))];
  const fit = all.length === 0 ? null : fitOffsets(name, text, all, spans, declared, preferred);
  const places: (Place | null)[] = segments.map(() => null);
  claims.forEach(({ index }, at) => {
    places[index] = fit?.places[at] ?? null;
  });
  const { found, warnings } = findTheRest(name, text, segments, places);
  const unverified = claims.length > 0 && fit?.verified === 0 && declared === null;
  return {
    segments: places,
    stretches: fit === null ? [] : fit.places.slice(claims.length),
    convention: fit?.convention ?? null,
    given: claims.length,
    verified: fit?.verified ?? 0,
    found,
    warnings: unverified ? [...warnings, {
      code: 'W_OFFSETS_UNVERIFIED',
      message: `${counted(claims.length, 'segment')} without a quote that could be held against the text; read as ${conventionInWords(fit.convention)}.`,
      where: name,
    }] : warnings,
  };
}

/** Looks for the quotes of segments that came without offsets. */
function findTheRest(
  name: string, text: StoredText, segments: readonly DraftSegment[], places: (Place | null)[],
): { found: number; warnings: Warning[] } {
  let points: CodePoints | null = null;
  let found = 0;
  const absent: string[] = [];
  const several: string[] = [];
  segments.forEach(({ start, end, quote, where }, index) => {
    if ((start !== null && end !== null) || quote === null) return;
    const place = findQuote(quote, text.text);
    if ('start' in place) {
      points ??= new CodePoints(text.text);
      places[index] = { start: points.codePoint(place.start), end: points.codePoint(place.end) };
      found += 1;
    } else (place.times === 0 ? absent : several).push(where);
  });
  const warning = (code: Warning['code'], at: readonly string[], what: string): Warning[] => (at.length === 0 ? [] : [{
    code, message: `${counted(at.length, 'quote')} ${what} ${name}; kept without a place.`, where: at[0],
  }]);
  return {
    found,
    warnings: [
      ...warning('W_QUOTE_ABSENT', absent, `${absent.length === 1 ? 'stands' : 'stand'} nowhere in`),
      ...warning('W_QUOTE_REPEATED', several, `${several.length === 1 ? 'stands' : 'stand'} more than once in`),
    ],
  };
}
