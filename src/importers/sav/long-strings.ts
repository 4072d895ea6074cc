import type { ByteReader } from '../labelled/byte-reader.js';
import type { SavText } from './encoding.js';

/** What is said of strings longer than 8 bytes, by the long name of the variable. */
export interface ExtendedStrings {
  readonly labels: ReadonlyMap<string, readonly [string, string][]>;
  readonly missing: ReadonlyMap<string, readonly string[]>;
}

/**
 * @param labels extension 21, value labels of long strings
 * @param missing extension 22, their missing values
 */
export function extendedStrings(labels: ByteReader | null, missing: ByteReader | null, text: SavText): ExtendedStrings {
  return {
    labels: new Map(labels === null ? [] : longLabels(labels, text)),
    missing: new Map(missing === null ? [] : longMissing(missing, text)),
  };
}

function* longLabels(reader: ByteReader, text: SavText): Generator<[string, [string, string][]]> {
  while (reader.left > 0) {
    const name = counted(reader, text);
    reader.int32('width of a string');
    const count = reader.count(reader.int32('labels of a string'), 8, 'labels of a string');
    yield [name, Array.from({ length: count }, () => [counted(reader, text), counted(reader, text)])];
  }
}

/** The length of the values stands once; some writers put it before each. */
function* longMissing(reader: ByteReader, text: SavText): Generator<[string, string[]]> {
  const what = 'missing values of a string';
  while (reader.left > 0) {
    const name = counted(reader, text);
    const count = reader.uint8(what);
    const length = reader.int32(what);
    yield [name, Array.from({ length: count }, (_, index) => {
      if (index > 0 && reader.left >= 4 + length && reader.int32(what) !== length) reader.offset -= 4;
      return text.decode(reader.take(length, what));
    })];
  }
}

function counted(reader: ByteReader, text: SavText): string {
  const length = reader.count(reader.int32('a text'), 1, 'bytes of a text');
  return text.decode(reader.take(length, 'a text'));
}
