import { describe, expect, it } from 'vitest';
import { columnPanels } from '../../src/present/column-panels.js';
import type { Table } from '../../src/results/table.js';

/** A lower triangle of so many variables. */
function triangle(size: number): Table {
  return {
    caption: 'Matrix', notes: ['Note.'],
    columns: [{ key: 'variable', header: 'Variable', align: 'left' }, ...Array.from({ length: size }, (_, at) => ({ key: `c${at}`, header: String(at + 1), align: 'right' as const }))],
    rows: Array.from({ length: size }, (_, row) => [{ text: `v${row + 1}` }, ...Array.from({ length: size }, (__, at) => ({ text: at < row ? `${row + 1}.${at + 1}` : '' }))]),
  };
}

describe('columnPanels', () => {
  it('leaves a table that fits a turned page as it is', () => {
    expect(columnPanels(triangle(14))).toEqual([triangle(14)]);
  });

  it('holds every cell once, under its own header and beside its own row', () => {
    const cells = (tables: readonly Table[]): string[] => tables.flatMap(({ columns, rows }) =>
      rows.flatMap(([first, ...own]) => own.flatMap(({ text }, at) => (text === '' ? [] : [`${first.text} ${columns[at + 1].header} ${text}`])))).sort();
    const panels = columnPanels(triangle(60));
    expect(cells(panels)).toEqual(cells([triangle(60)]));
    expect(panels.every(({ columns, rows }) => columns.length <= 15 && rows.every((row) => row.length === columns.length))).toBe(true);
  });

  it('says which columns it holds, leaves out empty rows, and has the notes once', () => {
    const panels = columnPanels(triangle(30));
    expect(panels.map(({ caption, notes, rows }) => [caption, notes.length, rows[0][0].text])).toEqual([
      ['Matrix: 1 to 10', 0, 'v2'], ['Matrix: 11 to 20', 0, 'v12'], ['Matrix: 21 to 30', 1, 'v22'],
    ]);
  });
});
