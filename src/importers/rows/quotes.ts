/** The quote that ends the cell opened at `opening`: the next one that is not doubled, or -1. */
export function closingQuote(raw: string, opening: number): number {
  let at = raw.indexOf('"', opening + 1);
  while (at !== -1 && raw[at + 1] === '"') at = raw.indexOf('"', at + 2);
  return at;
}

/**
 * The cells of a record that hold a quote without being quoted, such as `6'3"`. RFC 4180 forbids them; they are
 * kept as written.
 *
 * @param raw the record's text.
 * @param cells the same, split by a parser that found no fault with its quotes.
 */
export function cellsWithStrayQuotes(raw: string, cells: readonly string[], delimiter: string): number[] {
  const stray: number[] = [];
  let at = 0;
  cells.forEach((cell, index) => {
    if (raw[at] === '"') {
      // Spaces may stand between the closing quote and the delimiter.
      at = raw.indexOf(delimiter, closingQuote(raw, at) + 1) + 1;
    } else {
      if (cell.includes('"')) stray.push(index);
      at += cell.length + 1;
    }
  });
  return stray;
}

/**
 * Whether a cell holds a whole line that splits like a record: then a quote was probably left open above it,
 * and records were swallowed as text.
 */
export function swallowsRecords(cell: string, width: number, delimiter: string): boolean {
  if (width < 3 || !cell.includes('\n')) return false;
  return cell.split('\n').slice(1, -1).some((line) => line.split(delimiter).length === width);
}
