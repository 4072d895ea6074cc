import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ColumnText } from '../../../src/importers/columns/column-text.js';
import { PackedText } from '../../../src/importers/text/packed-text.js';

describe('PackedText', () => {
  it('gives back every text at its place', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', ' ', 'é', '漢', '😎', '\n', '\0') })),
      (texts) => {
      const packed = new PackedText();
      for (const text of texts) packed.push(text);
      expect(texts.map((_, index) => packed.at(index))).toEqual(texts);
    }));
  });

  it('grows', () => {
    const packed = new PackedText();
    for (let index = 0; index < 10_000; index += 1) packed.push(`text ${index} é`.repeat(index % 7));
    expect(packed.at(9999)).toBe('text 9999 é'.repeat(9999 % 7));
    expect(packed.at(0)).toBe('');
  });
});

describe('ColumnText', () => {
  const fill = (cells: readonly string[]) => {
    const column = new ColumnText();
    cells.forEach((cell, row) => column.set(row, cell));
    return column;
  };

  it('tallies each different text once, with its count and first row', () => {
    expect(fill(['b', 'a', 'b', '', 'b']).tally(Uint32Array.of(0, 1, 2, 3, 4))).toEqual({
      texts: ['b', 'a', ''], codes: Uint32Array.of(0, 1, 0, 2, 0), counts: [3, 1, 1], firstRows: [0, 1, 3],
    });
  });

  it('tallies chosen rows, counting rows from the first of them', () => {
    expect(fill(['b', 'a', 'b', 'c']).tally(Uint32Array.of(1, 3)))
      .toEqual({ texts: ['a', 'c'], codes: Uint32Array.of(0, 1), counts: [1, 1], firstRows: [0, 1] });
  });

  it('gives the same cells whether texts repeat or not', () => {
    const few = Array.from({ length: 9000 }, (_, row) => String(row % 5));
    const many = Array.from({ length: 9000 }, (_, row) => String(row));
    for (const cells of [few, many]) {
      const column = fill(cells);
      const { texts, codes, counts, firstRows } = column.tally(Uint32Array.from(cells, (_, row) => row));
      expect(cells.map((_, row) => column.at(row))).toEqual(cells);
      expect(Array.from(codes, (code) => texts[code])).toEqual(cells);
      expect(Array.from(counts).reduce((sum, count) => sum + count, 0)).toBe(9000);
      expect(texts.map((_, index) => cells[firstRows[index]])).toEqual([...texts]);
    }
  });

  it('takes off the apostrophe that keeps a cell from being a formula, and no other', () => {
    const column = fill(["'=A1", "'-5", "'@x", "'\tx", "it's", "''", "'quoted'", "'"]);
    expect(Array.from({ length: 8 }, (_, row) => column.at(row)))
      .toEqual(['=A1', '-5', '@x', '\tx', "it's", "''", "'quoted'", "'"]);
  });
});
