import { plainText, withoutNumbers } from './paper-pieces.js';
import type { PaperPiece, PlainText } from './paper-pieces.js';

/** Where a quote stands: from an offset of one piece up to one of another, or of the same. */
export interface FoundQuote {
  readonly first: { readonly piece: number; readonly offset: number };
  /** Of the last letter. */
  readonly last: { readonly piece: number; readonly offset: number };
}

/** A paper made ready for looking up quotes. */
export interface QuotedPaper {
  readonly pieces: readonly PaperPiece[];
  readonly plain: PlainText;
  /** The place in `pieces` of each letter of `plain`. */
  readonly pieceOf: readonly number[];
}

export function quotedPaper(pieces: readonly PaperPiece[]): QuotedPaper {
  let letters = '';
  const at: number[] = [];
  const pieceOf: number[] = [];
  pieces.forEach(({ placed }, index) => {
    const plain = plainText(placed.text);
    letters += plain.letters;
    for (const offset of plain.at) {
      at.push(offset);
      pieceOf.push(index);
    }
  });
  return { pieces, plain: { letters, at }, pieceOf };
}

/** Where a quote occurs first, whatever its white space, dashes and quotation marks; null where it does not. */
export function findQuote({ plain, pieceOf }: QuotedPaper, quote: string): FoundQuote | null {
  const { letters } = plainText(quote);
  const start = letters === '' ? -1 : plain.letters.indexOf(letters);
  if (start === -1) return null;
  const end = start + letters.length - 1;
  return { first: { piece: pieceOf[start], offset: plain.at[start] }, last: { piece: pieceOf[end], offset: plain.at[end] } };
}

/** What stands where a quote would with other numbers in it, as it is printed; null where nothing does. */
export function changedQuote({ pieces, plain, pieceOf }: QuotedPaper, quote: string): { readonly text: string; readonly found: FoundQuote } | null {
  const { letters } = withoutNumbers(plainText(quote));
  // Without some words around them, numbers alone would be found anywhere.
  if (letters.replace(/[^\p{L}]/gu, '').length < 2) return null;
  const masked = withoutNumbers({ letters: plain.letters, at: plain.at.map((_, index) => index) });
  const start = masked.letters.indexOf(letters);
  if (start === -1) return null;
  const first = masked.at[start];
  const last = (masked.at[start + letters.length] ?? plain.letters.length) - 1;
  const [from, to] = [pieceOf[first], pieceOf[last]];
  const texts = pieces.slice(from, to + 1).map(({ placed }, index) =>
    placed.text.slice(index === 0 ? plain.at[first] : 0, index === to - from ? plain.at[last] + 1 : undefined));
  return {
    text: texts.join(' ').replace(/\s+/g, ' '),
    found: { first: { piece: from, offset: plain.at[first] }, last: { piece: to, offset: plain.at[last] } },
  };
}
