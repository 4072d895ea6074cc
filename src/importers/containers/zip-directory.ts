import { StudyError } from '../../errors.js';
import type { ErrorCode } from '../../errors.js';

/** One file in a zip archive, as its central directory lists it. */
export interface ZipEntry {
  /** Relative, with `/` between its parts. */
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where the packed bytes start in the archive. */
  readonly start: number;
}

const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL = 0x02014b50;
const CENTRAL_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
/** In place of a size or offset that only zip64 can write. */
const BEYOND = 0xffffffff;
const ENCRYPTED = 1;
const UTF8 = 1 << 11;

/**
 * The files of a zip archive (PKWARE APPNOTE 6.3.10, without zip64), folders left out. Only the central directory
 * is believed, and each local header has to agree with it: a reader that believes the one and a reader that
 * believes the other would read different files.
 *
 * @throws StudyError E_ARCHIVE_TRUNCATED, E_ARCHIVE_DAMAGED, E_ARCHIVE_LARGE, E_ARCHIVE_ENTRIES,
 *   E_ARCHIVE_ENCRYPTED, E_ARCHIVE_METHOD, E_ARCHIVE_PATH, E_ARCHIVE_DUPLICATE, E_ARCHIVE_OVERLAP.
 */
export function zipDirectory(bytes: Uint8Array, file: string, mostEntries: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view, file);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (count === 0xffff || size === BEYOND || offset === BEYOND) {
    throw refusal('E_ARCHIVE_LARGE', 'The archive is written as zip64, for more than 4 GiB, which is not read.', file);
  }
  if (count > mostEntries) {
    throw refusal('E_ARCHIVE_ENTRIES', `The archive lists ${count} files; at most ${mostEntries} are read.`, file);
  }
  if (offset + size > end) throw damaged(`its directory should end at offset ${offset + size}, after its own end mark`, file);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  const spans: Span[] = [];
  let at = offset;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) {
      throw damaged(`expected entry ${index + 1} of ${count} of its directory at offset ${at}`, file);
    }
    const next = at + CENTRAL_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw damaged(`entry ${index + 1} of ${count} of its directory passes its end`, file);
    const { entry, span } = readEntry(view, bytes, at, offset, file);
    at = next;
    spans.push(span);
    const key = entry.name.toLowerCase();
    if (names.has(key)) throw refusal('E_ARCHIVE_DUPLICATE', 'The archive holds this file twice.', `${file}:${entry.name}`);
    names.add(key);
    if (!entry.name.endsWith('/')) entries.push(entry);
  }
  refuseOverlaps(spans, file);
  return entries;
}

interface Span {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function readEntry(
  view: DataView, bytes: Uint8Array, at: number, directory: number, file: string,
): { entry: ZipEntry; span: Span } {
  const flags = view.getUint16(at + 8, true);
  const written = bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + view.getUint16(at + 28, true));
  const name = safeName(written, (flags & UTF8) !== 0, file);
  const where = `${file}:${name}`;
  if ((flags & ENCRYPTED) !== 0) {
    throw new StudyError('E_ARCHIVE_ENCRYPTED', 'The archive is protected by a password.', {
      where, hint: 'Open it with its password and save it without one.',
    });
  }
  const method = methodOf(view.getUint16(at + 10, true), where);
  const packed = view.getUint32(at + 20, true);
  const unpacked = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  if (packed === BEYOND || unpacked === BEYOND || local === BEYOND) {
    throw refusal('E_ARCHIVE_LARGE', 'The file is written as zip64, for more than 4 GiB, which is not read.', where);
  }
  if (local + LOCAL_SIZE > directory || view.getUint32(local, true) !== LOCAL) {
    throw damaged(`the file is not where its directory says, at offset ${local}`, where);
  }
  const localName = bytes.subarray(local + LOCAL_SIZE, local + LOCAL_SIZE + view.getUint16(local + 26, true));
  if (Buffer.compare(localName, written) !== 0 || view.getUint16(local + 8, true) !== view.getUint16(at + 10, true)) {
    throw damaged(`its directory and the file's own header at offset ${local} differ`, where);
  }
  const start = local + LOCAL_SIZE + localName.length + view.getUint16(local + 28, true);
  if (start + packed > directory) throw damaged(`the file should end at offset ${start + packed}, inside the directory`, where);
  return {
    entry: { name, method, packed, unpacked, start, crc: view.getUint32(at + 16, true) },
    span: { name, from: local, to: start + packed },
  };
}

function endOfDirectory(view: DataView, file: string): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw new StudyError('E_ARCHIVE_TRUNCATED', 'The zip archive ends before its list of files.', {
    where: file, hint: 'Copy or download it again.',
  });
}

/** The name with `/` between its parts. Nothing is ever written to it, but what names it must not leave the archive. */
function safeName(written: Uint8Array, isUtf8: boolean, file: string): string {
  const name = decodedName(written, isUtf8).replaceAll('\\', '/');
  const leaves = name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\0') || name.split('/').includes('..');
  if (leaves || name === '') {
    throw refusal('E_ARCHIVE_PATH', `The archive holds a file ${JSON.stringify(name)}, which is no place inside it.`, file);
  }
  return name;
}

function decodedName(written: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(written);
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'windows-1252').decode(written);
  }
}

function methodOf(method: number, where: string): ZipEntry['method'] {
  if (method === 0) return 'stored';
  if (method === 8) return 'deflated';
  throw new StudyError('E_ARCHIVE_METHOD', `Expected a file that is stored or deflated, found compression method ${method}.`, {
    where, hint: 'Pack the archive again with an ordinary zip program.',
  });
}

function refuseOverlaps(spans: readonly Span[], file: string): void {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const index = sorted.findIndex(({ from }, at) => at > 0 && from < sorted[at - 1].to);
  if (index === -1) return;
  throw refusal('E_ARCHIVE_OVERLAP', `The file shares its bytes with ${sorted[index - 1].name}.`, `${file}:${sorted[index].name}`);
}

/** The error of an archive whose parts contradict each other. */
export function damaged(what: string, where: string): StudyError {
  return new StudyError('E_ARCHIVE_DAMAGED', `The zip archive is damaged: ${what}.`, {
    where, hint: 'Copy or download it again.',
  });
}

function refusal(code: ErrorCode, message: string, where: string): StudyError {
  return new StudyError(code, message, { where });
}
