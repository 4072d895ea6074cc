import type { Warning } from '../../results/warning.js';
import { place } from '../place.js';
import { counted } from '../wording.js';

/** What may be odd about rows without making the file unreadable, in the words of its warning. */
const MESSAGES = {
  W_ROWS_BLANK: (count: number) => `${counted(count, 'row')} of blank cells left out.`,
  W_CELLS_EXTRA: (count: number) => `${counted(count, 'row')} with blank cells beyond the header's; ` +
    'those cells are left out.',
  W_LINES_BLANK: (count: number) => `${counted(count, 'blank line')} read as blank cells, ` +
    'because the file has one column.',
  W_QUOTE_STRAY: (count: number) => `${counted(count, 'cell')} with a quote inside, but not quoted; kept as written.`,
  W_QUOTE_SWALLOWED: (count: number) => `${counted(count, 'cell')} with lines inside that look like records: ` +
    'a quote may be left open, and rows may be lost in it.',
} as const;

export type RowFindingCode = keyof typeof MESSAGES;

interface Finding {
  readonly code: RowFindingCode;
  /** Index of the column, or null where a whole row is meant. */
  readonly column: number | null;
  /** The first line on which it was found. */
  readonly line: number;
  count: number;
}

/** Counts what is odd about rows: one warning for each kind, and for each column where cells are meant. */
export class RowFindings {
  private readonly found = new Map<string, Finding>();

  note(code: RowFindingCode, line: number, column: number | null = null): void {
    const key = `${code} ${column}`;
    const known = this.found.get(key);
    if (known === undefined) this.found.set(key, { code, column, line, count: 1 });
    else known.count += 1;
  }

  /** @param names of the columns. */
  warnings(file: string, names: readonly string[]): Warning[] {
    return [...this.found.values()].map(({ code, column, line, count }) => ({
      code, message: MESSAGES[code](count), where: place(file, line, column === null ? undefined : names[column]),
    }));
  }
}
