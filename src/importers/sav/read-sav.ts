import { StudyError } from '../../errors.js';
import type { Warning } from '../../results/warning.js';
import { ByteReader } from '../labelled/byte-reader.js';
import type { BinaryFormat } from '../labelled/byte-reader.js';
import type { LabelledContent } from '../labelled/labelled-content.js';
import { LabelledRows } from '../labelled/labelled-rows.js';
import { PackedCases, PlainCases, SYSMIS } from './cases.js';
import type { CaseReader } from './cases.js';
import { savText } from './encoding.js';
import { readHeader } from './header.js';
import type { SavHeader } from './header.js';
import { millisecondsOf } from './print-format.js';
import { readRecords } from './records.js';
import type { Extension, SavRecords } from './records.js';
import { savVariables } from './variables.js';
import type { SavVariable } from './variables.js';
import { zlibBlocks } from './zlib-blocks.js';

/**
 * Reads an SPSS system file (.sav, .zsav), after the description of the format in PSPP's developers' guide.
 *
 * @param asked the encoding of its texts, for a file that names none or the wrong one
 * @param limit bytes that the packed cases of a .zsav may unpack to
 * @throws StudyError E_SAV_TRUNCATED with the offset, E_SAV_DAMAGED, and E_SAV_ROWS where the file holds another
 *   number of cases than it says.
 */
export function readSav(bytes: Uint8Array, file: string, asked: string | undefined, limit: number): LabelledContent {
  const format: BinaryFormat = { file, name: 'SPSS file', truncated: 'E_SAV_TRUNCATED', damaged: 'E_SAV_DAMAGED' };
  const reader = new ByteReader(bytes, format);
  const header = readHeader(reader);
  const records = readRecords(reader);
  const text = savText(records.extensions, reader.isLittleEndian, asked, file);
  const { variables, caseSize, weight } = savVariables(records, header.weight, text, reader.isLittleEndian, format);
  if (variables.length === 0) throw new StudyError('E_HEADER_MISSING', 'The SPSS file holds no variables.', { where: file });
  const cases = caseReader(reader, header, limit, file, format);
  const expected = header.cases >= 0 ? header.cases : casesOf(records.extensions.get(16), reader.isLittleEndian);
  const rows = new LabelledRows(file, variables);
  const count = readCases(cases, rows, variables, caseSize, reader.isLittleEndian, text.decode);
  if (expected >= 0 && count !== expected) {
    throw new StudyError('E_SAV_ROWS', `The SPSS file says that it holds ${expected} cases, and holds ${count}.`, {
      where: file, hint: 'It is cut short or damaged: export it again.',
    });
  }
  return { ...rows.finish(), encoding: text.decision, notes: notesOf(header, records, text.decode), warnings: weightWarning(weight, file) };
}

function caseReader(reader: ByteReader, header: SavHeader, limit: number, file: string, format: BinaryFormat): CaseReader {
  switch (header.compression) {
    case 'none': return new PlainCases(reader);
    case 'bytecode': return new PackedCases(reader, header.bias);
    case 'zlib': {
      const unpacked = new ByteReader(zlibBlocks(reader, limit, file), { ...format, name: 'content of the SPSS file' });
      unpacked.isLittleEndian = reader.isLittleEndian;
      return new PackedCases(unpacked, header.bias);
    }
  }
}

function readCases(
  cases: CaseReader, rows: LabelledRows, variables: readonly SavVariable[], caseSize: number, isLittleEndian: boolean,
  decode: (bytes: Uint8Array) => string,
): number {
  const one = new Uint8Array(caseSize);
  const view = new DataView(one.buffer);
  let count = 0;
  while (cases.next(one)) {
    for (let index = 0; index < variables.length; index += 1) {
      const { offset, width, type } = variables[index];
      if (width > 0) rows.set(index, decode(stringBytes(one, offset, width)));
      else {
        const value = view.getFloat64(offset, isLittleEndian);
        const isThere = value !== SYSMIS && Number.isFinite(value);
        rows.set(index, !isThere ? null : type === 'date' ? millisecondsOf(value) : value);
      }
    }
    rows.endRow();
    count += 1;
  }
  return count;
}

/** A string's bytes; of a very long one those of its parts, each of 255 bytes in a place for 256. */
function stringBytes(one: Uint8Array, offset: number, width: number): Uint8Array {
  if (width <= 255) return one.subarray(offset, offset + width);
  const parts: Uint8Array[] = [];
  for (let left = width, at = offset; left > 0; left -= 255, at += 256) parts.push(one.subarray(at, at + Math.min(255, left)));
  return Buffer.concat(parts);
}

/** The number of cases where 32 bits could not say it (extension 16), -1 where nothing does. */
function casesOf(extension: Extension | undefined, isLittleEndian: boolean): number {
  if (extension === undefined || extension.data.length < 16) return -1;
  const { data } = extension;
  const count = Number(new DataView(data.buffer, data.byteOffset, data.byteLength).getBigInt64(8, isLittleEndian));
  return count > 0 ? count : -1;
}

function notesOf({ fileLabel }: SavHeader, { documents }: SavRecords, decode: (bytes: Uint8Array) => string): string[] {
  return [fileLabel, ...documents].map((line) => decode(line).trim()).filter((line) => line !== '');
}

function weightWarning(weight: string | null, file: string): Warning[] {
  if (weight === null) return [];
  return [{
    code: 'W_WEIGHT_SAVED',
    message: `In SPSS the cases of this file are weighted by ${weight}; here they are not, unless a verb is told to with --weights ${weight}.`,
    where: file,
  }];
}
