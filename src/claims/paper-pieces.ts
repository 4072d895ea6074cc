import { placeIn } from '../dataset/document.js';
import type { Block, PlacedText } from '../dataset/document.js';

/** A stretch of a paper that is read in one go: a paragraph, a caption or a cell of a table. */
export interface PaperPiece {
  readonly placed: PlacedText;
  readonly inTable: boolean;
}

/** The texts of a paper in reading order; a cell that spans several is read once. */
export function paperPieces(blocks: readonly Block[]): PaperPiece[] {
  return blocks.flatMap((block): PaperPiece[] => {
    if (block.kind === 'paragraph') return [{ placed: block.text, inTable: false }];
    const caption = block.caption === null ? [] : [{ placed: block.caption, inTable: false }];
    return [...caption, ...block.rows.flatMap((row) => row.filter(({ spanned }) => !spanned).map(({ text }) => ({ placed: text, inTable: true })))];
  });
}

/** Letters that are printed in several ways, as one of them; what takes no room is left out. */
function plainLetters(character: string): string {
  if (/[\s\u00AD\u200B-\u200D\u2060\uFEFF]/u.test(character)) return '';
  if (/[\u2010-\u2015\u2212\uFE63\uFF0D]/u.test(character)) return '-';
  if (/[\u2018\u2019\u201A\u2032\u02BC`´]/u.test(character)) return "'";
  if (/[\u201C-\u201E\u2033\u00AB\u00BB]/u.test(character)) return '"';
  if (/[\u00B7\u2219\u22C5]/u.test(character)) return '.';
  return character.normalize('NFKC').replace(/\s/gu, '');
}

/**
 * A text as it is compared: without white space, with one kind of dash, quote and point. `at` gives, for each of its
 * letters, where in the text it comes from.
 */
export interface PlainText {
  readonly letters: string;
  readonly at: readonly number[];
}

export function plainText(text: string): PlainText {
  let letters = '';
  const at: number[] = [];
  let offset = 0;
  for (const character of text) {
    const plain = plainLetters(character);
    letters += plain;
    for (let unit = 0; unit < plain.length; unit += 1) at.push(offset);
    offset += character.length;
  }
  return { letters, at };
}

/** The same with `#` in place of every number, so that a sentence is found whose figures changed. */
export function withoutNumbers({ letters, at }: PlainText): PlainText {
  let masked = '';
  const places: number[] = [];
  for (const match of letters.matchAll(/\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|\.\d+|[^\d]/gsu)) {
    masked += /\d/.test(match[0]) ? '#' : match[0];
    places.push(...(/\d/.test(match[0]) ? [at[match.index]] : at.slice(match.index, match.index + match[0].length)));
  }
  return { letters: masked, at: places };
}

/** Where in a paper something stands, as `file:line:column` or `file: paragraph 12`. */
export function paperPlace(path: string, placed: PlacedText, offset: number): string {
  const place = placeIn(placed, offset);
  return /^\d/.test(place) ? `${path}:${place}` : `${path}: ${place}`;
}
