import { StudyError } from '../../errors.js';
import { byteOrderMark, isUtf16 } from './byte-order-mark.js';
import { refuseOtherFormats } from '../file-kinds.js';
import { inMebibytes } from '../limits.js';
import type { SurveyLimits } from '../limits.js';
import { place } from '../place.js';
import { fileTooLarge } from '../source.js';
import type { Source } from '../source.js';

const NUL = 0x00;
const LF = 0x0a;
const CR = 0x0d;

/** The whole content of a source in memory, and what was seen on the way. */
export interface Bytes {
  readonly name: string;
  readonly chunks: readonly Uint8Array[];
  readonly hasCarriageReturn: boolean;
}

/**
 * Reads a source to its end. It is kept, not read twice: a pipe cannot be, and what is hashed is what is parsed.
 *
 * @param encoding what the user said, because UTF-16 holds NUL bytes and other text does not.
 * @throws StudyError E_FILE_LARGE, E_LINE_LONG, E_FILE_FORMAT, E_FILE_BINARY, E_ENCODING_UTF16.
 */
export async function readBytes(source: Source, limits: SurveyLimits, encoding?: string): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let sinceNewline = 0;
  let hasCarriageReturn = false;
  let mayHoldNul = false;
  for await (const chunk of source.chunks) {
    if (total === 0) {
      refuseOtherFormats(chunk, source.name);
      mayHoldNul = isUtf16(encoding) || isUtf16(byteOrderMark(chunk)?.encoding);
    }
    if (!mayHoldNul && chunk.includes(NUL)) throw binary(source.name, chunk, total);
    chunks.push(chunk);
    total += chunk.length;
    if (total > limits.bytes) throw fileTooLarge(source.name, total, limits.bytes);
    const first = firstNewline(chunk);
    if (sinceNewline + (first === -1 ? chunk.length : first) > limits.record) {
      throw new StudyError('E_LINE_LONG', `A line is longer than ${inMebibytes(limits.record)}.`, {
        where: place(source.name, 1 + countNewlines(chunks, total - chunk.length - sinceNewline)),
        hint: 'Check that this is a CSV file, one line a record.',
      });
    }
    sinceNewline = first === -1 ? sinceNewline + chunk.length : chunk.length - 1 - lastNewline(chunk);
    hasCarriageReturn ||= chunk.includes(CR);
  }
  return { name: source.name, chunks, hasCarriageReturn };
}

/** Line ends in the first `length` bytes; LF, CRLF and CR count one each. */
export function countNewlines(chunks: readonly Uint8Array[], length: number): number {
  let count = 0;
  let previous = -1;
  let left = length;
  for (const chunk of chunks) {
    for (const byte of chunk.subarray(0, left)) {
      if (byte === CR || (byte === LF && previous !== CR)) count += 1;
      previous = byte;
    }
    left -= Math.min(left, chunk.length);
  }
  return count;
}

function firstNewline(chunk: Uint8Array): number {
  const lf = chunk.indexOf(LF);
  const cr = (lf === -1 ? chunk : chunk.subarray(0, lf)).indexOf(CR);
  return cr === -1 ? lf : cr;
}

function lastNewline(chunk: Uint8Array): number {
  return Math.max(chunk.lastIndexOf(LF), chunk.lastIndexOf(CR));
}

function binary(name: string, chunk: Uint8Array, offset: number): StudyError {
  const sample = chunk.subarray(0, 1000);
  const odd = sample.filter((byte, index) => index % 2 === 1 && byte === NUL).length;
  const even = sample.filter((byte, index) => index % 2 === 0 && byte === NUL).length;
  if (offset === 0 && Math.max(odd, even) > sample.length / 4) {
    const order = odd > even ? 'utf-16le' : 'utf-16be';
    return new StudyError('E_ENCODING_UTF16', 'The text looks like UTF-16, but has no byte order mark to say so.', {
      where: name, hint: `Type --encoding ${order}.`,
    });
  }
  return new StudyError('E_FILE_BINARY', `Expected text, found a NUL byte at offset ${offset + chunk.indexOf(NUL)}.`, {
    where: name, hint: 'Check that this is a CSV file, and export it again.',
  });
}
