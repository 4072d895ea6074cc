import { StudyError } from '../../errors.js';
import type { Decision } from '../../results/inspection.js';
import type { Warning } from '../../results/warning.js';
import { encodingName } from '../text/encoding.js';
import { ByteReader } from '../labelled/byte-reader.js';
import type { LabelledContent } from '../labelled/labelled-content.js';
import { LabelledRows } from '../labelled/labelled-rows.js';
import type { LabelledVariable } from '../labelled/labelled-variable.js';
import { textDecoder } from '../labelled/text-decoder.js';
import { place } from '../place.js';
import { countsLeapSeconds, dateOf } from './date-format.js';
import { readDtaHeader, tag, untilNul } from './header.js';
import type { DtaHeader } from './header.js';
import type { StorageType } from './layout.js';
import { readLongTexts, referredText } from './long-texts.js';
import type { LongTexts } from './long-texts.js';
import { numberValue } from './number-value.js';
import { readValueLabels } from './value-labels.js';
import type { LabelSets } from './value-labels.js';

/** A variable, and how its cells become values. */
interface DtaVariable extends LabelledVariable {
  readonly storage: StorageType;
  /** Of its cell in a row, in bytes. */
  readonly offset: number;
  readonly toDate: ((value: number) => number) | null;
}

/**
 * Reads a Stata file (.dta) of the releases 113 to 115 and 117 to 119, after Stata's description of the format
 * (help dta). `.` is a cell without a value, `.a` to `.z` are declared missing.
 *
 * @param asked the encoding of its texts, which releases before 118 do not say
 * @throws StudyError E_DTA_TRUNCATED with the offset, E_DTA_DAMAGED, E_DTA_RELEASE.
 */
export function readDta(bytes: Uint8Array, file: string, asked: string | undefined): LabelledContent {
  const reader = new ByteReader(bytes, { file, name: 'Stata file', truncated: 'E_DTA_TRUNCATED', damaged: 'E_DTA_DAMAGED' });
  const header = readDtaHeader(reader, file);
  if (header.types.length === 0) throw new StudyError('E_HEADER_MISSING', 'The Stata file holds no variables.', { where: file });
  const encoding = encodingOf(header, asked);
  const decode = textDecoder(encoding.value);
  const rowSize = header.types.reduce((sum, { size }) => sum + size, 0);
  if (!(header.rows >= 0 && Number.isSafeInteger(header.rows))) throw reader.damaged(`its rows should number ${header.rows}`);
  const cells = reader.take(header.rows * rowSize, `its ${header.rows} rows of ${rowSize} bytes`);
  if (header.layout.isTagged) tag(reader, '</data>');
  const longTexts: LongTexts = header.layout.isTagged ? readLongTexts(reader, header) : new Map();
  const variables = variablesOf(header, readValueLabels(reader, header.layout, decode), decode);
  const rows = new LabelledRows(file, variables);
  const view = new DataView(cells.buffer, cells.byteOffset, cells.byteLength);
  for (let row = 0, start = 0; row < header.rows; row += 1, start += rowSize) {
    for (let index = 0; index < variables.length; index += 1) {
      rows.set(index, cellValue(variables[index], cells, view, start, {
        header, longTexts, decode, isLittleEndian: reader.isLittleEndian, damaged: (what) => reader.damaged(what),
      }));
    }
    rows.endRow();
  }
  const label = decode(untilNul(header.label)).trim();
  return { ...rows.finish(), encoding, notes: label === '' ? [] : [label], warnings: leapSeconds(header, variables, file, decode) };
}

function encodingOf({ layout, release }: DtaHeader, asked: string | undefined): Decision<string> {
  if (asked !== undefined) return { value: encodingName(asked), why: 'asked for' };
  return layout.isUnicode ? { value: 'utf-8', why: `Stata files of release ${release} are Unicode` }
    : { value: 'windows-1252', why: `Stata files of release ${release} do not say; another is read by --encoding` };
}

function variablesOf(header: DtaHeader, sets: LabelSets, decode: (bytes: Uint8Array) => string): DtaVariable[] {
  let offset = 0;
  return header.types.map((storage, index) => {
    const isText = storage.is === 'string' || storage.is === 'strL';
    const toDate = isText ? null : dateOf(decode(header.formats[index]));
    const labels = toDate === null ? sets.get(decode(header.labelSets[index])) : undefined;
    const variable: DtaVariable = {
      name: decode(header.names[index]), label: decode(header.labels[index]), storage, offset, toDate,
      type: isText ? 'string' : toDate === null ? 'number' : 'date',
      measure: null,
      labels: isText || labels === undefined ? new Map() : labels,
      isMissing: (value) => !isText && typeof value === 'string',
    };
    offset += storage.size;
    return variable;
  });
}

interface CellContext {
  readonly header: DtaHeader;
  readonly longTexts: LongTexts;
  readonly isLittleEndian: boolean;
  decode(bytes: Uint8Array): string;
  damaged(what: string): StudyError;
}

function cellValue(
  { storage, offset, toDate }: DtaVariable, cells: Uint8Array, view: DataView, start: number, { header, longTexts, decode, damaged, isLittleEndian }: CellContext,
): number | string | null {
  const at = start + offset;
  if (storage.is === 'string') return decode(untilNul(cells.subarray(at, at + storage.size)));
  if (storage.is === 'strL') {
    const text = referredText(cells.subarray(at, at + 8), header.layout.reference, isLittleEndian, longTexts);
    if (text === undefined) throw damaged('a cell refers to a long text that is not there');
    return text === null ? null : decode(text);
  }
  const value = numberValue(view, at, storage, isLittleEndian);
  return typeof value === 'number' && toDate !== null ? toDate(value) : value;
}

function leapSeconds(header: DtaHeader, variables: readonly DtaVariable[], file: string, decode: (bytes: Uint8Array) => string): Warning[] {
  return variables.flatMap(({ name }, index) => (countsLeapSeconds(decode(header.formats[index])) ? [{
    code: 'W_LEAP_SECONDS', message: 'Its times count leap seconds (%tC), and are read as if they did not: up to 27 seconds late.', where: place(file, 1, name),
  } as const] : []));
}
