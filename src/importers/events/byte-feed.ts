import { closeSync, fstatSync, readSync } from 'node:fs';
import { StudyError } from '../../errors.js';
import { decoderOf } from '../text/encoding.js';
import { Fingerprint } from '../fingerprint.js';
import type { StoredContent } from '../fingerprint.js';
import { openSource, opened } from '../source.js';
import type { Source } from '../source.js';

/** Bytes of a log, put where the reader wants them, so that one buffer serves a file of any size. */
export interface ByteFeed {
  /** The path as typed, or `<stdin>`. */
  readonly name: string;
  /** Puts the next bytes into `buffer` from `at` on, and answers how many; 0 at the end. */
  fill(buffer: Buffer, at: number): number | Promise<number>;
  /** Stored bytes read so far, and how many there are; null where nobody knows, as of a pipe. */
  progress(): { readonly done: number; readonly total: number | null };
  /** Of the bytes as they lie on disk; to be asked for at the end. @throws StudyError E_FILE_CHANGED */
  stored(): StoredContent;
  /** Whether the file holds more now than when it was opened; what came later is not read. */
  grew(): boolean;
  /** Milliseconds since 1970, or null where the source has no such thing. */
  readonly lastChanged: number | null;
  close(): void;
}

/**
 * Opens a log: a file, gzip by its first bytes, or standard input for `-`. A file that is still being written is read up
 * to the size it has now.
 *
 * @throws StudyError E_FILE_MISSING, E_FILE_DIRECTORY, E_FILE_UNREADABLE, E_FILE_EMPTY.
 */
export async function openFeed(path: string, stdin?: AsyncIterable<Uint8Array | string>): Promise<ByteFeed> {
  if (path === '-') return streamFeed(await openSource('-', Infinity, stdin), null, null);
  const file = opened(path);
  let keep = false;
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) throw new StudyError('E_FILE_DIRECTORY', 'Expected a file, found a folder.', { where: path });
    const head = Buffer.alloc(2);
    const isGzip = stat.isFile() && readSync(file, head, 0, 2, 0) === 2 && head[0] === 0x1f && head[1] === 0x8b;
    if (!stat.isFile() || isGzip) {
      return streamFeed(await openSource(path, Infinity), stat.isFile() ? stat.size : null, stat.mtimeMs);
    }
    if (stat.size === 0) throw new StudyError('E_FILE_EMPTY', 'The file is empty.', { where: path });
    keep = true;
    return fileFeed(path, file, stat);
  } finally {
    if (!keep) closeSync(file);
  }
}

/**
 * Reads in step: node's streams would copy every byte once more. A thread that hashed meanwhile was tried: it saved 1 % of
 * a run on 5,000,000 rows with two cores free, and cost more with one.
 */
function fileFeed(name: string, file: number, { size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): ByteFeed {
  const fingerprint = new Fingerprint();
  let done = 0;
  return {
    name,
    lastChanged: mtimeMs,
    fill(buffer, at) {
      const count = readSync(file, buffer, at, Math.min(buffer.length - at, size - done), done);
      // The hash may keep what it is given, and the buffer is used again.
      if (count > 0) fingerprint.add(done < COPIED ? Buffer.from(buffer.subarray(at, at + count)) : buffer.subarray(at, at + count));
      done += count;
      return count;
    },
    progress: () => ({ done, total: size }),
    stored() {
      const now = fstatSync(file);
      if (now.size > size || now.mtimeMs === mtimeMs) return fingerprint.content();
      throw new StudyError('E_FILE_CHANGED', 'The file was changed while it was read.', { where: name, hint: 'Run it again once nothing writes to it.' });
    },
    grew: () => fstatSync(file).size > size,
    close: () => { closeSync(file); },
  };
}

/** More than a Fingerprint keeps waiting. */
const COPIED = 2 ** 22;

function streamFeed(source: Source, size: number | null, lastChanged: number | null): ByteFeed {
  const chunks = source.chunks[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  return {
    name: source.name,
    lastChanged,
    async fill(buffer, at) {
      while (rest.length === 0) {
        const { value, done } = await chunks.next();
        if (done === true) return 0;
        rest = value;
      }
      const count = Math.min(rest.length, buffer.length - at);
      buffer.set(rest.subarray(0, count), at);
      rest = rest.subarray(count);
      return count;
    },
    progress: () => ({ done: source.stored().bytes, total: size }),
    stored: () => source.stored(),
    grew: () => false,
    close: () => { void chunks.return?.(undefined); },
  };
}

/** A feed of which the first bytes were taken, with those bytes given back. */
export function startingWith(head: Uint8Array, feed: ByteFeed): ByteFeed {
  let rest = head;
  return {
    ...feed,
    fill(buffer, at) {
      if (rest.length === 0) return feed.fill(buffer, at);
      const count = Math.min(rest.length, buffer.length - at);
      buffer.set(rest.subarray(0, count), at);
      rest = rest.subarray(count);
      return count;
    },
  };
}

/** The same in UTF-8, for a source in another encoding. */
export function recoded(feed: ByteFeed, encoding: string): ByteFeed {
  const decode = decoderOf(encoding);
  const raw = Buffer.allocUnsafeSlow(2 ** 16);
  let rest: Uint8Array = new Uint8Array(0);
  let ended = false;
  const decoded = (bytes?: Uint8Array): Uint8Array => {
    try {
      return Buffer.from(decode(bytes));
    } catch (cause) {
      throw new StudyError('E_ENCODING_INVALID', `The file is not valid ${encoding}.`, {
        where: feed.name, hint: 'Try another --encoding, or leave it out.', cause,
      });
    }
  };
  return {
    ...feed,
    async fill(buffer, at) {
      while (rest.length === 0 && !ended) {
        const count = await feed.fill(raw, 0);
        ended = count === 0;
        rest = decoded(ended ? undefined : raw.subarray(0, count));
      }
      const count = Math.min(rest.length, buffer.length - at);
      buffer.set(rest.subarray(0, count), at);
      rest = rest.subarray(count);
      return count;
    },
  };
}
