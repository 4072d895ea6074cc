import { CodePoints } from '../../dataset/code-points.js';
import { StudyError } from '../../errors.js';
import { partitionPoint } from '../../numeric/partition-point.js';
import { counted } from '../wording.js';
import type { Claim } from './claim.js';
import { boundaries, conventionInWords, conventionsFor, STANDARD } from './offset-convention.js';
import type { OffsetConvention } from './offset-convention.js';
import { matchQuote } from './quote-match.js';
import type { StoredText } from './stored-text.js';
import { lineNumber, tellingClaims } from './telling-claims.js';

/** How the offsets of a document are counted, and where each claim lies in code points. */
export interface Fit {
  readonly convention: OffsetConvention;
  /** Claims whose quote was held against the text. */
  readonly verified: number;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Finds the convention under which every quote stands where its offsets say. Where no claim has a quote, the standard
 * is taken, or what the user declared.
 *
 * @param preferred is tried first, such as what fits the other documents of the file.
 * @throws StudyError E_OFFSETS where no convention fits, naming the document, how near the best one comes, and the
 *   first claim that does not fit; E_OFFSETS_OUTSIDE where an offset lies beyond the text.
 */
export function fitOffsets(
  name: string, text: StoredText, claims: readonly Claim[], spans: 'standard' | 'any', declared: OffsetConvention | null,
  preferred: OffsetConvention = STANDARD,
): Fit {
  const points = new CodePoints(text.text);
  const telling = tellingClaims(claims, text.text);
  const wanted = telling.filter((one) => one).length;
  if (declared !== null || wanted === 0) {
    const convention = declared ?? preferred;
    return { convention, verified: 0, places: placesOf(name, convention, text, points, claims) };
  }
  let loose: OffsetConvention | null = null;
  let best = { convention: STANDARD, fitting: -1, failing: 0 };
  for (const convention of [preferred, ...conventionsFor(text, spans)]) {
    const locate = locator(convention, text, points);
    let fitting = 0;
    let exact = 0;
    let failing = -1;
    claims.forEach((claim, index) => {
      if (!telling[index]) return;
      const place = locate(claim);
      const match = place === null ? 'none' : matchClaim(claim, points, place);
      if (match === 'none' && failing === -1) failing = index;
      if (match !== 'none') fitting += 1;
      if (match === 'exact') exact += 1;
    });
    if (exact === wanted) return fitted(name, convention, text, points, claims);
    if (fitting === wanted) loose ??= convention;
    if (fitting > best.fitting) best = { convention, fitting, failing };
  }
  if (loose !== null) return fitted(name, loose, text, points, claims);
  const worst = claims[best.failing];
  throw new StudyError(
    'E_OFFSETS',
    `The offsets fit the quotes under no way of counting: as ${conventionInWords(best.convention)}, `
    + `${best.fitting} of ${counted(wanted, 'quote')} stand where they should, and the one ${spanOf(worst)} does not.`,
    { where: name, hint: 'Give the text that was coded, or type --offsets code-points to trust the offsets without their quotes.' },
  );
}

/** Names that tell nothing by themselves are verified too where they are the quote. */
function fitted(name: string, convention: OffsetConvention, text: StoredText, points: CodePoints, claims: readonly Claim[]): Fit {
  const places = placesOf(name, convention, text, points, claims);
  const verified = claims.filter((claim, index) => (claim.quote ?? '').trim() !== '' && matchClaim(claim, points, places[index]) !== 'none').length;
  return { convention, verified, places };
}

function matchClaim(claim: Claim, points: CodePoints, place: { start: number; end: number }): 'exact' | 'loose' | 'none' {
  const quote = claim.quote ?? '';
  const line = lineNumber(quote);
  if (line === null) return matchQuote(quote, points.slice(place.start, place.end));
  const before = points.slice(0, place.start).split('\n').length - 1;
  return before === line || before + 1 === line ? 'exact' : 'none';
}

type Locate = (claim: Pick<Claim, 'start' | 'end'>) => { start: number; end: number } | null;

function locator(convention: OffsetConvention, text: StoredText, points: CodePoints): Locate {
  const { unit, lineBreak, countsMark, first, endIncluded } = convention;
  const isPlain = unit === 'code points' && lineBreak === 'one' && !countsMark;
  const places = isPlain ? null : boundaries(text, convention);
  const at = (position: number): number | null => {
    if (position < 0 || !Number.isInteger(position)) return null;
    return places === null ? (position <= points.length ? position : null) : indexOf(places, position, points);
  };
  return (claim) => {
    const start = at(claim.start - first);
    const end = at(claim.end - first + (endIncluded ? 1 : 0));
    return start === null || end === null || end < start ? null : { start, end };
  };
}

/** The code point that starts at a position; a position inside a line break that counts 2 is taken as its end. */
function indexOf(places: Uint32Array, position: number, points: CodePoints): number | null {
  const first = partitionPoint(places.length, (index) => places[index] < position);
  if (first === places.length) return null;
  return places[first] === position || (first > 0 && points.slice(first - 1, first) === '\n') ? first : null;
}

function placesOf(
  name: string, convention: OffsetConvention, text: StoredText, points: CodePoints, claims: readonly Claim[],
): { start: number; end: number }[] {
  const locate = locator(convention, text, points);
  return claims.map((claim) => {
    const place = locate(claim);
    if (place !== null) return place;
    if (claim.end < claim.start) {
      throw new StudyError('E_OFFSETS_OUTSIDE', `A segment ends before it starts: it lies ${spanOf(claim)}.`, { where: name, hint: 'Correct its start and end.' });
    }
    throw new StudyError(
      'E_OFFSETS_OUTSIDE',
      `A segment lies ${spanOf(claim)}, and the text ends at ${boundaries(text, convention).at(-1) ?? 0} `
      + `(${conventionInWords(convention)}).`,
      { where: name, hint: 'Check that this is the text that was coded.' },
    );
  });
}

function spanOf({ start, end, where }: Claim): string {
  return `at ${start} to ${end}${where === undefined ? '' : ` (${where})`}`;
}
