/** Columns of a sheet are at most XFD, rows 1048576. */
export const MOST_COLUMNS = 16_384;
export const MOST_ROWS = 1_048_576;

/** A rectangle of cells; columns from 0, rows from 1 as a sheet counts them, ends included. */
export interface CellRange {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** @example cellRange('H3:I3'); // { left: 7, right: 8, top: 3, bottom: 3 } */
export function cellRange(reference: string): CellRange | null {
  const match = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(reference);
  if (match === null) return null;
  const [, left, top, right = left, bottom = top] = match;
  return { left: columnIndex(left), right: columnIndex(right), top: Number(top), bottom: Number(bottom) };
}

/** @example columnIndex('AA'); // 26 */
function columnIndex(letters: string): number {
  let index = 0;
  for (let at = 0; at < letters.length; at += 1) index = index * 26 + letters.charCodeAt(at) - 64;
  return index - 1;
}

/**
 * The column of a cell's reference, -1 for what is none. Sheets hold millions of them.
 *
 * @example
 * columnOf('AA17'); // 26
 */
export function columnOf(reference: string): number {
  let index = 0;
  let at = 0;
  for (let code = reference.charCodeAt(0); code >= 65 && code <= 90; code = reference.charCodeAt(at)) {
    index = index * 26 + code - 64;
    at += 1;
  }
  const digit = reference.charCodeAt(at);
  return at >= 1 && at <= 3 && digit >= 48 && digit <= 57 ? index - 1 : -1;
}

/** @example columnLetters(26); // 'AA' */
export function columnLetters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);
}
