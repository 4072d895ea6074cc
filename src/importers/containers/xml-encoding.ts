import { StudyError } from '../../errors.js';
import { byteOrderMark } from '../text/byte-order-mark.js';

/** Characters that are parsed at a time. */
const STEP = 2 ** 16;
const DECLARATION = /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/;

/**
 * The text of an XML document: UTF-16 by its mark of byte order or by how `<` is written, else UTF-8. A declaration
 * of UTF-16 in bytes that are not is left aside, because many a program writes one into UTF-8.
 *
 * @throws StudyError E_XML_ENCODING for any other encoding, and for bytes that are not of their encoding.
 */
export function* xmlText(pieces: Iterable<Uint8Array>, file: string): Generator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let encoding = '';
  try {
    for (const piece of startingWith(pieces, 256)) {
      if (decoder === null) {
        encoding = encodingOf(piece, file);
        decoder = new TextDecoder(encoding, { fatal: true });
      }
      for (let at = 0; at < piece.length; at += STEP) {
        yield decoder.decode(piece.subarray(at, at + STEP), { stream: true });
      }
    }
    if (decoder !== null) yield decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new StudyError('E_XML_ENCODING', `The XML is not valid ${encoding}.`, { where: file, hint: 'Save it as UTF-8.', cause });
  }
}

function encodingOf(head: Uint8Array, file: string): string {
  const mark = byteOrderMark(head)?.encoding;
  if (mark !== undefined && mark !== 'utf-32') return mark;
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  const declared = mark ?? DECLARATION.exec(Buffer.from(head.subarray(0, 256)).toString('latin1'))?.[1] ?? 'utf-8';
  if (/^(?:utf-?8|utf-?16(?:le|be)?|(?:us-)?ascii)$/i.test(declared)) return 'utf-8';
  throw new StudyError('E_XML_ENCODING', `Expected XML in UTF-8 or UTF-16, found ${declared}.`, { where: file, hint: 'Save it as UTF-8.' });
}

/** The same bytes, with at least `size` of them in the first piece where there are so many. */
function* startingWith(pieces: Iterable<Uint8Array>, size: number): Generator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0);
  for (const piece of pieces) {
    if (head === null) yield piece;
    else {
      head = head.length === 0 ? piece : Buffer.concat([head, piece]);
      if (head.length < size) continue;
      yield head;
      head = null;
    }
  }
  if (head !== null) yield head;
}
