import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineEndings } from '../../../src/importers/text/line-endings.js';
import { RecordReader } from '../../../src/importers/rows/records.js';
import { failure } from '../reading.js';
import { parseRfc4180, quoteRfc4180 } from './rfc4180.js';

interface Taken {
  readonly cells: string[];
  readonly line: number;
}

/** Every record of a text that comes in pieces, with the line on which it starts. */
function records(pieces: readonly string[], { delimiter = ',', block = 1, record = 1000,
  firstLine = 1 } = {}): Taken[] {
  const taken: Taken[] = [];
  const reader = new RecordReader('f.csv', delimiter, firstLine, { block, record },
    (cells, line) => taken.push({ cells, line }));
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return taken;
}

const piecesOf = (text: string, size: number) => Array.from({ length: Math.ceil(text.length / size) },
  (_, index) => text.slice(index * size, (index + 1) * size));
const refusal = (pieces: readonly string[], options = {}) =>
  failure(Promise.resolve().then(() => records(pieces, options)));

describe('RecordReader', () => {
  it('gives each record the line on which it starts, newlines in quotes counted', () => {
    const text = 'a,b\n"x\ny\nz",1\n\n2,"p\r\nq"\n3,"r\rs"\n4,t';
    expect(records([text]).map(({ line }) => line)).toEqual([1, 2, 5, 6, 8, 10]);
    expect(records([text]).at(-1)).toEqual({ cells: ['4', 't'], line: 10 });
  });

  it('counts lines from where the text starts', () => {
    expect(records(['a\nb\n'], { firstLine: 4 }).map(({ line }) => line)).toEqual([4, 5]);
  });

  it('passes a blank line on as one empty cell, and nothing after the last line end', () => {
    expect(records(['a\n\nb\n']).map(({ cells }) => cells)).toEqual([['a'], [''], ['b']]);
  });

  it('keeps a byte order mark that stands in the middle of a text', () => {
    expect(records(['a,b\n', '\uFEFF1,2\n']).map(({ cells }) => cells)).toEqual([['a', 'b'], ['\uFEFF1', '2']]);
  });

  it('lets spaces follow a closing quote, at the end of the file too', () => {
    expect(records(['"a"  ,"b" \n"c","d" ']).map(({ cells }) => cells)).toEqual([['a', 'b'], ['c', 'd']]);
  });

  it('names line and column of a quote that is never closed', async () => {
    expect(await refusal(['a,b\n1,2\n3,"x\n4,5\n'])).toMatchObject({ code: 'E_QUOTE_UNCLOSED', where: 'f.csv:3:3' });
    expect(await refusal(['a,b\n"x\ny",2\n"p\nq",u,"v\n'])).toMatchObject({ code: 'E_QUOTE_UNCLOSED',
      where: 'f.csv:5:6' });
  });

  it('names both quotes where text follows the second', async () => {
    const error = await refusal(['a,b\n1,"x\ny" z,2\n']);
    expect(error).toMatchObject({ code: 'E_QUOTE_STRAY', where: 'f.csv:2:3' });
    expect(error.message).toContain('f.csv:3:2');
  });

  it('does not mistake a quote at the end of a piece for a closed cell', () => {
    expect(records(['"a"', '"b"\n', '"c"', ' \n'])).toEqual([{ cells: ['a"b'], line: 1 }, { cells: ['c'], line: 2 }]);
  });

  it('stops at the limit for a record, and names an open quote as the reason', async () => {
    const open = ['a,b\n1,"', ...Array.from({ length: 300 }, () => 'text, and more\n')];
    expect(await refusal(open)).toMatchObject({ code: 'E_QUOTE_UNCLOSED', where: 'f.csv:2:3' });
    expect(await refusal(['a\n', ...Array.from({ length: 300 }, () => 'text')]))
      .toMatchObject({ code: 'E_RECORD_LONG', where: 'f.csv:2' });
  });

  it('reads a long record in linear time: no piece is parsed more often than the doubling asks for', () => {
    const cell = 'x'.repeat(64);
    const parsed: number[] = [];
    const reader = new RecordReader('f.csv', ',', 1, { block: 64, record: 1e6 }, () => {});
    const spy = reader as unknown as { parse: () => unknown; pending: string };
    const parse = spy.parse.bind(reader);
    spy.parse = () => {
      parsed.push(spy.pending.length);
      return parse();
    };
    reader.push('"');
    for (let piece = 0; piece < 1000; piece += 1) reader.push(cell);
    reader.push('"\n');
    reader.end();
    expect(parsed.reduce((sum, length) => sum + length, 0)).toBeLessThan(4 * 64_000);
  });

  it('splits any text into the same records, wherever its pieces end', () => {
    const table = fc.array(fc.array(fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '\n', '\r', ' ', 'é',
      '😎') }), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, size) => {
      const text = rows.map((cells) => cells.map((cell) => quoteRfc4180(cell)).join(',')).join('\n');
      expect(records(piecesOf(text, size)).map(({ cells }) => cells)).toEqual(rows);
    }));
  });

  it('agrees with a character-by-character parser on text with any line ends', () => {
    const cell = fc.oneof(fc.string({ unit: fc.constantFrom('x', ' ', 'ß') }),
      fc.string({ unit: fc.constantFrom('x', ';', '"', '\n', '\r') }).map((text) => `"${text.replaceAll('"', '""')}"`));
    const line = fc.tuple(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r', '\r\n'))
      .map(([cells, end]) => cells.join(';') + end);
    fc.assert(fc.property(fc.array(line, { maxLength: 8 }), fc.integer({ min: 1, max: 30 }), (lines, size) => {
      const text = lines.join('');
      const endings = new LineEndings(';');
      const unified = [...piecesOf(text, size).map((piece) => endings.unify(piece, false)), endings.unify('', true)];
      expect(records(unified, { delimiter: ';' }).map(({ cells }) => cells)).toEqual(parseRfc4180(text, ';'));
    }));
  });
});
