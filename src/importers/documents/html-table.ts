import type { PlacedText, TableCell, TextTable } from '../../dataset/document.js';
import type { HtmlTag } from './html-tokens.js';

/** Cells in a row, and rows that a cell may reach over; a browser stops at 1000 too. */
const MOST = 1000;

/** One HTML table as a rectangle: a cell over several columns or rows repeats in each, marked as spanned. */
export class HtmlTable {
  readonly #rows: TableCell[][] = [];
  #caption: PlacedText | null = null;
  #open: 'cell' | 'caption' | null = null;
  #span = { columns: 1, rows: 1 };
  /** By column: cells that reach down into the rows to come. */
  readonly #reaching = new Map<number, { readonly text: PlacedText; left: number }>();

  /** @param text what stands since the tag before */
  tag({ name, closes, attributes }: HtmlTag, text: PlacedText): void {
    this.endCell(text);
    if (closes) return;
    if (name === 'caption') {
      this.#open = 'caption';
    } else if (name === 'tr') {
      this.#newRow();
    } else {
      if (this.#rows.length === 0) this.#newRow();
      this.#open = 'cell';
      this.#span = { columns: spanOf(attributes, 'colspan'), rows: spanOf(attributes, 'rowspan') };
    }
  }

  /** Ends the cell or caption that is open, if any, with its text. */
  endCell(text: PlacedText): void {
    if (this.#open === 'caption') this.#caption = text;
    if (this.#open === 'cell') {
      for (let column = 0; column < this.#span.columns; column += 1) {
        const row = this.#rows.at(-1)!;
        if (row.length >= MOST) break;
        if (this.#span.rows > 1) this.#reaching.set(row.length, { text, left: this.#span.rows - 1 });
        row.push({ text, spanned: column > 0 });
      }
      this.#fillReaching();
    }
    this.#open = null;
  }

  /** Null where no row has a cell. */
  block(): TextTable | null {
    const rows = this.#rows.filter((row) => row.length > 0);
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (width === 0) return null;
    return {
      kind: 'table',
      caption: this.#caption,
      rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, (): TableCell => ({ text: { text: '', at: row[0].text.at }, spanned: false }))]),
    };
  }

  #newRow(): void {
    this.#rows.push([]);
    this.#fillReaching();
  }

  /** Puts what reaches down from above into the row, up to the next free column. */
  #fillReaching(): void {
    const row = this.#rows.at(-1)!;
    for (let from = this.#reaching.get(row.length); from !== undefined && row.length < MOST; from = this.#reaching.get(row.length)) {
      from.left -= 1;
      if (from.left === 0) this.#reaching.delete(row.length);
      row.push({ text: from.text, spanned: true });
    }
  }
}

function spanOf(attributes: string, name: string): number {
  const value = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,5})`, 'i').exec(attributes);
  return Math.min(Math.max(1, Number(value?.[1] ?? 1)), MOST);
}
