import type { ByteReader } from '../labelled/byte-reader.js';

/** How the cases of a system file are written. */
export interface SavHeader {
  readonly compression: 'none' | 'bytecode' | 'zlib';
  /** Position of the weight variable's record, from 1; 0 for none. */
  readonly weight: number;
  /** -1 where the writer did not know. */
  readonly cases: number;
  /** What a compressed code is ahead of its number. */
  readonly bias: number;
  /** Bytes of text, in the file's encoding. */
  readonly fileLabel: Uint8Array;
}

const COMPRESSIONS = ['none', 'bytecode', 'zlib'] as const;

/** Reads the first 176 bytes, and from the layout code in them the order of bytes. */
export function readHeader(reader: ByteReader): SavHeader {
  const kind = reader.ascii(4, 'its header');
  reader.take(60, 'its header');
  const layout = reader.int32('its header');
  if (layout !== 2 && layout !== 3) {
    reader.isLittleEndian = false;
    reader.offset -= 4;
    const other = reader.int32('its header');
    if (other !== 2 && other !== 3) throw reader.damaged(`its layout code is ${layout}, where 2 or 3 is expected`);
  }
  reader.int32('its header');
  const code = reader.int32('its header');
  const compression = COMPRESSIONS[code];
  if (compression === undefined || (compression === 'zlib') !== (kind === '$FL3')) {
    throw reader.damaged(`compression ${code} does not go with ${kind}`);
  }
  const weight = reader.int32('its header');
  const cases = reader.int32('its header');
  const bias = reader.float64('its header');
  reader.take(17, 'its header');
  const fileLabel = reader.take(64, 'its header');
  reader.take(3, 'its header');
  return { compression, weight, cases, bias, fileLabel };
}
