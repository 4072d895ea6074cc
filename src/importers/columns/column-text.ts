import { PackedText } from '../text/packed-text.js';

/**
 * What a CSV writer puts an apostrophe before: text that a spreadsheet would take for a formula, and text that
 * already looks as if it had been given one.
 */
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/;
const APOSTROPHE = 0x27;
/** From so many different texts on, a column in which most cells differ is kept cell by cell. */
const MANY = 4096;

/**
 * One column as read. Surveys repeat few answers many times, so each different text is kept once, with its
 * number for every row; a column of mostly different texts keeps every cell, which then takes less memory.
 */
export class ColumnText {
  private readonly texts: string[] = [];
  private readonly indexOf = new Map<string, number>();
  /** For each row the index of its text; longer than the rows where there is room to grow. */
  private codes = new Uint32Array(64);
  private cells: PackedText | null = null;
  /** Neighbours are often alike, above all blank ones. */
  private lastText: string | null = null;
  private lastCode = 0;

  /** Takes the next row's cell. An apostrophe that keeps a spreadsheet from running a formula is removed. */
  set(row: number, cell: string): void {
    this.put(row, cell.charCodeAt(0) === APOSTROPHE && GUARDED.test(cell) ? cell.slice(1) : cell);
  }

  /** A column of these texts, as they stand. */
  static from(texts: Iterable<string>): ColumnText {
    const column = new ColumnText();
    let row = 0;
    for (const text of texts) column.put(row++, text);
    return column;
  }

  /** The column of these rows only. */
  only(rows: Uint32Array): ColumnText {
    if (this.cells !== null) return ColumnText.from(Array.from(rows, (row) => this.at(row)));
    const column = new ColumnText();
    for (const text of this.texts) column.codeOf(text);
    column.codes = rows.map((row) => this.codes[row]);
    return column;
  }

  private put(row: number, text: string): void {
    if (this.cells !== null) {
      this.cells.push(text);
      return;
    }
    if (text !== this.lastText) {
      this.lastText = text;
      this.lastCode = this.codeOf(text);
    }
    if (row === this.codes.length) {
      const grown = new Uint32Array(2 * row);
      grown.set(this.codes);
      this.codes = grown;
    }
    this.codes[row] = this.lastCode;
    if (this.texts.length >= MANY && this.texts.length * 2 > row) this.keepEveryCell(row + 1);
  }

  /** The text of a row. */
  at(row: number): string {
    return this.cells === null ? this.texts[this.codes[row]] : this.cells.at(row);
  }

  /** The column of these rows only, in ascending order. */
  tally(rows: Uint32Array): TalliedText {
    if (this.cells !== null) {
      const texts = Array.from(rows, (row) => this.at(row));
      const codes = rows.map((_, index) => index);
      return { texts, codes, counts: new Uint32Array(rows.length).fill(1), firstRows: codes };
    }
    const newCode = new Int32Array(this.texts.length).fill(-1);
    const texts: string[] = [];
    const counts: number[] = [];
    const firstRows: number[] = [];
    const codes = new Uint32Array(rows.length);
    for (let row = 0; row < rows.length; row += 1) {
      const old = this.codes[rows[row]];
      if (newCode[old] === -1) {
        newCode[old] = texts.length;
        texts.push(this.texts[old]);
        counts.push(0);
        firstRows.push(row);
      }
      codes[row] = newCode[old];
      counts[codes[row]] += 1;
    }
    return { texts, codes, counts, firstRows };
  }

  private codeOf(text: string): number {
    const known = this.indexOf.get(text);
    if (known !== undefined) return known;
    this.indexOf.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  private keepEveryCell(rows: number): void {
    this.cells = new PackedText();
    for (let row = 0; row < rows; row += 1) this.cells.push(this.texts[this.codes[row]]);
    this.texts.length = 0;
    this.indexOf.clear();
    this.codes = new Uint32Array(0);
  }
}

/**
 * A column of settled rows: its texts, each with its number of cells and the first row that holds it. Each
 * different text stands once, except in a column that keeps every cell.
 */
export interface TalliedText {
  readonly texts: readonly string[];
  /** One entry a row: an index into the arrays of texts. */
  readonly codes: Uint32Array;
  readonly counts: ArrayLike<number>;
  readonly firstRows: ArrayLike<number>;
}

/** What each row holds, where `values` has one entry for each text of the column. */
export function eachRow<T extends Float64Array | Uint8Array>(codes: Uint32Array, values: T, into: T): T {
  for (let row = 0; row < codes.length; row += 1) into[row] = values[codes[row]];
  return into;
}
