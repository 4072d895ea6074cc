import type { ByteReader } from '../labelled/byte-reader.js';

/** A variable's record. A string wider than 8 bytes is followed by records of width -1, one for each 8 bytes more. */
export interface VariableRecord {
  /** 0 for a number, 1 to 255 for a string, -1 for a string's continuation. */
  readonly width: number;
  readonly name: Uint8Array;
  readonly label: Uint8Array | null;
  readonly printFormat: number;
  /** Discrete values that mean missing, 8 bytes each. */
  readonly missing: readonly Uint8Array[];
  /** Ends of a range of numbers that mean missing, both included. */
  readonly missingRange: readonly [number, number] | null;
}

/** Labels of values of up to 8 bytes, and the variables they are for. */
export interface ValueLabelsRecord {
  readonly labels: readonly { readonly value: Uint8Array; readonly label: Uint8Array }[];
  /** Positions of variable records, from 1. */
  readonly variables: readonly number[];
}

/** The records between the header and the cases, as they are written. */
export interface SavRecords {
  readonly variables: readonly VariableRecord[];
  readonly valueLabels: readonly ValueLabelsRecord[];
  readonly documents: readonly Uint8Array[];
  /** Extension records by their subtype. */
  readonly extensions: ReadonlyMap<number, Extension>;
}

export interface Extension {
  /** Bytes of one element. */
  readonly size: number;
  readonly data: Uint8Array;
}

const DOCUMENT_LINE = 80;

/** Reads all records up to the mark that ends the dictionary. */
export function readRecords(reader: ByteReader): SavRecords {
  const variables: VariableRecord[] = [];
  const valueLabels: ValueLabelsRecord[] = [];
  const documents: Uint8Array[] = [];
  const extensions = new Map<number, Extension>();
  for (;;) {
    const type = reader.int32('its dictionary');
    switch (type) {
      case 2: variables.push(variableRecord(reader)); break;
      case 3: valueLabels.push(valueLabelsRecord(reader)); break;
      case 6: {
        const lines = reader.count(reader.int32('its documents'), DOCUMENT_LINE, 'lines of its documents');
        for (let line = 0; line < lines; line += 1) documents.push(reader.take(DOCUMENT_LINE, 'its documents'));
        break;
      }
      case 7: {
        const subtype = reader.int32('its dictionary');
        const size = reader.int32('its dictionary');
        if (size < 0) throw reader.damaged(`an element of extension ${subtype} has ${size} bytes`);
        const count = reader.count(reader.int32('its dictionary'), size, `elements of extension ${subtype}`);
        extensions.set(subtype, { size, data: reader.take(size * count, `extension ${subtype}`) });
        break;
      }
      case 999:
        reader.int32('its dictionary');
        return { variables, valueLabels, documents, extensions };
      default: throw reader.damaged(`expected a record of its dictionary, found type ${type}`);
    }
  }
}

function variableRecord(reader: ByteReader): VariableRecord {
  const what = 'a variable of its dictionary';
  const width = reader.int32(what);
  if (width < -1 || width > 255) throw reader.damaged(`a variable has width ${width}, where -1 to 255 is expected`);
  const hasLabel = reader.int32(what);
  const missingCount = reader.int32(what);
  const printFormat = reader.int32(what);
  reader.int32(what);
  const name = reader.take(8, what);
  let label: Uint8Array | null = null;
  if (hasLabel === 1) {
    const length = reader.count(reader.int32(what), 1, 'bytes of a label');
    label = reader.take(length, what);
    reader.take((4 - (length % 4)) % 4, what);
  }
  if (missingCount < -3 || missingCount > 3 || missingCount === -1) throw reader.damaged(`a variable has ${missingCount} missing values`);
  const missingRange = missingCount < 0 ? [reader.float64(what), reader.float64(what)] as const : null;
  const discrete = missingCount === -3 ? 1 : Math.max(0, missingCount);
  return { width, name, label, printFormat, missingRange, missing: Array.from({ length: discrete }, () => reader.take(8, what)) };
}

function valueLabelsRecord(reader: ByteReader): ValueLabelsRecord {
  const what = 'its value labels';
  const count = reader.count(reader.int32(what), 16, 'value labels');
  const labels = Array.from({ length: count }, () => {
    const value = reader.take(8, what);
    const length = reader.uint8(what);
    const label = reader.take(length, what);
    reader.take((8 - ((length + 1) % 8)) % 8, what);
    return { value, label };
  });
  const type = reader.int32(what);
  if (type !== 4) throw reader.damaged(`expected the variables of value labels (type 4), found type ${type}`);
  const number = reader.count(reader.int32(what), 4, 'variables of value labels');
  return { labels, variables: Array.from({ length: number }, () => reader.int32(what)) };
}
