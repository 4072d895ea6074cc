import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import { inMebibytes } from '../limits.js';
import { damaged, zipDirectory } from './zip-directory.js';
import type { ZipEntry } from './zip-directory.js';

/** What an archive may unpack to at most. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Bytes of one unpacked file. */
  readonly entry: number;
  /** Bytes of all unpacked files. */
  readonly total: number;
  /** Unpacked bytes for each packed one, of a file that unpacks to more than a mebibyte. */
  readonly ratio: number;
}

const MIB = 2 ** 20;
/** Deflate reaches 1032 to 1 on nothing but repetition; the sheets of real workbooks stay below 60. */
export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 10_000, entry: 256 * MIB, total: 512 * MIB, ratio: 200 };
/** Packed bytes that are unpacked at a time: 8 MiB at the very most. */
const STEP = 2 ** 13;

/** An opened zip archive of somebody else's making. */
export interface Archive {
  /** Files in the archive's order, folders left out. */
  readonly names: readonly string[];
  /** A file whole. */
  read(name: string): Uint8Array;
  /** A file piece by piece, so that no more than a piece of it is in memory. */
  pieces(name: string): Generator<Uint8Array>;
}

/**
 * Opens a zip archive (.xlsx, .docx, .qdpx, .zip) and checks what it claims; nothing is unpacked yet. Reading a file
 * stops as soon as it passes the size that was claimed for it.
 *
 * @throws StudyError E_ARCHIVE_… of `zipDirectory`, and E_ARCHIVE_LARGE or E_ARCHIVE_RATIO over the limits. Reading
 *   throws E_ARCHIVE_MISSING for a name that is not there and E_ARCHIVE_DAMAGED for content that is not what was claimed.
 * @example
 * const archive = openArchive(bytes, 'interviews.qdpx');
 * archive.read(archive.names.find((name) => name.endsWith('.qde'))!);
 */
export function openArchive(bytes: Uint8Array, file: string, limits: ArchiveLimits = ARCHIVE_LIMITS): Archive {
  const entries = new Map(zipDirectory(bytes, file, limits.entries).map((entry) => [entry.name, entry]));
  refuseBombs([...entries.values()], file, limits);
  const pieces = (name: string): Generator<Uint8Array> => unpack(bytes, found(entries, name, file), `${file}:${name}`);
  return {
    names: [...entries.keys()],
    pieces,
    read: (name) => Buffer.concat([...pieces(name)]),
  };
}

function refuseBombs(entries: readonly ZipEntry[], file: string, limits: ArchiveLimits): void {
  for (const { name, packed, unpacked } of entries) {
    const where = `${file}:${name}`;
    if (unpacked > limits.entry) {
      throw new StudyError('E_ARCHIVE_LARGE', `A file would unpack to ${inMebibytes(unpacked)}; at most ${inMebibytes(limits.entry)} are read.`, { where });
    }
    if (unpacked > MIB && unpacked > limits.ratio * packed) {
      const message = `A file of ${inMebibytes(packed)} would unpack to ${inMebibytes(unpacked)}, as a zip bomb does: more than ${limits.ratio} times as much.`;
      throw new StudyError('E_ARCHIVE_RATIO', message, { where });
    }
  }
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total <= limits.total) return;
  throw new StudyError('E_ARCHIVE_LARGE', `The archive would unpack to ${inMebibytes(total)}; at most ${inMebibytes(limits.total)} are read.`, { where: file });
}

function found(entries: ReadonlyMap<string, ZipEntry>, name: string, file: string): ZipEntry {
  const entry = entries.get(name);
  if (entry !== undefined) return entry;
  const near = nearestNames(name, [...entries.keys()]);
  throw new StudyError('E_ARCHIVE_MISSING', `The archive holds no file ${name}.`, {
    where: file, hint: near.length === 0 ? undefined : `Nearest: ${near.join(', ')}.`,
  });
}

function* unpack(bytes: Uint8Array, entry: ZipEntry, where: string): Generator<Uint8Array> {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  let size = 0;
  let crc = 0;
  for (const piece of entry.method === 'stored' ? [packed] : inflated(packed, where)) {
    size += piece.length;
    if (size > entry.unpacked) throw damaged(`the file unpacks to more than the ${entry.unpacked} bytes that were claimed`, where);
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size < entry.unpacked) throw damaged(`the file unpacks to ${size} bytes, and ${entry.unpacked} were claimed`, where);
  if (crc !== entry.crc) throw damaged('the content of the file does not match its check sum', where);
}

function* inflated(packed: Uint8Array, where: string): Generator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => { pieces.push(piece); });
  for (let at = 0; at === 0 || at < packed.length; at += STEP) {
    try {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    } catch (cause) {
      throw damagedBy(cause, where);
    }
    yield* pieces.splice(0);
  }
}

function damagedBy(cause: unknown, where: string): StudyError {
  return new StudyError('E_ARCHIVE_DAMAGED', 'The zip archive is damaged: the file cannot be unpacked.', {
    where, hint: 'Copy or download it again.', cause,
  });
}
