import { ByteReader } from '../labelled/byte-reader.js';
import type { BinaryFormat } from '../labelled/byte-reader.js';
import type { LabelledVariable } from '../labelled/labelled-variable.js';
import type { SavText } from './encoding.js';
import { extendedStrings } from './long-strings.js';
import { millisecondsOf, showsDay } from './print-format.js';
import type { SavRecords, VariableRecord } from './records.js';

/** A variable, and where its value stands in a case. */
export interface SavVariable extends LabelledVariable {
  /** Offset in a case, in bytes. */
  readonly offset: number;
  /** Bytes of text; 0 for a number. */
  readonly width: number;
}

export interface SavVariables {
  readonly variables: readonly SavVariable[];
  /** Bytes of one case. */
  readonly caseSize: number;
  /** The name of the variable that weights the cases in SPSS. */
  readonly weight: string | null;
}

/** A very long string is written as several strings, of which each but the last holds 255 bytes and takes 256. */
const SEGMENT = 255;
/** Bytes by which the number of such strings is reckoned. */
const RECKONED = 252;
const MEASURES = [null, 'nominal', 'ordinal', 'scale'] as const;

/**
 * Puts the records of a dictionary together to variables with their names, labels and missing values.
 *
 * @throws StudyError E_SAV_DAMAGED where they do not fit together.
 */
export function savVariables(
  records: SavRecords, weightPosition: number, text: SavText, isLittleEndian: boolean, format: BinaryFormat,
): SavVariables {
  const { extensions } = records;
  const read = (subtype: number): ByteReader | null => {
    const extension = extensions.get(subtype);
    if (extension === undefined) return null;
    const reader = new ByteReader(extension.data, { ...format, name: `SPSS file's extension ${subtype}` });
    reader.isLittleEndian = isLittleEndian;
    return reader;
  };
  const longNames = pairs(extensions.get(13)?.data, '\t', text);
  const longWidths = pairs(extensions.get(14)?.data, '\t', text);
  const extended = extendedStrings(read(21), read(22), text);
  const measures = measureCodes(read(11), records.variables.filter(({ width }) => width !== -1).length);

  const variables: SavVariable[] = [];
  const atPosition = new Map<number, number>();
  const valueLabels = labelsByPosition(records);
  let weight: string | null = null;
  let segment = 0;
  for (let at = 0; at < records.variables.length;) {
    const record = records.variables[at];
    if (record.width === -1) throw damaged('a string goes on that never started', format);
    const shortName = text.decode(record.name);
    const width = Number(longWidths.get(shortName.toUpperCase()) ?? record.width);
    const segments = width > SEGMENT ? Math.ceil(width / RECKONED) : 1;
    const name = longNames.get(shortName.toUpperCase()) ?? shortName;
    const variable: SavVariable = {
      name, offset: 8 * at, width,
      label: record.label === null ? null : text.decode(record.label),
      type: width > 0 ? 'string' : showsDay(record.printFormat) ? 'date' : 'number',
      measure: MEASURES[measures?.[segment] ?? 0] ?? null,
      labels: new Map([...labelsOf(valueLabels.get(at) ?? [], record, text, isLittleEndian), ...(extended.labels.get(name) ?? [])]),
      isMissing: missingTest(record, extended.missing.get(name), text, isLittleEndian),
    };
    atPosition.set(at, variables.length);
    if (at === weightPosition - 1) weight = name;
    variables.push(variable);
    at = endOf(records.variables, at, segments, format);
    segment += segments;
  }
  return { variables, caseSize: 8 * records.variables.length, weight };
}

/** The position after a variable's last segment, each of which is a string of its own in the records. */
function endOf(records: readonly VariableRecord[], start: number, segments: number, format: BinaryFormat): number {
  let at = start;
  for (let segment = 0; segment < segments; segment += 1) {
    const record = records[at];
    if (record === undefined || record.width === -1) throw damaged('a very long string has too few parts', format);
    const parts = Math.max(1, Math.ceil(record.width / 8));
    for (let part = 1; part < parts; part += 1) {
      if (records[at + part]?.width !== -1) throw damaged(`a string of ${record.width} bytes has too few parts`, format);
    }
    at += parts;
  }
  return at;
}

/** `SHORT=Long` pairs, separated by tabs, and NULs after some numbers. */
function pairs(data: Uint8Array | undefined, separator: string, text: SavText): Map<string, string> {
  if (data === undefined) return new Map();
  return new Map(text.decode(data).split(separator).flatMap((pair) => {
    const equals = pair.indexOf('=');
    return equals <= 0 ? [] : [[pair.slice(0, equals).toUpperCase(), pair.slice(equals + 1).replace(/\0/g, '')]];
  }));
}

/** One level of measurement for each string or number, the parts of very long strings among them. */
function measureCodes(reader: ByteReader | null, count: number): number[] | null {
  if (reader === null || count === 0) return null;
  const fields = reader.bytes.length / 4 / count;
  if (fields !== 2 && fields !== 3) return null;
  return Array.from({ length: count }, () => {
    const measure = reader.int32('levels of measurement');
    reader.take(4 * (fields - 1), 'levels of measurement');
    return measure;
  });
}

function labelsByPosition({ valueLabels }: SavRecords): Map<number, SavRecords['valueLabels'][number]['labels'][number][]> {
  const found = new Map<number, SavRecords['valueLabels'][number]['labels'][number][]>();
  for (const { labels, variables } of valueLabels) {
    for (const position of variables) found.set(position - 1, [...(found.get(position - 1) ?? []), ...labels]);
  }
  return found;
}

function labelsOf(
  labels: readonly { value: Uint8Array; label: Uint8Array }[], record: VariableRecord, text: SavText, isLittleEndian: boolean,
): [number | string, string][] {
  return labels.map(({ value, label }) => [valueOf(value, record, text, isLittleEndian), text.decode(label)]);
}

function valueOf(bytes: Uint8Array, { width, printFormat }: VariableRecord, text: SavText, isLittleEndian: boolean): number | string {
  if (width > 0) return text.decode(bytes.subarray(0, Math.min(8, width)));
  const value = new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, isLittleEndian);
  return showsDay(printFormat) ? millisecondsOf(value) : value;
}

function missingTest(
  record: VariableRecord, long: readonly string[] | undefined, text: SavText, isLittleEndian: boolean,
): (value: number | string) => boolean {
  const discrete = new Set([...record.missing.map((bytes) => valueOf(bytes, record, text, isLittleEndian)), ...(long ?? [])]);
  const { missingRange } = record;
  if (missingRange === null) return (value) => discrete.has(value);
  const [low, high] = showsDay(record.printFormat) ? missingRange.map(millisecondsOf) : missingRange;
  return (value) => discrete.has(value) || (typeof value === 'number' && value >= low && value <= high);
}

function damaged(what: string, format: BinaryFormat): Error {
  return new ByteReader(new Uint8Array(0), format).damaged(what);
}
