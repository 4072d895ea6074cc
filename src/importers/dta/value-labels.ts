import type { ByteReader } from '../labelled/byte-reader.js';
import { tag, untilNul } from './header.js';
import type { DtaLayout } from './layout.js';
import { missingLabel } from './number-value.js';

/** Labels by value, `.a` to `.z` among them, by the name of the set. */
export type LabelSets = ReadonlyMap<string, ReadonlyMap<number | string, string>>;

/** Reads the sets of value labels that stand at the end of a file. */
export function readValueLabels(reader: ByteReader, layout: DtaLayout, decode: (bytes: Uint8Array) => string): LabelSets {
  const sets = new Map<string, Map<number | string, string>>();
  if (layout.isTagged) tag(reader, '<value_labels>');
  while (layout.isTagged ? startsWith(reader, '<lbl>') : reader.left > 0) {
    if (layout.isTagged) tag(reader, '<lbl>');
    reader.int32('its value labels');
    const name = decode(untilNul(reader.take(layout.name, 'its value labels')));
    reader.take(3, 'its value labels');
    sets.set(name, readSet(reader, decode));
    if (layout.isTagged) tag(reader, '</lbl>');
  }
  if (layout.isTagged) tag(reader, '</value_labels>');
  return sets;
}

function readSet(reader: ByteReader, decode: (bytes: Uint8Array) => string): Map<number | string, string> {
  const what = 'its value labels';
  const count = reader.count(reader.int32(what), 8, 'value labels');
  const length = reader.int32(what);
  const offsets = Array.from({ length: count }, () => reader.int32(what));
  const values = Array.from({ length: count }, () => reader.int32(what));
  const texts = reader.take(length, what);
  return new Map(values.map((value, index) => {
    const offset = offsets[index];
    if (offset < 0 || offset >= length) throw reader.damaged(`the label of ${value} stands at ${offset} of ${length} bytes`);
    return [missingLabel(value) ?? value, decode(untilNul(texts.subarray(offset)))];
  }));
}

function startsWith(reader: ByteReader, text: string): boolean {
  return Buffer.from(reader.bytes.subarray(reader.offset, reader.offset + text.length)).toString('latin1') === text;
}
