import { isUtf8 } from 'node:buffer';
import { StudyError } from '../../errors.js';
import type { Warning } from '../../results/warning.js';
import { byteOrderMark } from '../text/byte-order-mark.js';
import { chooseDialect } from '../rows/dialect.js';
import { encodingName } from '../text/encoding.js';
import { refuseOtherFormats } from '../file-kinds.js';
import { inMebibytes } from '../limits.js';
import { place } from '../place.js';
import { checkDelimiter } from '../read-options.js';
import { firstInvalidUtf8 } from '../text/utf8.js';
import { recoded, startingWith } from './byte-feed.js';
import type { ByteFeed } from './byte-feed.js';
import type { LogLimits } from './log-limits.js';
import { endLinesWithLf } from './lone-returns.js';
import { RowScanner } from './row-scanner.js';
import type { RowTaker } from './row-scanner.js';

const LF = 0x0a;
const NUL = 0;
/** Enough to choose a dialect by. */
const SAMPLE = 2 ** 17;

export interface LogFileOptions {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly limits: LogLimits;
  /** @param delimiter of the file, as it was chosen */
  readonly rows: (delimiter: string) => RowTaker;
  /** Awaited between blocks. */
  readonly pause?: ((progress: { readonly done: number; readonly total: number | null }) => Promise<void> | void) | undefined;
}

/** What is known of a file once it is read. */
export interface LogFileEnd {
  readonly warnings: readonly Warning[];
  /** A row at the end was cut, because the file was still being written. */
  readonly cutRow: boolean;
}

/**
 * Reads one file of a log from end to end, handing on its rows, the header first. Nothing is kept but one block, so
 * memory does not grow with the file.
 *
 * Bytes that are not UTF-8 are read as windows-1252 from there on; what came before was the same in both, or was UTF-8.
 *
 * @throws StudyError E_FILE_FORMAT, E_FILE_BINARY, E_ENCODING_INVALID, E_LINE_LONG and those of RowScanner and its taker.
 */
export async function readLogFile(opened: ByteFeed, options: LogFileOptions): Promise<LogFileEnd> {
  const { limits, pause } = options;
  const asked = options.encoding === undefined ? undefined : encodingName(options.encoding);
  checkDelimiter(options.delimiter);
  let feed = await decodedFeed(opened, asked);
  let mayRecode = asked === undefined;
  let buffer = Buffer.allocUnsafeSlow(limits.block + 1);
  let held = 0;
  let passed = 0;
  let scanner: RowScanner | null = null;
  const warnings: Warning[] = [];
  for (;;) {
    const room = buffer.subarray(0, buffer.length - 1);
    const count = held === room.length ? 0 : await feed.fill(room, held);
    const full = held === room.length;
    held += count;
    const ended = count === 0 && !full;
    if (buffer.subarray(held - count, held).includes(NUL)) throw binary(feed.name, passed + buffer.indexOf(NUL, held - count));
    if (!ended && scanner === null && held < SAMPLE && !full) continue;
    if (scanner === null) {
      const start = startOf(buffer, held, feed.name, options);
      scanner = start.scanner;
      buffer.copyWithin(0, start.skip, held);
      held -= start.skip;
      passed += start.skip;
    }
    let cutRow = false;
    if (ended && held > 0 && buffer[held - 1] !== LF) {
      if (feed.grew()) {
        cutRow = true;
        held = buffer.subarray(0, held).lastIndexOf(LF) + 1;
      } else buffer[held++] = LF;
    }
    const sure = endLinesWithLf(buffer, held, scanner.delimiter, ended);
    const end = buffer.subarray(0, sure).lastIndexOf(LF) + 1;
    if (!isUtf8(buffer.subarray(0, end))) {
      const invalid = firstInvalidUtf8([buffer.subarray(0, end)])!;
      const where = place(feed.name, scanner.nextLine + linesBefore(buffer, invalid.offset));
      const found = `byte 0x${invalid.byte.toString(16).toUpperCase().padStart(2, '0')} at offset ${passed + invalid.offset}`;
      if (!mayRecode) throw new StudyError('E_ENCODING_INVALID', `Expected UTF-8, found ${found}.`, { where, hint: 'Try --encoding windows-1252.' });
      mayRecode = false;
      warnings.push({ code: 'W_ENCODING', message: `Not valid UTF-8: ${found}; read as windows-1252 from there on.`, where });
      feed = recoded(startingWith(Buffer.from(buffer.subarray(0, held)), feed), 'windows-1252');
      held = 0;
      continue;
    }
    const taken = scanner.scan(buffer, end, ended);
    passed += taken;
    buffer.copyWithin(0, taken, held);
    held -= taken;
    if (ended) return { warnings, cutRow };
    if (held === room.length) {
      if (held > limits.record) throw tooLong(feed.name, scanner.nextLine, limits);
      const wider = Buffer.allocUnsafeSlow(2 * room.length + 1);
      buffer.copy(wider, 0, 0, held);
      buffer = wider;
    }
    await pause?.(feed.progress());
  }
}

async function decodedFeed(feed: ByteFeed, asked: string | undefined): Promise<ByteFeed> {
  const buffer = Buffer.alloc(512);
  let length = 0;
  for (let count = -1; length < buffer.length && count !== 0; length += count) count = await feed.fill(buffer, length);
  const head = buffer.subarray(0, length);
  if (length === 0) throw new StudyError('E_FILE_EMPTY', 'The file is empty.', { where: feed.name });
  refuseOtherFormats(head, feed.name);
  const mark = byteOrderMark(head);
  const encoding = mark?.encoding ?? asked ?? 'utf-8';
  const whole = startingWith(Buffer.from(head.subarray(mark?.encoding === 'utf-8' ? mark.length : 0)), feed);
  return encoding === 'utf-8' || encoding === 'utf-32' ? whole : recoded(whole, encoding);
}

function startOf(buffer: Buffer, held: number, name: string, { delimiter: asked, limits, rows }: LogFileOptions): { scanner: RowScanner; skip: number } {
  // As Latin-1 a character is a byte, and nothing here looks at letters beyond ASCII.
  const text = buffer.toString('latin1', 0, Math.min(held, SAMPLE));
  const { delimiter, preambleSize } = chooseDialect(text, asked);
  const above = text.slice(0, preambleSize).match(/\r\n?|\n/g)?.length ?? 0;
  return { scanner: new RowScanner(name, delimiter.value, 1 + above, limits, rows(delimiter.value)), skip: preambleSize };
}

function linesBefore(buffer: Buffer, offset: number): number {
  let lines = 0;
  for (let at = buffer.indexOf(LF); at !== -1 && at < offset; at = buffer.indexOf(LF, at + 1)) lines += 1;
  return lines;
}

function binary(name: string, offset: number): StudyError {
  return new StudyError('E_FILE_BINARY', `Expected text, found a NUL byte at offset ${offset}.`, {
    where: name, hint: 'Check that this is a CSV file; UTF-16 without a byte order mark needs --encoding utf-16le.',
  });
}

function tooLong(name: string, line: number, limits: LogLimits): StudyError {
  return new StudyError('E_LINE_LONG', `A line is longer than ${inMebibytes(limits.record)}.`, {
    where: place(name, line), hint: 'Check that this is a CSV file, one line an event.',
  });
}
