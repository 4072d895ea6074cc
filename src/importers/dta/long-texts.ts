import type { ByteReader } from '../labelled/byte-reader.js';
import { tag } from './header.js';
import type { DtaHeader } from './header.js';

/** Texts of any length, by the variable and row that they belong to, as `variable:row`. */
export type LongTexts = ReadonlyMap<string, Uint8Array>;

const TEXT = 130;
const MARK = 'GSO';

/** Reads the long texts (strL) that stand after the cells; those that hold bytes rather than text are left out. */
export function readLongTexts(reader: ByteReader, { release }: DtaHeader): LongTexts {
  const found = new Map<string, Uint8Array>();
  tag(reader, '<strls>');
  for (;;) {
    const at = reader.offset;
    if (reader.ascii(3, 'its long texts') !== MARK) {
      reader.offset = at;
      tag(reader, '</strls>');
      return found;
    }
    const variable = reader.uint32('a long text');
    const row = release === 117 ? reader.uint32('a long text') : reader.int64('a long text');
    const type = reader.uint8('a long text');
    const content = reader.take(reader.uint32('a long text'), 'a long text');
    found.set(`${variable}:${row}`, type === TEXT ? content.subarray(0, content.length - 1) : content);
  }
}

/**
 * The long text that a cell of 8 bytes refers to; null where it refers to none, undefined where that is not there.
 *
 * @param layouts how many of the bytes name the variable, in the order in which they are tried
 */
export function referredText(cell: Uint8Array, layouts: readonly number[], isLittleEndian: boolean, texts: LongTexts): Uint8Array | null | undefined {
  if (cell.every((byte) => byte === 0)) return null;
  for (const bytes of layouts) {
    const text = texts.get(`${wholeNumber(cell.subarray(0, bytes), isLittleEndian)}:${wholeNumber(cell.subarray(bytes), isLittleEndian)}`);
    if (text !== undefined) return text;
  }
  return undefined;
}

function wholeNumber(bytes: Uint8Array, isLittleEndian: boolean): number {
  const add = (sum: number, byte: number): number => sum * 256 + byte;
  return isLittleEndian ? bytes.reduceRight(add, 0) : bytes.reduce(add, 0);
}
