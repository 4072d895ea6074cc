import { compareDecimals } from '../numeric/decimal.js';
import type { PaperNumber } from '../results/reproduce.js';
import { explainedNumber } from './explained-number.js';
import { findQuote } from './find-quote.js';
import type { FoundQuote, QuotedPaper } from './find-quote.js';
import { paperPlace } from './paper-pieces.js';
import { printedNumbers } from './printed-number.js';
import type { PrintedNumber } from './printed-number.js';

/** A claim with what it prints and where it quotes the paper. */
export interface CoveringClaim {
  readonly id: string;
  readonly quote: string | null;
  readonly printed: readonly string[];
}

/** A number of the paper, before it is known what it is. */
interface Seen {
  readonly number: PrintedNumber;
  readonly piece: number;
  state: PaperNumber['state'];
  by: string | null;
}

/**
 * Every number of a paper: claimed where a claim prints it (within its quote; without one, wherever it stands, in a table
 * if it can), explained where it is no result, and else unclaimed. Each printed figure claims one number.
 *
 * @param explained what the study file says of stretches of the paper, such as `10 items`: the length of the questionnaire
 */
export function paperCoverage(paper: QuotedPaper, path: string, claims: readonly CoveringClaim[], explained: ReadonlyMap<string, string>): PaperNumber[] {
  const seen = paper.pieces.flatMap(({ placed }, piece): Seen[] => printedNumbers(placed.text).map((number) => ({ number, piece, state: 'unclaimed', by: null })));
  const quoted = claims.filter(({ quote }) => quote !== null);
  for (const claim of [...quoted, ...claims.filter(({ quote }) => quote === null)]) claimNumbers(seen, claim, paper);
  for (const [text, why] of explained) {
    for (const one of withinEvery(seen, paper, text)) if (one.state === 'unclaimed') Object.assign(one, { state: 'explained', by: why });
  }
  return seen.map((one): PaperNumber => {
    const { number, piece } = one;
    const { placed, inTable } = paper.pieces[piece];
    // A cell that holds nothing but a number is a result, whatever its size.
    const isBare = inTable && !/\p{L}/u.test(placed.text);
    const what = one.state === 'unclaimed' && !isBare ? explainedNumber(number, placed.text) : null;
    return {
      text: number.text.trim(), context: contextOf(placed.text, number), where: paperPlace(path, placed, number.start),
      state: what === null ? one.state : 'explained', by: what ?? one.by,
    };
  });
}

function claimNumbers(seen: readonly Seen[], { id, quote, printed }: CoveringClaim, paper: QuotedPaper): void {
  const found = quote === null ? null : findQuote(paper, quote);
  if (quote !== null && found === null) return;
  const free = found === null ? inTablesFirst(seen, paper) : seen.filter((one) => isWithin(one, found));
  for (const wanted of printed.flatMap((text) => printedNumbers(text))) {
    const own = free.filter((one) => one.state === 'unclaimed' && isSameFigure(one.number, wanted));
    const best = own.find(({ number }) => number.marks === wanted.marks && number.percent === wanted.percent) ?? own[0];
    if (best !== undefined) Object.assign(best, { state: 'claimed', by: id });
  }
}

function inTablesFirst(seen: readonly Seen[], { pieces }: QuotedPaper): Seen[] {
  return [...seen.filter(({ piece }) => pieces[piece].inTable), ...seen.filter(({ piece }) => !pieces[piece].inTable)];
}

/** The same value to the same decimals: 0.5 is not 0.50. */
function isSameFigure(a: PrintedNumber, b: PrintedNumber): boolean {
  return a.place === b.place && compareDecimals(a.value, b.value) === 0;
}

function withinEvery(seen: readonly Seen[], paper: QuotedPaper, text: string): Seen[] {
  const spans = paper.pieces.flatMap((_, index) => {
    const found = findQuote({ ...paper, ...onePiece(paper, index) }, text);
    return found === null ? [] : [found];
  });
  return seen.filter((one) => spans.some((span) => isWithin(one, span)));
}

function onePiece({ plain, pieceOf }: QuotedPaper, index: number): Pick<QuotedPaper, 'plain' | 'pieceOf'> {
  const [from, to] = [pieceOf.indexOf(index), pieceOf.lastIndexOf(index) + 1];
  return from === -1 ? { plain: { letters: '', at: [] }, pieceOf: [] } : { plain: { letters: plain.letters.slice(from, to), at: plain.at.slice(from, to) }, pieceOf: pieceOf.slice(from, to) };
}

function isWithin({ number, piece }: Seen, { first, last }: FoundQuote): boolean {
  const afterFirst = piece > first.piece || (piece === first.piece && number.end > first.offset);
  return afterFirst && (piece < last.piece || (piece === last.piece && number.start <= last.offset));
}

/** Some words on both sides, on one line. */
function contextOf(text: string, { start, end }: PrintedNumber): string {
  const [from, to] = [Math.max(0, start - 30), Math.min(text.length, end + 20)];
  const words = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}`;
}
