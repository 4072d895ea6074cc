import type { CellRange } from './cell-reference.js';
import type { Sheet, SheetRow } from './sheet.js';

/** Which rows of a sheet name its columns. */
export interface HeaderRows {
  /** Index into the sheet's rows of the last row of the header; data starts below it. */
  readonly last: number;
  /** Rows of the sheet whose merged cells or names make up the header, top to bottom. */
  readonly numbers: readonly number[];
  /** For each column of the sheet that is used, from 0: its name, '' where there is none. */
  readonly names: ReadonlyMap<number, string>;
  /** What stands in the rows above, one text a row. */
  readonly titles: readonly string[];
}

/** Rows that are looked at for a header. */
const SEARCHED = 100;

/**
 * Finds the header below any titles: the first row that fills at least half as many cells as the fullest row near the
 * top. Where a cell of it, or of the row above, is merged across columns, the two are one header, and a merged text
 * names each of its columns: `Visit 1: BP`, `Visit 1: HR`. One text merged over the whole table is a title.
 *
 * @returns null for a sheet without cells.
 */
export function headerRows({ rows, merges: all }: Pick<Sheet, 'rows' | 'merges'>): HeaderRows | null {
  const near = rows.slice(0, SEARCHED);
  if (near.length === 0) return null;
  const merges = all.filter(({ top: row }) => row <= near[near.length - 1].number);
  const fullest = Math.max(...near.map(({ columns }) => columns.length));
  const first = near.findIndex(({ columns }) => columns.length * 2 >= fullest);
  const across = (index: number): boolean =>
    index >= 0 && index < near.length && merges.some((range) => groups(range, rows[index], fullest));
  let top = first;
  let last = first;
  while (across(last) && rows[last + 1]?.number === rows[last].number + 1) last += 1;
  while (across(top - 1) && rows[top - 1].number === rows[top].number - 1) top -= 1;
  const used = usedColumns(rows, top);
  const parts = rows.slice(top, last + 1).map((row) => (column: number) => textAt(row, column) ?? mergedText(rows, merges, row.number, column));
  return {
    last,
    numbers: rows.slice(top, last + 1).map(({ number }) => number),
    names: new Map(used.map((column) => [column, joined(parts.map((part) => part(column)))])),
    titles: rows.slice(0, top).map(({ texts }) => texts.join(' ')),
  };
}

/** Columns with a filled cell from a row on, ascending. */
function usedColumns(rows: readonly SheetRow[], from: number): number[] {
  const used = new Set<number>();
  for (let row = from; row < rows.length; row += 1) for (const column of rows[row].columns) used.add(column);
  return [...used].sort((a, b) => a - b);
}

/** Whether a merged range starts in the row, spans columns, and does not cover the whole table. */
function groups({ left, right, top }: CellRange, row: SheetRow, width: number): boolean {
  return top === row.number && right > left && right - left + 1 < width && row.columns.includes(left);
}

function textAt(row: SheetRow, column: number): string | undefined {
  const index = row.columns.indexOf(column);
  return index === -1 ? undefined : row.texts[index];
}

/** The text of the merged cells that cover a place. */
function mergedText(rows: readonly SheetRow[], merges: readonly CellRange[], number: number, column: number): string {
  const range = merges.find(({ left, right, top, bottom }) => column >= left && column <= right && number >= top && number <= bottom);
  const start = range === undefined ? undefined : rows.find((row) => row.number === range.top);
  return start === undefined || range === undefined ? '' : textAt(start, range.left) ?? '';
}

/** A text merged downwards stands in several rows and is said once. */
function joined(parts: readonly string[]): string {
  const different = parts.map((part) => part.trim()).filter((part, index, all) => part !== '' && part !== all[index - 1]);
  return different.join(': ');
}
