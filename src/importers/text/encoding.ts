import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import type { Decision } from '../../results/inspection.js';
import type { Warning } from '../../results/warning.js';
import { byteOrderMark } from './byte-order-mark.js';
import { countNewlines } from './bytes.js';
import type { Bytes } from './bytes.js';
import { place } from '../place.js';
import { firstInvalidUtf8 } from './utf8.js';
import type { InvalidUtf8 } from './utf8.js';
import { decodeWindows1252 } from './windows-1252.js';
import { counted } from '../wording.js';

const USUAL_NAMES = [
  'utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254',
  'windows-1255', 'windows-1256', 'windows-1257', 'windows-1258', 'iso-8859-1', 'iso-8859-2', 'iso-8859-15',
  'macintosh', 'koi8-r', 'shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr', 'latin1',
];

/**
 * The standard's name for an encoding label, such as `windows-1252` for `latin1`.
 *
 * @throws StudyError E_ENCODING_UNKNOWN naming the nearest ones.
 */
export function encodingName(label: string): string {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    const plain = new Map(USUAL_NAMES.map((name) => [name.replace(/[-_]/g, ''), name]));
    const wanted = label.toLowerCase().replace(/[-_ ]/g, '').replace(/^(?:win|ansi)(?=12)/, 'windows');
    const near = nearestNames(wanted, plain.keys()).map((name) => plain.get(name));
    throw new StudyError('E_ENCODING_UNKNOWN', `There is no encoding "${label}".`, {
      hint: near.length > 0 ? `Nearest: --encoding ${near[0]}.` : `For example: ${USUAL_NAMES.slice(0, 6).join(', ')}.`,
    });
  }
}

/** The encoding of a file, why, and what the user should know of it. */
export interface EncodingChoice {
  readonly decision: Decision<string>;
  readonly warnings: readonly Warning[];
}

/**
 * What was asked for, else what a byte order mark says, else UTF-8 where every byte is valid, else windows-1252
 * with a warning that names the first byte that is not UTF-8.
 *
 * @param asked the result of `encodingName`.
 * @throws StudyError E_ENCODING_INVALID, E_ENCODING_MARK, E_ENCODING_UTF32.
 */
export function chooseEncoding(bytes: Bytes, asked?: string): EncodingChoice {
  const mark = byteOrderMark(bytes.chunks[0])?.encoding;
  if (mark === 'utf-32') {
    throw new StudyError('E_ENCODING_UTF32', 'The byte order mark says UTF-32, which is not read.', {
      where: bytes.name, hint: 'Save the file as UTF-8.',
    });
  }
  if (mark !== undefined && asked !== undefined && mark !== asked && !(asked === 'utf-16le' && mark === 'utf-16be')) {
    throw new StudyError('E_ENCODING_MARK', `The byte order mark says ${mark}, so the file is not ${asked}.`, {
      where: bytes.name, hint: 'Leave --encoding out.',
    });
  }
  const chosen = mark ?? asked ?? 'utf-8';
  const why = mark !== undefined ? 'a byte order mark says so'
    : asked !== undefined ? 'asked for' : 'every byte is valid UTF-8';
  const invalid = chosen === 'utf-8' ? firstInvalidUtf8(bytes.chunks) : null;
  if (invalid === null) return { decision: { value: chosen, why }, warnings: [] };
  if (mark !== undefined || asked !== undefined) throw notUtf8(bytes, invalid, why);
  return {
    decision: { value: 'windows-1252', why: `${byteAt(invalid)} is not valid UTF-8` },
    warnings: [fallbackWarning(bytes, invalid)],
  };
}

/** The text in pieces of at least `size` characters, without its byte order mark; can be iterated again. */
export function* decodedBlocks(bytes: Bytes, encoding: string, size: number): Generator<string> {
  const decode = decoderOf(encoding);
  let block = '';
  try {
    for (const chunk of bytes.chunks) {
      block += decode(chunk);
      if (block.length < size) continue;
      yield block;
      block = '';
    }
    block += decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new StudyError('E_ENCODING_INVALID', `The file is not valid ${encoding}.`, {
      where: bytes.name, hint: 'Try another --encoding, or leave it out.', cause: error,
    });
  }
  if (block !== '') yield block;
}

/** Takes a text's bytes piece by piece, and nothing at its end; throws TypeError on what the encoding does not have. */
export function decoderOf(encoding: string): (chunk?: Uint8Array) => string {
  if (encoding === 'windows-1252') return (chunk) => (chunk === undefined ? '' : decodeWindows1252(chunk));
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (chunk) => (chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }));
}

function notUtf8(bytes: Bytes, invalid: InvalidUtf8, why: string): StudyError {
  return new StudyError('E_ENCODING_INVALID', `Expected UTF-8 (${why}), found ${byteAt(invalid)}.`, {
    where: placeOf(bytes, invalid), hint: 'Try --encoding windows-1252, or export the file again.',
  });
}

function fallbackWarning(bytes: Bytes, invalid: InvalidUtf8): Warning {
  const damaged = invalid.validBefore === 0 ? '' :
    ` Before it stands valid UTF-8 (${counted(invalid.validBefore, 'letter')} beyond ASCII): the file may be damaged.`;
  return {
    code: 'W_ENCODING',
    message: `Not valid UTF-8: ${byteAt(invalid)}; the file is read as windows-1252. ` +
      `If letters look wrong, type another: --encoding macintosh.${damaged}`,
    where: placeOf(bytes, invalid),
  };
}

function placeOf(bytes: Bytes, invalid: InvalidUtf8): string {
  return place(bytes.name, 1 + countNewlines(bytes.chunks, invalid.offset));
}

/** @example byteAt({ byte: 0x8c, offset: 641, validBefore: 0 }); // 'byte 0x8C at offset 641' */
function byteAt({ byte, offset }: InvalidUtf8): string {
  return `byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')} at offset ${offset}`;
}
