import { isUtf8 } from 'node:buffer';

/** What a text that is not valid UTF-8 looks like up to its first invalid byte. */
export interface InvalidUtf8 {
  /** Byte offset in the whole text. */
  readonly offset: number;
  readonly byte: number;
  /** Valid characters beyond ASCII before it: where there are some, the text may be damaged UTF-8. */
  readonly validBefore: number;
}

/** Where UTF-8 is first violated (Unicode 15, table 3-7), or null where all bytes are valid. */
export function firstInvalidUtf8(chunks: readonly Uint8Array[]): InvalidUtf8 | null {
  let offset = 0;
  let validBefore = 0;
  let carried: Uint8Array = new Uint8Array(0);
  for (const [index, chunk] of chunks.entries()) {
    const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const end = index === chunks.length - 1 ? bytes.length : lastBoundary(bytes);
    const whole = bytes.subarray(0, end);
    const wrong = isUtf8(whole) ? -1 : invalidIndex(whole);
    if (wrong !== -1) {
      for (const earlier of chunks.slice(0, index)) validBefore += countLeadBytes(earlier);
      validBefore += countLeadBytes(whole.subarray(carried.length === 0 ? 0 : carried.length, wrong));
      return { offset: offset + wrong, byte: whole[wrong], validBefore };
    }
    offset += end;
    carried = bytes.subarray(end);
  }
  return null;
}

/** The end of the last character that is surely complete: at most three bytes wait for the next chunk. */
function lastBoundary(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back];
    if (byte >= 0xc0) return bytes.length - back;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

function countLeadBytes(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0xc0) count += 1;
  return count;
}

function invalidIndex(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/** Bytes of the well-formed character that starts at `at`, or 0 where none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const second = bytes[at + 1];
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (!(second >= least && second <= most)) return 0;
  for (let next = 2; next < length; next += 1) if ((bytes[at + next] & 0xc0) !== 0x80) return 0;
  return length;
}
