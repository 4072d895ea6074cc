import Papa from 'papaparse';
import { StudyError } from '../../errors.js';
import { inMebibytes } from '../limits.js';
import { place } from '../place.js';
import { closingQuote } from './quotes.js';

/**
 * Receives one record. `line` is the 1-based line on which it starts; `raw` is its text without the line end
 * where it holds a quote, else ''. A blank line is the record [''].
 */
export type OnRecord = (cells: string[], line: number, raw: string) => void;

interface Held {
  readonly cells: string[];
  readonly start: number;
  readonly end: number;
  readonly errors: readonly Papa.ParseError[];
}

/**
 * Splits CSV text (RFC 4180, lines ended by LF) into records as it arrives in blocks.
 *
 * Papaparse parses each block; its last record may be cut, so it waits for the next block. A record that does
 * not fit doubles what is gathered before the next attempt, so a long one costs linear time, up to `limit`.
 */
export class RecordReader {
  private pending = '';
  private wanted: number;
  private line: number;
  private readonly config: { delimiter: string; newline: '\n'; quoteChar: '"' };

  constructor(
    private readonly file: string,
    delimiter: string,
    firstLine: number,
    private readonly size: { readonly block: number; readonly record: number },
    private readonly onRecord: OnRecord,
  ) {
    this.config = { delimiter, newline: '\n', quoteChar: '"' };
    this.line = firstLine;
    this.wanted = size.block;
  }

  /** @throws StudyError E_QUOTE_STRAY, E_QUOTE_UNCLOSED, E_RECORD_LONG, and what `onRecord` throws. */
  push(text: string): void {
    this.pending += text;
    if (this.pending.length < this.wanted) return;
    const held = this.parse();
    const start = held?.start ?? 0;
    if (held !== null && held.end - start > this.size.record) throw this.tooLong(held);
    this.pending = this.pending.slice(start);
    this.wanted = Math.max(this.size.block, Math.min(2 * this.pending.length, this.size.record + this.size.block));
  }

  /** Passes on the last record too where it is whole; answers how many characters wait for more text. */
  settle(): number {
    const held = this.pending === '' ? null : this.parse();
    if (held !== null && held.errors.length === 0 && held.end > held.start) this.pass(held);
    this.pending = held === null || held.errors.length === 0 ? '' : this.pending.slice(held.start);
    return this.pending.length;
  }

  /** Line on which the next record starts. */
  get nextLine(): number {
    return this.line;
  }

  end(): void {
    if (this.pending === '') return;
    if (!this.pending.endsWith('\n')) this.pending += '\n';
    const held = this.parse();
    if (held !== null && held.end > held.start) this.pass(held);
  }

  /** Passes on every record but the last, and returns that one. */
  private parse(): Held | null {
    let held: Held | null = null;
    // Papaparse drops a byte order mark, which in the middle of a file is a character like any other.
    const shift = this.pending.startsWith('\uFEFF') ? 1 : 0;
    Papa.parse<string[]>(this.pending, {
      ...this.config,
      step: ({ data, errors, meta }) => {
        const start = held?.end ?? 0;
        if (held !== null) this.pass(held);
        if (shift === 1 && start === 0) data[0] = `\uFEFF${data[0]}`;
        held = { cells: data, start, end: meta.cursor + shift, errors: errors.slice(0, 2) };
      },
    });
    return held;
  }

  private pass({ cells, start, end, errors }: Held): void {
    const raw = this.pending.slice(start, this.pending[end - 1] === '\n' ? end - 1 : end);
    const quoted = raw.includes('"');
    if (errors.length > 0) throw this.quoteError(raw, start, errors);
    const line = this.line;
    this.line += quoted ? 1 + (raw.match(/\r\n?|\n/g)?.length ?? 0) : 1;
    this.onRecord(cells, line, quoted ? raw : '');
  }

  private quoteError(raw: string, start: number, errors: readonly Papa.ParseError[]): StudyError {
    const opening = (errors[0].index ?? start + 1) - 1 - start;
    const where = this.position(raw, opening);
    const closing = closingQuote(raw, opening);
    if (closing === -1) {
      return new StudyError('E_QUOTE_UNCLOSED', 'The quote that opens this cell is never closed.', {
        where, hint: 'Close it, or double it if it belongs to the text ("").',
      });
    }
    const second = this.position(raw, closing);
    const message = `The quote that opens this cell meets another at ${second} with text after it.`;
    return new StudyError('E_QUOTE_STRAY', message, {
      where, hint: 'Close the cell before that quote, or double the quote if it belongs to the text ("").',
    });
  }

  private tooLong(held: Held): StudyError {
    const limit = inMebibytes(this.size.record);
    if (held.errors.length === 0) {
      const where = place(this.file, this.line);
      return new StudyError('E_RECORD_LONG', `A record is longer than ${limit}.`, { where });
    }
    const opening = (held.errors[0].index ?? held.start + 1) - 1 - held.start;
    return new StudyError('E_QUOTE_UNCLOSED', `The quote that opens this cell is not closed within ${limit}.`, {
      where: this.position(this.pending.slice(held.start), opening),
      hint: 'Close it, or double it if it belongs to the text ("").',
    });
  }

  /** `file:line:column` of a character of the record that is being read. */
  private position(raw: string, at: number): string {
    const lines = raw.slice(0, at).split(/\r\n?|\n/);
    return place(this.file, this.line + lines.length - 1, (lines.at(-1) ?? '').length + 1);
  }
}
