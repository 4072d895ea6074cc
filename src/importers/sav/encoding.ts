import { StudyError } from '../../errors.js';
import type { Decision } from '../../results/inspection.js';
import { encodingName } from '../text/encoding.js';
import { textDecoder } from '../labelled/text-decoder.js';
import type { Extension } from './records.js';

/** The encoding of a file's texts, and how they become text: trailing spaces are padding. */
export interface SavText {
  readonly decision: Decision<string>;
  decode(bytes: Uint8Array): string;
}

/** Code pages that have no label of the Encoding Standard under their number. */
const CODE_PAGES = new Map([
  [2, 'windows-1252'], [3, 'windows-1252'], [20127, 'windows-1252'], [65001, 'utf-8'], [932, 'shift_jis'], [936, 'gb18030'],
  [949, 'euc-kr'], [950, 'big5'], [54936, 'gb18030'], [51949, 'euc-kr'], [20866, 'koi8-r'], [10000, 'macintosh'],
]);

/**
 * The encoding that was asked for; else the one that the file names (extension 20); else its code page (extension 3);
 * else windows-1252, which is what SPSS wrote in the west before it wrote Unicode.
 *
 * @throws StudyError E_ENCODING_UNKNOWN where none of these is one that can be read.
 */
export function savText(extensions: ReadonlyMap<number, Extension>, isLittleEndian: boolean, asked: string | undefined, file: string): SavText {
  const decision = chosen(extensions, isLittleEndian, asked, file);
  const decode = textDecoder(decision.value);
  return { decision, decode: (bytes) => decode(unpadded(bytes)) };
}

function chosen(extensions: ReadonlyMap<number, Extension>, isLittleEndian: boolean, asked: string | undefined, file: string): Decision<string> {
  if (asked !== undefined) return { value: encodingName(asked), why: 'asked for' };
  const name = extensions.get(20)?.data;
  if (name !== undefined) return { value: readable(Buffer.from(name).toString('latin1').replace(/[\0 ]+$/, ''), file), why: 'the file says so' };
  const info = extensions.get(3)?.data;
  if (info === undefined || info.length < 32) return { value: 'windows-1252', why: 'the file does not say' };
  const page = new DataView(info.buffer, info.byteOffset, info.byteLength).getInt32(28, isLittleEndian);
  if (page === 1) throw unreadable('EBCDIC', file);
  const why = page === 2 || page === 3 ? 'the file says no more than ASCII' : `the file says code page ${page}`;
  return { value: CODE_PAGES.get(page) ?? readable(page >= 28591 && page <= 28606 ? `iso-8859-${page - 28590}` : `windows-${page}`, file), why };
}

function readable(name: string, file: string): string {
  try {
    return encodingName(name);
  } catch {
    throw unreadable(name, file);
  }
}

function unreadable(name: string, file: string): StudyError {
  return new StudyError('E_ENCODING_UNKNOWN', `The SPSS file says that its texts are in ${name}, which is not read.`, {
    where: file, hint: 'Type --encoding with the nearest encoding that you know, such as --encoding windows-1252.',
  });
}

/** Without the spaces and NULs that fill a text up. */
function unpadded(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end -= 1;
  return bytes.subarray(0, end);
}
