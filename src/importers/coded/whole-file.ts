import type { InputFile } from '../../results/record.js';
import type { Warning } from '../../results/warning.js';
import { StudyError } from '../../errors.js';
import { byteOrderMark } from '../text/byte-order-mark.js';
import { chooseEncoding, decodedBlocks, encodingName } from '../text/encoding.js';
import type { StoredContent } from '../fingerprint.js';
import { inMebibytes } from '../limits.js';
import { inputFile } from '../input-file.js';
import { openSource } from '../source.js';

/** A file of the qualitative half in memory: transcripts and projects are small beside a log. */
export interface WholeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly content: StoredContent;
}

/** Of a file as it lies on disk, and of what it unpacks to. */
const FILE_LIMIT = 256 * 2 ** 20;

/** @throws StudyError of openSource; E_FILE_LARGE where the file holds more than the limit. */
export async function readWhole(path: string, stdin?: AsyncIterable<Uint8Array | string>): Promise<WholeFile> {
  const source = await openSource(path, FILE_LIMIT, stdin);
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of source.chunks) {
    total += chunk.length;
    if (total > FILE_LIMIT) {
      throw new StudyError('E_FILE_LARGE', `Transcripts and projects are read up to ${inMebibytes(FILE_LIMIT)}.`, { where: source.name });
    }
    chunks.push(chunk);
  }
  return { name: source.name, bytes: chunks.length === 1 ? chunks[0] : Buffer.concat(chunks), content: source.stored() };
}

export function inputOf({ name, content }: WholeFile, rows: number): InputFile {
  return inputFile({ name, stored: () => content }, rows);
}

export interface Decoded {
  /** With its mark of byte order, if the file has one. */
  readonly text: string;
  readonly encoding: string;
  readonly warnings: readonly Warning[];
}

/**
 * The text of a file: the encoding that is asked for, that its mark says, UTF-8, or windows-1252 with a warning.
 *
 * @throws StudyError of chooseEncoding; E_FILE_BINARY where the file holds NUL bytes.
 */
export function decode({ name, bytes }: Pick<WholeFile, 'name' | 'bytes'>, asked?: string): Decoded {
  const whole = { name, chunks: [bytes], hasCarriageReturn: false };
  const { decision, warnings } = chooseEncoding(whole, asked === undefined ? undefined : encodingName(asked));
  if (!decision.value.startsWith('utf-16')) {
    const nul = bytes.indexOf(0);
    if (nul !== -1) {
      throw new StudyError('E_FILE_BINARY', `Expected text, found a NUL byte at offset ${nul}.`, {
        where: name, hint: 'Give a transcript (.txt, .docx, .vtt, .srt), a sheet (.csv, .xlsx), a .qdpx, a .qda or a Taguette database.',
      });
    }
  }
  const text = [...decodedBlocks(whole, decision.value, Infinity)].join('');
  return { text: byteOrderMark(bytes) === null ? text : `\uFEFF${text}`, encoding: decision.value, warnings };
}
