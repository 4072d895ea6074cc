import { deflateSync } from 'node:zlib';

const SYSMIS = -Number.MAX_VALUE;

export interface MadeVariable {
  /** Up to 8 bytes, capitals. */
  readonly name: string;
  readonly longName?: string;
  readonly label?: string;
  /** 0 for a number; over 255 for a very long string. */
  readonly width?: number;
  /** Type of the print format: 5 is F, 1 is A, 20 is DATE. */
  readonly format?: number;
  readonly missing?: readonly (number | string)[];
  readonly range?: readonly [number, number];
  readonly labels?: readonly (readonly [number | string, string])[];
  readonly measure?: 0 | 1 | 2 | 3;
}

export interface MadeSav {
  readonly variables: readonly MadeVariable[];
  /** One list of cells a case; null is system-missing. */
  readonly cases: readonly (readonly (number | string | null)[])[];
  readonly bigEndian?: boolean;
  readonly compression?: 'none' | 'bytecode' | 'zlib';
  /** What the header says, where it is not the truth. */
  readonly saidCases?: number;
  readonly encoding?: string | null;
  readonly codePage?: number;
  readonly documents?: readonly string[];
  readonly weight?: number;
  /** Missing values of long strings, by long name. */
  readonly longMissing?: Readonly<Record<string, readonly string[]>>;
  readonly bytesOf?: (text: string) => Buffer;
}

/** The bytes of an SPSS system file. Written from the description of the format, apart from the reader. */
export function madeSav(made: MadeSav): Buffer {
  const { variables, cases, bigEndian = false, compression = 'none', documents = [], bytesOf = (text) => Buffer.from(text) } = made;
  const int = (...values: number[]): Buffer => Buffer.concat(values.map((value) => {
    const bytes = Buffer.alloc(4);
    if (bigEndian) bytes.writeInt32BE(value); else bytes.writeInt32LE(value);
    return bytes;
  }));
  const double = (value: number): Buffer => {
    const bytes = Buffer.alloc(8);
    if (bigEndian) bytes.writeDoubleBE(value); else bytes.writeDoubleLE(value);
    return bytes;
  };
  const int64 = (value: number): Buffer => {
    const bytes = Buffer.alloc(8);
    if (bigEndian) bytes.writeBigInt64BE(BigInt(value)); else bytes.writeBigInt64LE(BigInt(value));
    return bytes;
  };
  const padded = (text: string, length: number): Buffer => Buffer.concat([bytesOf(text), Buffer.alloc(length, 0x20)]).subarray(0, length);
  const upTo = (bytes: Buffer, multiple: number): Buffer => Buffer.concat([bytes, Buffer.alloc((multiple - (bytes.length % multiple)) % multiple)]);
  const value8 = (value: number | string): Buffer => (typeof value === 'number' ? double(value) : padded(value, 8));
  const extension = (subtype: number, size: number, data: Buffer): Buffer => Buffer.concat([int(7, subtype, size, data.length / size), data]);
  const text = (value: string): Buffer => Buffer.concat([int(bytesOf(value).length), bytesOf(value)]);

  const records: Buffer[] = [];
  const valueLabels: Buffer[] = [];
  const measures: number[] = [];
  const longLabels: Buffer[] = [];
  let position = 0;
  for (const variable of variables) {
    const { name, width = 0, missing = [], range, labels = [], label } = variable;
    const format = variable.format ?? (width === 0 ? 5 : 1);
    segmentsOf(width).forEach((segment, index) => {
      const count = range === undefined ? missing.length : -2 - missing.length;
      const isFirst = index === 0;
      const hasLabel = isFirst && label !== undefined;
      records.push(int(2, segment, hasLabel ? 1 : 0, isFirst && width <= 8 ? count : 0, (format << 16) | (8 << 8), (format << 16) | (8 << 8)), padded(isFirst ? name : `${name.slice(0, 5)}${index}`, 8));
      if (hasLabel) records.push(int(bytesOf(label).length), upTo(bytesOf(label), 4));
      if (isFirst && width <= 8) records.push(...(range ?? []).map(double), ...missing.map(value8));
      if (isFirst && labels.length > 0) {
        if (width <= 8) {
          valueLabels.push(int(3, labels.length), ...labels.map(([value, said]) => Buffer.concat([value8(value), upTo(Buffer.concat([Buffer.of(bytesOf(said).length), bytesOf(said)]), 8)])), int(4, 1, position + 1));
        } else {
          longLabels.push(text(variable.longName ?? name), int(width, labels.length), ...labels.map(([value, said]) => Buffer.concat([text(String(value).padEnd(width)), text(said)])));
        }
      }
      measures.push(variable.measure ?? 0, 8, 0);
      for (let part = 8; part < segment; part += 8) records.push(int(2, -1, 0, 0, 0, 0), padded('', 8));
      position += Math.max(1, Math.ceil(segment / 8));
    });
  }
  const { encoding = 'UTF-8' } = made;
  const names = variables.map(({ name, longName }) => `${name}=${longName ?? name}`).join('\t');
  const widths = variables.flatMap(({ name, width = 0 }) => (width > 255 ? [`${name}=${String(width).padStart(5, '0')}\0\t`] : [])).join('');
  const longMissing = Object.entries(made.longMissing ?? {}).map(([name, values]) =>
    Buffer.concat([text(name), Buffer.of(values.length), int(8), ...values.map((value) => padded(value, 8))]));
  const dictionary = Buffer.concat([
    ...records, ...valueLabels,
    ...(documents.length === 0 ? [] : [int(6, documents.length), ...documents.map((line) => padded(line, 80))]),
    extension(3, 4, int(20, 0, 0, 720, 1, 1, bigEndian ? 1 : 2, made.codePage ?? 65001)),
    extension(4, 8, Buffer.concat([double(SYSMIS), double(Number.MAX_VALUE), double(-Number.MAX_VALUE)])),
    extension(11, 4, int(...measures)),
    extension(13, 1, bytesOf(names)),
    ...(widths === '' ? [] : [extension(14, 1, bytesOf(widths))]),
    ...(encoding === null ? [] : [extension(20, 1, Buffer.from(encoding))]),
    ...(longLabels.length === 0 ? [] : [extension(21, 1, Buffer.concat(longLabels))]),
    ...(longMissing.length === 0 ? [] : [extension(22, 1, Buffer.concat(longMissing))]),
    int(999, 0),
  ]);
  const header = Buffer.concat([
    Buffer.from(compression === 'zlib' ? '$FL3' : '$FL2'), padded('@(#) SPSS DATA FILE made by hand', 60), int(2, position, ['none', 'bytecode', 'zlib'].indexOf(compression), made.weight ?? 0, made.saidCases ?? cases.length),
    double(100), padded('28 Feb 1113:45:10', 17), padded('', 64), Buffer.alloc(3),
  ]);
  const elements = cases.flatMap((cells) => variables.flatMap(({ width = 0 }, index) => elementsOf(cells[index], width, double, bytesOf)));
  const head = Buffer.concat([header, dictionary]);
  if (compression === 'none') return Buffer.concat([head, ...elements]);
  const packed = bytecode(elements, double);
  return Buffer.concat([head, compression === 'zlib' ? zlib(packed, head.length, int, int64) : packed]);
}

