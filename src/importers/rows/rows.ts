import { StudyError } from '../../errors.js';
import type { Warning } from '../../results/warning.js';
import { ColumnText } from '../columns/column-text.js';
import { nameColumns } from './header.js';
import type { Header } from './header.js';
import { place } from '../place.js';
import { cellsWithStrayQuotes, swallowsRecords } from './quotes.js';
import { RowFindings } from './row-findings.js';
import { counted } from '../wording.js';

/** The records of a file as a rectangle: one text column for each header cell, one line number for each row. */
export interface Rows {
  readonly header: Header;
  readonly columns: readonly ColumnText[];
  /** The line on which each row starts. */
  readonly lines: readonly number[];
  /** The header and up to two records below it, as written. */
  readonly firstRecords: readonly (readonly string[])[];
  readonly warnings: readonly Warning[];
}

/**
 * Takes records one by one and makes the rectangle. Blank lines are skipped, except that in a file of one
 * column a blank line is a blank cell; rows of nothing but blank cells are skipped with a warning.
 */
export class RowGatherer {
  private header: Header | null = null;
  private columns: ColumnText[] = [];
  private readonly lines: number[] = [];
  private readonly firstRecords: string[][] = [];
  private readonly findings = new RowFindings();

  constructor(private readonly file: string, private readonly delimiter: string) {}

  /**
   * @param raw the record's text where it holds a quote, else ''.
   * @throws StudyError E_ROW_RAGGED with both counts, where a row does not have the header's cells.
   */
  take(cells: string[], line: number, raw: string): void {
    const isBlankLine = cells.length === 1 && cells[0].trim() === '';
    if (this.header === null) {
      if (!isBlankLine) this.takeHeader(cells, line);
      return;
    }
    const width = this.columns.length;
    if (isBlankLine && width > 1) return;
    if (cells.length !== width) this.shorten(cells, line);
    if (this.firstRecords.length < 3) this.firstRecords.push(cells);
    if (isBlankLine) this.findings.note('W_LINES_BLANK', line);
    else if (cells.every((cell) => cell.trim() === '')) {
      this.findings.note('W_ROWS_BLANK', line);
      return;
    }
    if (raw !== '') this.lookAtQuotes(cells, line, raw);
    const row = this.lines.length;
    for (let index = 0; index < width; index += 1) this.columns[index].set(row, cells[index]);
    this.lines.push(line);
  }

  /** @throws StudyError E_HEADER_MISSING where no record was taken. */
  finish(): Rows {
    const { header, columns, lines, firstRecords, file } = this;
    if (header === null) {
      const message = 'The file holds only blank lines, so there is no header.';
      throw new StudyError('E_HEADER_MISSING', message, { where: file });
    }
    const warnings = [...header.warnings, ...this.findings.warnings(file, header.names)];
    if (lines.length === 0) {
      const where = place(file, header.line);
      warnings.push({ code: 'W_ROWS_NONE', message: 'The file has a header and no rows.', where });
    }
    return { header, columns, lines, firstRecords, warnings };
  }

  private takeHeader(cells: string[], line: number): void {
    this.firstRecords.push(cells);
    this.header = nameColumns(cells, this.file, line);
    this.columns = this.header.names.map(() => new ColumnText());
  }

  private shorten(cells: string[], line: number): void {
    const width = this.columns.length;
    if (cells.length > width && cells.slice(width).every((cell) => cell.trim() === '')) {
      this.findings.note('W_CELLS_EXTRA', line);
      cells.length = width;
      return;
    }
    const message = `Line ${line} has ${counted(cells.length, 'cell')} where the header has ${width}.`;
    throw new StudyError('E_ROW_RAGGED', message, { where: place(this.file, line), hint: this.raggedHint(cells, line) });
  }

  private raggedHint(cells: readonly string[], line: number): string {
    if (cells.some((cell) => /^\s+"/.test(cell))) {
      return 'Remove the space before a quote: a cell is quoted only where the quote comes first.';
    }
    if (cells.length === this.columns.length + 1 && this.lines.length === 0) {
      return 'If every row has one cell more, the first holds row names: give it a name in the header.';
    }
    if (this.columns.length === 1 && cells.length > 2) return `If line ${line} holds the names of the columns, remove the lines above it.`;
    if (cells.length > this.columns.length) return 'A cell that holds the delimiter has to be quoted.';
    return 'Complete the row, or remove it.';
  }

  private lookAtQuotes(cells: readonly string[], line: number, raw: string): void {
    if (cells.some((cell) => cell.includes('"'))) {
      const stray = cellsWithStrayQuotes(raw, cells, this.delimiter);
      for (const index of stray) this.findings.note('W_QUOTE_STRAY', line, index);
    }
    cells.forEach((cell, index) => {
      if (swallowsRecords(cell, cells.length, this.delimiter)) this.findings.note('W_QUOTE_SWALLOWED', line, index);
    });
  }
}
