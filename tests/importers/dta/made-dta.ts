/** A variable of a made Stata file: its name, the number of its type, its format, its set of labels. */
export interface MadeDtaVariable {
  readonly name: string;
  readonly type: 'byte' | 'int' | 'long' | 'float' | 'double' | 'strL' | number;
  readonly format?: string;
  readonly labelSet?: string;
  readonly label?: string;
}

export interface MadeDta {
  readonly release: 115 | 118;
  readonly bigEndian?: boolean;
  readonly variables: readonly MadeDtaVariable[];
  /** Cells as their stored numbers, or texts. */
  readonly rows: readonly (readonly (number | string)[])[];
  readonly labelSets?: Readonly<Record<string, readonly (readonly [number, string])[]>>;
  readonly bytesOf?: (text: string) => Buffer;
}

const TYPES = ['byte', 'int', 'long', 'float', 'double'];
const SIZES: Readonly<Record<string, number>> = { byte: 1, int: 2, long: 4, float: 4, double: 8 };

/** The bytes of a Stata file. Written from the description of the format, apart from the reader. */
export function madeDta({ release, bigEndian = false, variables, rows, labelSets = {}, bytesOf = (text) => Buffer.from(text) }: MadeDta): Buffer {
  const isTagged = release === 118;
  const [nameSize, formatSize, labelSize] = isTagged ? [129, 57, 321] : [33, 49, 81];
  const number = (value: number, size: number): Buffer => {
    const bytes = Buffer.alloc(size);
    for (let at = 0, left = value < 0 ? value + 256 ** size : value; at < size; at += 1, left = Math.floor(left / 256)) bytes[bigEndian ? size - 1 - at : at] = left % 256;
    return bytes;
  };
  const fixed = (text: string, size: number): Buffer => Buffer.concat([bytesOf(text), Buffer.alloc(size)]).subarray(0, size);
  const tagged = (name: string, ...content: Buffer[]): Buffer => (isTagged ? Buffer.concat([Buffer.from(`<${name}>`), ...content, Buffer.from(`</${name}>`)]) : Buffer.concat(content));
  const code = ({ type }: MadeDtaVariable): number => (typeof type === 'number' ? type : type === 'strL' ? 32768 : isTagged ? 65530 - TYPES.indexOf(type) : 251 + TYPES.indexOf(type));

  const long: Buffer[] = [];
  const cell = (value: number | string, variable: number, row: number): Buffer => {
    const { type } = variables[variable];
    if (typeof type === 'number') return fixed(String(value), type);
    if (type === 'strL') {
      if (value === '') return Buffer.alloc(8);
      const text = Buffer.concat([bytesOf(String(value)), Buffer.alloc(1)]);
      long.push(Buffer.from('GSO'), number(variable + 1, 4), number(row + 1, 8), Buffer.of(130), number(text.length, 4), text);
      return Buffer.concat([number(variable + 1, 2), number(row + 1, 6)]);
    }
    const bytes = Buffer.alloc(SIZES[type]);
    if (type === 'float') bytes[bigEndian ? 'writeFloatBE' : 'writeFloatLE'](Number(value));
    else if (type === 'double') bytes[bigEndian ? 'writeDoubleBE' : 'writeDoubleLE'](Number(value));
    else return number(Number(value), SIZES[type]);
    return bytes;
  };
  const data = Buffer.concat(rows.flatMap((cells, row) => cells.map((value, variable) => cell(value, variable, row))));
  const sets = Object.entries(labelSets).map(([name, labels]) => {
    const texts = labels.map(([, text]) => Buffer.concat([bytesOf(text), Buffer.alloc(1)]));
    const offsets = texts.map((_, index) => Buffer.concat(texts.slice(0, index)).length);
    const table = Buffer.concat([number(labels.length, 4), number(Buffer.concat(texts).length, 4), ...offsets.map((offset) => number(offset, 4)), ...labels.map(([value]) => number(value, 4)), ...texts]);
    return tagged('lbl', number(table.length, 4), fixed(name, nameSize), Buffer.alloc(3), table);
  });
  const sections = [
    tagged('variable_types', ...variables.map((variable) => number(code(variable), isTagged ? 2 : 1))),
    tagged('varnames', ...variables.map(({ name }) => fixed(name, nameSize))),
    tagged('sortlist', Buffer.alloc(2 * (variables.length + 1))),
    tagged('formats', ...variables.map(({ format = '%9.0g' }) => fixed(format, formatSize))),
    tagged('value_label_names', ...variables.map(({ labelSet = '' }) => fixed(labelSet, nameSize))),
    tagged('variable_labels', ...variables.map(({ label = '' }) => fixed(label, labelSize))),
    isTagged ? tagged('characteristics') : Buffer.alloc(5),
  ];
  if (!isTagged) {
    const header = Buffer.concat([Buffer.of(release, bigEndian ? 1 : 2, 1, 0), number(variables.length, 2), number(rows.length, 4), fixed('Made by hand', 81), fixed('28 Feb 2011 13:45', 18)]);
    return Buffer.concat([header, ...sections, data, ...sets]);
  }
  const label = bytesOf('Made by hand');
  const start = Buffer.concat([
    Buffer.from(`<stata_dta><header><release>${release}</release><byteorder>${bigEndian ? 'MSF' : 'LSF'}</byteorder><K>`), number(variables.length, 2), Buffer.from('</K><N>'), number(rows.length, 8),
    Buffer.from('</N><label>'), number(label.length, 2), label, Buffer.from('</label><timestamp>'), Buffer.of(0), Buffer.from('</timestamp></header>'),
  ]);
  const before = Buffer.concat(sections);
  const dataAt = start.length + '<map></map>'.length + 14 * 8 + before.length;
  const map = tagged('map', ...Array.from({ length: 14 }, (_, index) => number(index === 9 ? dataAt : 0, 8)));
  return Buffer.concat([start, map, before, tagged('data', data), tagged('strls', ...long), tagged('value_labels', ...sets), Buffer.from('</stata_dta>')]);
}
