import { closeSync, fstatSync, openSync, readSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { nearestNames } from '../dataset/nearest-names.js';
import { StudyError } from '../errors.js';
import { Fingerprint } from './fingerprint.js';
import type { StoredContent } from './fingerprint.js';
import { gunzip } from './containers/gzip.js';
import { inMebibytes } from './limits.js';

/** An opened file or standard input, as a stream of decompressed bytes. */
export interface Source {
  /** The path as typed, or `<stdin>`. */
  readonly name: string;
  readonly compression: 'gzip' | null;
  /** The first bytes, as they lie on disk. */
  readonly head: Uint8Array;
  /** Can be iterated once; leaving early closes the file. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Of the bytes as they lie on disk; true only after `chunks` has ended. */
  stored(): StoredContent;
}

const READ_SIZE = 2 ** 20;
/** Enough to recognise gzip and the formats that are often mistaken for CSV. */
const HEAD_SIZE = 512;

/**
 * Opens a file, or standard input for `-`. Gzip is recognised by its first bytes, whatever the name.
 * A regular file over `limit` bytes is refused before it is read.
 *
 * @throws StudyError E_FILE_MISSING, E_FILE_DIRECTORY, E_FILE_UNREADABLE, E_FILE_EMPTY, E_FILE_LARGE.
 */
export async function openSource(path: string, limit: number, stdin?: AsyncIterable<Uint8Array | string>): Promise<Source> {
  const name = path === '-' ? '<stdin>' : path;
  const fingerprint = new Fingerprint();
  const stored = seen(path === '-' ? streamChunks(stdin) : fileChunks(path, limit), (chunk) => { fingerprint.add(chunk); });
  const head = await firstBytes(stored);
  if (head.length === 0) throw new StudyError('E_FILE_EMPTY', 'The file is empty.', { where: name });
  const gzipped = head[0] === 0x1f && head[1] === 0x8b;
  const all = startingWith(head, stored);
  return {
    name,
    compression: gzipped ? 'gzip' : null,
    head,
    chunks: gzipped ? gunzip(all, name) : all,
    stored: () => fingerprint.content(),
  };
}

/** Reads in step, because nothing else is going on; node's promises for files take longer to load than a survey. */
async function* fileChunks(path: string, limit: number): AsyncGenerator<Uint8Array> {
  const file = opened(path);
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) {
      throw new StudyError('E_FILE_DIRECTORY', 'Expected a file, found a folder.', { where: path });
    }
    const chunkSize = stat.isFile() ? Math.min(Math.max(stat.size + 1, HEAD_SIZE), READ_SIZE) : READ_SIZE;
    for (let total = 0; ;) {
      const buffer = Buffer.allocUnsafeSlow(chunkSize);
      const bytesRead = readSync(file, buffer, 0, chunkSize, null);
      if (bytesRead === 0) return;
      if (total === 0 && stat.size > limit && buffer[0] !== 0x1f) throw fileTooLarge(path, stat.size, limit);
      total += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    closeSync(file);
  }
}

async function* streamChunks(stdin: AsyncIterable<Uint8Array | string> | undefined): AsyncGenerator<Uint8Array> {
  if (stdin === undefined) {
    throw new StudyError('E_STDIN_MISSING', 'Standard input was asked for with "-", but none is connected.');
  }
  for await (const chunk of stdin) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function* seen(
  chunks: AsyncIterable<Uint8Array>, see: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    see(chunk);
    yield chunk;
  }
}

async function firstBytes(chunks: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let total = 0; total < HEAD_SIZE;) {
    const { value, done } = await chunks.next();
    if (done === true) break;
    parts.push(value);
    total += value.length;
  }
  return parts.length === 1 ? parts[0] : Buffer.concat(parts);
}

async function* startingWith(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** The whole content of a source that is no text. */
export async function wholeContent(source: Source, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of source.chunks) {
    chunks.push(chunk);
    total += chunk.length;
    if (total > limit) throw fileTooLarge(source.name, total, limit);
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}

/** The refusal of a file that is no survey by its size. */
export function fileTooLarge(name: string, bytes: number, limit: number): StudyError {
  const size = bytes > 2 * limit ? `: ${inMebibytes(bytes)}` : '';
  return new StudyError(
    'E_FILE_LARGE',
    `A survey is read up to ${inMebibytes(limit)}, and this file holds more${size}.`,
    { where: name, hint: 'Keep only the columns of the analysis, and pass an event log to the usage command.' },
  );
}

/** @throws StudyError E_FILE_MISSING with the nearest names in its folder, E_FILE_UNREADABLE. */
export function opened(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw openingError(path, error as NodeJS.ErrnoException);
  }
}

function openingError(path: string, error: NodeJS.ErrnoException): StudyError {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') {
    return new StudyError('E_FILE_UNREADABLE', `The file cannot be opened (${error.code ?? error.message}).`, {
      where: path, cause: error,
    });
  }
  const folder = dirname(path);
  const near = nearestNames(basename(path), namesIn(folder));
  return new StudyError('E_FILE_MISSING', 'There is no such file.', {
    where: path,
    cause: error,
    hint: near.length === 0 ? undefined : `Nearest in ${folder}: ${near.join(', ')}.`,
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