/** Widths of the strings that a string of this width is written as. */
function segmentsOf(width: number): number[] {
  if (width <= 255) return [width];
  const count = Math.ceil(width / 252);
  return Array.from({ length: count }, (_, index) => (index < count - 1 ? 255 : width - 252 * (count - 1)));
}

function elementsOf(cell: number | string | null, width: number, double: (value: number) => Buffer, bytesOf: (text: string) => Buffer): Buffer[] {
  if (width === 0) return [double(cell === null ? SYSMIS : Number(cell))];
  let left = bytesOf(String(cell ?? ''));
  const stored = segmentsOf(width).map((segment, index, all) => {
    const taken = left.subarray(0, index < all.length - 1 ? 255 : left.length);
    left = left.subarray(taken.length);
    return Buffer.concat([taken, Buffer.alloc(8 * Math.ceil(segment / 8), 0x20)]).subarray(0, 8 * Math.ceil(segment / 8));
  });
  const bytes = Buffer.concat(stored);
  return Array.from({ length: bytes.length / 8 }, (_, index) => bytes.subarray(8 * index, 8 * index + 8));
}

function bytecode(elements: readonly Buffer[], double: (value: number) => Buffer): Buffer {
  const small = new Map(Array.from({ length: 251 }, (_, index) => [double(index + 1 - 100).toString('hex'), index + 1]));
  const out: Buffer[] = [];
  for (let at = 0; at < elements.length; at += 8) {
    const codes = Buffer.alloc(8);
    const literals: Buffer[] = [];
    elements.slice(at, at + 8).forEach((element, index) => {
      const hex = element.toString('hex');
      codes[index] = small.get(hex) ?? (hex === '20'.repeat(8) ? 254 : hex === double(SYSMIS).toString('hex') ? 255 : 253);
      if (codes[index] === 253) literals.push(element);
    });
    if (elements.length - at < 8) codes[elements.length - at] = 252;
    out.push(codes, ...literals);
  }
  return Buffer.concat(out);
}

/** In blocks of 64 bytes, so that there are several. */
function zlib(packed: Buffer, start: number, int: (...values: number[]) => Buffer, int64: (value: number) => Buffer): Buffer {
  const blocks: { raw: Buffer; packed: Buffer }[] = [];
  for (let at = 0; at < packed.length; at += 64) blocks.push({ raw: packed.subarray(at, at + 64), packed: deflateSync(packed.subarray(at, at + 64)) });
  const size = blocks.reduce((sum, block) => sum + block.packed.length, 0);
  const list: Buffer[] = [];
  let rawAt = start;
  let packedAt = start + 24;
  for (const block of blocks) {
    list.push(int64(rawAt), int64(packedAt), int(block.raw.length, block.packed.length));
    rawAt += block.raw.length;
    packedAt += block.packed.length;
  }
  return Buffer.concat([
    int64(start), int64(start + 24 + size), int64(24 + 24 * blocks.length), ...blocks.map((block) => block.packed),
    int64(-100), int64(0), int(64, blocks.length), ...list,
  ]);
}
