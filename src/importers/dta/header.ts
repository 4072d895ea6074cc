import { StudyError } from '../../errors.js';
import type { ByteReader } from '../labelled/byte-reader.js';
import { dtaLayout, storageType } from './layout.js';
import type { DtaLayout, StorageType } from './layout.js';

/** What stands before the cells, its texts still bytes. */
export interface DtaHeader {
  readonly release: number;
  readonly layout: DtaLayout;
  readonly rows: number;
  readonly label: Uint8Array;
  readonly types: readonly StorageType[];
  readonly names: readonly Uint8Array[];
  readonly formats: readonly Uint8Array[];
  /** Names of the sets of value labels. */
  readonly labelSets: readonly Uint8Array[];
  readonly labels: readonly Uint8Array[];
}

/** Reads up to the first cell. */
export function readDtaHeader(reader: ByteReader, file: string): DtaHeader {
  return reader.bytes[0] === 0x3c ? taggedHeader(reader, file) : untaggedHeader(reader, file);
}

function untaggedHeader(reader: ByteReader, file: string): DtaHeader {
  const release = reader.uint8('its header');
  const layout = layoutOf(release, file);
  const order = reader.uint8('its header');
  if (order !== 1 && order !== 2) throw reader.damaged(`its order of bytes is ${order}, where 1 or 2 is expected`);
  reader.isLittleEndian = order === 2;
  reader.take(2, 'its header');
  const variables = reader.uint16('its header');
  const rows = reader.int32('its header');
  const label = reader.take(81, 'its header');
  reader.take(18, 'its header');
  const types = typesOf(reader, variables, layout, () => reader.uint8('its types'));
  const names = fields(reader, variables, layout.name, 'its names');
  reader.take(layout.sort * (variables + 1), 'its sort order');
  const formats = fields(reader, variables, layout.format, 'its formats');
  const labelSets = fields(reader, variables, layout.name, 'its names of value labels');
  const labels = fields(reader, variables, layout.label, 'its labels');
  for (;;) {
    const type = reader.uint8('its notes');
    const length = reader.int32('its notes');
    if (type === 0 && length === 0) break;
    reader.take(length, 'its notes');
  }
  return { release, layout, rows, label, types, names, formats, labelSets, labels };
}

function taggedHeader(reader: ByteReader, file: string): DtaHeader {
  tag(reader, '<stata_dta><header><release>');
  const release = Number(reader.ascii(3, 'its header'));
  const layout = layoutOf(release, file);
  tag(reader, '</release><byteorder>');
  const order = reader.ascii(3, 'its header');
  if (order !== 'MSF' && order !== 'LSF') throw reader.damaged(`its order of bytes is ${JSON.stringify(order)}, where MSF or LSF is expected`);
  reader.isLittleEndian = order === 'LSF';
  tag(reader, '</byteorder><K>');
  const variables = release === 119 ? reader.uint32('its header') : reader.uint16('its header');
  tag(reader, '</K><N>');
  const rows = release === 117 ? reader.uint32('its header') : reader.int64('its header');
  tag(reader, '</N><label>');
  const label = reader.take(release === 117 ? reader.uint8('its header') : reader.uint16('its header'), 'its label');
  tag(reader, '</label><timestamp>');
  reader.take(reader.uint8('its header'), 'its header');
  tag(reader, '</timestamp></header><map>');
  const map = Array.from({ length: 14 }, () => reader.int64('its map'));
  tag(reader, '</map><variable_types>');
  const types = typesOf(reader, variables, layout, () => reader.uint16('its types'));
  tag(reader, '</variable_types><varnames>');
  const names = fields(reader, variables, layout.name, 'its names');
  tag(reader, '</varnames><sortlist>');
  reader.take(layout.sort * (variables + 1), 'its sort order');
  tag(reader, '</sortlist><formats>');
  const formats = fields(reader, variables, layout.format, 'its formats');
  tag(reader, '</formats><value_label_names>');
  const labelSets = fields(reader, variables, layout.name, 'its names of value labels');
  tag(reader, '</value_label_names><variable_labels>');
  const labels = fields(reader, variables, layout.label, 'its labels');
  tag(reader, '</variable_labels><characteristics>');
  // The tenth place of the map is where the cells start.
  const data = map[9];
  if (!(data >= reader.offset && data <= reader.bytes.length)) {
    throw data > reader.bytes.length ? reader.truncated('its notes') : reader.damaged(`its map puts the cells at offset ${data}`);
  }
  reader.offset = data;
  tag(reader, '<data>');
  return { release, layout, rows, label, types, names, formats, labelSets, labels };
}

/** @throws StudyError E_DTA_DAMAGED where something else stands there. */
export function tag(reader: ByteReader, expected: string): void {
  const at = reader.offset;
  const found = reader.ascii(expected.length, `its tag ${expected}`);
  if (found === expected) return;
  reader.offset = at;
  throw reader.damaged(`expected ${expected}`);
}

function layoutOf(release: number, file: string): DtaLayout {
  const layout = dtaLayout(release);
  if (layout !== undefined) return layout;
  throw new StudyError('E_DTA_RELEASE', `The Stata file is of release ${release}; 113 to 115 and 117 to 119 are read.`, {
    where: file, hint: 'In Stata: saveold "survey.dta", version(13).',
  });
}

function typesOf(reader: ByteReader, count: number, layout: DtaLayout, code: () => number): StorageType[] {
  return Array.from({ length: reader.count(count, 1, 'variables') }, () => {
    const found = code();
    const type = storageType(found, layout);
    if (type === null) throw reader.damaged(`a variable has type ${found}, which is none`);
    return type;
  });
}

/** Texts of a fixed size, each up to its first NUL. */
function fields(reader: ByteReader, count: number, size: number, what: string): Uint8Array[] {
  return Array.from({ length: reader.count(count, size, what) }, () => untilNul(reader.take(size, what)));
}

export function untilNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}
