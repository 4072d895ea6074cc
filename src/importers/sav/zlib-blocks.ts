import { inflateSync } from 'node:zlib';
import { StudyError } from '../../errors.js';
import { inMebibytes } from '../limits.js';
import type { ByteReader } from '../labelled/byte-reader.js';

const HEADER = 24;
const BLOCK = 24;

/**
 * The packed cases of a .zsav file, out of the blocks that its trailer lists.
 *
 * @param limit bytes that they may unpack to
 * @throws StudyError E_SAV_DAMAGED where header, trailer and blocks contradict each other, E_FILE_LARGE over the limit.
 */
export function zlibBlocks(reader: ByteReader, limit: number, file: string): Uint8Array {
  const start = reader.offset;
  const offset = reader.int64('its compressed cases');
  const trailer = reader.int64('its compressed cases');
  const length = reader.int64('its compressed cases');
  if (offset !== start || trailer < start + HEADER) throw reader.damaged(`its compressed cases say that they start at offset ${offset}`);
  if (trailer + length > reader.bytes.length) throw reader.truncated('its compressed cases');
  reader.offset = trailer;
  reader.take(20, 'its list of blocks');
  const count = reader.count(reader.int32('its list of blocks'), BLOCK, 'blocks');
  if (length !== HEADER + BLOCK * count) throw reader.damaged(`its list of ${count} blocks has ${length} bytes`);
  const blocks = Array.from({ length: count }, () => {
    reader.take(8, 'its list of blocks');
    return { at: reader.int64('a block'), unpacked: reader.int32('a block'), packed: reader.int32('a block') };
  });
  const total = blocks.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > limit) {
    throw new StudyError('E_FILE_LARGE', `The cases unpack to ${inMebibytes(total)}, and at most ${inMebibytes(limit)} are read.`, {
      where: file, hint: 'Keep only the variables of the analysis.',
    });
  }
  let expected = start + HEADER;
  return Buffer.concat(blocks.map(({ at, unpacked, packed }) => {
    if (at !== expected || packed < 0 || unpacked < 0) throw reader.damaged(`expected a block at offset ${expected}, found one at ${at}`);
    expected += packed;
    reader.offset = at;
    return inflated(reader.take(packed, 'a block'), unpacked, reader);
  }));
}

function inflated(packed: Uint8Array, size: number, reader: ByteReader): Uint8Array {
  try {
    const unpacked = inflateSync(packed, { maxOutputLength: Math.max(1, size) });
    if (unpacked.length === size) return unpacked;
  } catch {
    // Whatever is wrong with it, the block does not unpack to what was said.
  }
  throw reader.damaged(`a block does not unpack to ${size} bytes`);
}
