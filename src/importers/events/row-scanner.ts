import { RecordReader } from '../rows/records.js';
import type { LogLimits } from './log-limits.js';

const [QUOTE, LF, CR, SPACE] = Buffer.from('"\n\r ');

/**
 * One row: its cells lie in `bytes` from `starts[i]` up to `ends[i]`, without quotes around them. All of it holds only
 * during the call.
 */
export interface ScannedRow {
  bytes: Buffer;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  cells: number;
  line: number;
}

/** Takes the rows of a file. */
export interface RowTaker {
  take(row: ScannedRow): void;
  /**
   * A short way, tried before each row once there is one: takes the row that starts at `from` and answers where the next
   * starts; −1, with nothing taken, where the row has to be split first.
   */
  readonly plain: { take(bytes: Buffer, from: number, line: number): number } | null;
}

/**
 * Splits a log's bytes into rows and cells (RFC 4180) where they lie.
 *
 * Papaparse takes 3.2 s to split 5,000,000 rows into strings, before any is read; data.table is done with everything in
 * 3.0 s. So plain rows are split here, and so are quoted cells that end where a cell may end. As soon as a
 * quote does anything else (is doubled, or stands amid text) papaparse takes the rest of the block: there the rules are
 * many, and the two must not differ. A test holds them together on random files.
 */
export class RowScanner {
  readonly #row: ScannedRow;
  #line: number;
  /** Rows that papaparse has split are laid out here as if they had come plain. */
  #plain = Buffer.allocUnsafeSlow(2 ** 12);

  constructor(
    private readonly file: string,
    readonly delimiter: string,
    firstLine: number,
    private readonly limits: LogLimits,
    private readonly taker: RowTaker,
  ) {
    this.#line = firstLine;
    const cells = limits.cells;
    this.#row = { bytes: Buffer.alloc(0), starts: new Int32Array(cells), ends: new Int32Array(cells), cells: 0, line: 0 };
  }

  /** Line of the file on which the next row starts. */
  get nextLine(): number {
    return this.#line;
  }

  /**
   * Hands on the rows in `bytes` up to `end`, where the first byte starts a record and the last ends a line, and
   * answers how many bytes they took; fewer than `end` where a quoted cell goes on in the next block.
   *
   * @throws StudyError E_QUOTE_STRAY, and E_QUOTE_UNCLOSED where this is the last block.
   */
  scan(bytes: Buffer, end: number, isLast: boolean): number {
    const row = this.#row;
    const { starts, ends } = row;
    const delimiter = this.delimiter.charCodeAt(0);
    const most = starts.length;
    let line = this.#line;
    let at = 0;
    while (at < end) {
      const next = this.taker.plain === null ? -1 : this.taker.plain.take(bytes, at, line);
      if (next !== -1) {
        at = next;
        line += 1;
        continue;
      }
      const from = at;
      let cells = 0;
      let start = at;
      let stop = at;
      let lines = 1;
      for (;;) {
        if (bytes[at] === QUOTE) {
          const closing = bytes.indexOf(QUOTE, at + 1);
          const after = bytes[closing + 1];
          const closed = closing !== -1 && closing < end;
          if (!closed || (after !== delimiter && after !== LF && !(after === CR && bytes[closing + 2] === LF))) {
            this.#line = line;
            return from + this.#scanQuoted(bytes, from, end, isLast);
          }
          for (let inside = bytes.indexOf(LF, at); inside !== -1 && inside < closing; inside = bytes.indexOf(LF, inside + 1)) lines += 1;
          start = at + 1;
          stop = closing;
          at = after === CR ? closing + 2 : closing + 1;
        } else {
          start = at;
          for (let byte = bytes[at]; byte !== delimiter && byte !== LF; byte = bytes[at]) at += 1;
          stop = bytes[at] === LF && at > start && bytes[at - 1] === CR ? at - 1 : at;
        }
        if (cells < most) {
          starts[cells] = start;
          ends[cells] = stop;
        }
        cells += 1;
        if (bytes[at] === LF) break;
        at += 1;
      }
      row.bytes = bytes;
      row.cells = cells;
      row.line = line;
      if (cells > 1 || !isBlank(bytes, starts[0], ends[0])) this.taker.take(row);
      line += lines;
      at += 1;
    }
    this.#line = line;
    return end;
  }

  /** Bytes pass through papaparse as Latin-1 and come back as they were. */
  #scanQuoted(bytes: Buffer, from: number, end: number, isLast: boolean): number {
    const text = bytes.toString('latin1', from, end).replaceAll('\r\n', '\n');
    const shortened = end - from - text.length;
    const reader = new RecordReader(this.file, this.delimiter, this.#line, { block: 0, record: this.limits.record }, (cells, line) => {
      if (cells.length > 1 || cells[0].trim() !== '') this.#handOn(cells, line);
    });
    reader.push(text);
    const waiting = isLast ? 0 : reader.settle();
    if (isLast) reader.end();
    this.#line = reader.nextLine;
    if (waiting === 0) return end - from;
    // What waits is measured in the text, whose line ends are one byte.
    return bytesOf(bytes, from, end, text.length - waiting, shortened);
  }

  #handOn(cells: readonly string[], line: number): void {
    const row = this.#row;
    const text = cells.join(this.delimiter);
    if (text.length > this.#plain.length) this.#plain = Buffer.allocUnsafeSlow(2 * text.length);
    this.#plain.write(text, 'latin1');
    let at = 0;
    cells.forEach((cell, index) => {
      if (index < row.starts.length) {
        row.starts[index] = at;
        row.ends[index] = at + cell.length;
      }
      at += cell.length + 1;
    });
    row.bytes = this.#plain;
    row.cells = cells.length;
    row.line = line;
    this.taker.take(row);
  }
}

/** How many bytes the first `length` characters of a text took before its CRLF became LF. */
function bytesOf(bytes: Buffer, from: number, end: number, length: number, shortened: number): number {
  if (shortened === 0) return length;
  let at = from;
  for (let passed = 0; passed < length && at < end; passed += 1) at += bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1;
  return at - from;
}

function isBlank(bytes: Buffer, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (bytes[at] > SPACE) return false;
  return true;
}
