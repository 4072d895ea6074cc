import type { Cell, Table, TableColumn } from '../results/table.js';
import { displayWidth, widest } from './display-width.js';
import { rowsByGroup } from './table-groups.js';
import type { Paint } from './paint.js';
import { GAP, HANG } from './terminal-layout.js';
import type { Panel, TextColumn } from './terminal-layout.js';
import { visibleText } from './visible.js';
import { wrapText } from './wrap-text.js';

/** The lines of one cell, and how they stand out. */
interface SetCell {
  readonly lines: readonly string[];
  readonly emphasis: Cell['emphasis'];
}

interface ColumnSetting {
  readonly width: number;
  readonly align: TableColumn['align'];
}

/** The lines of one panel between its rules, and how wide it came out. */
export function setPanel(
  table: Table,
  texts: readonly TextColumn[],
  { columns, labelsAbove }: Panel,
  paint: Paint,
): { readonly lines: string[]; readonly width: number } {
  const header = columns.map((column) => setCell(texts[column.index].header, column));
  const rows = table.rows.map((row, rowIndex) =>
    columns.map((column) => setCell(texts[column.index].cells[rowIndex], column, row[column.index].emphasis)));

  const settings = columns.map(({ index }, position): ColumnSetting => ({
    width: widest([header, ...rows].flatMap((cells) => cells[position].lines.map(displayWidth))),
    align: table.columns[index].align,
  }));
  const indent = labelsAbove === null ? 0 : HANG;
  const width = settings.reduce((total, column) => total + column.width + GAP, indent - GAP);
  const set = (cells: readonly SetCell[], short: 'top' | 'bottom'): string[] =>
    setRow(cells, settings, { indent, short, paint });
  const heading = (label: string): string[] =>
    wrapText(visibleText(label), Math.max(width, labelsAbove ?? 0), HANG).map((line) => paint.strong(line));

  const body: string[] = [];
  let rowIndex = 0;
  for (const { label, rows: members } of rowsByGroup(table)) {
    if (label !== null) body.push(...heading(label));
    for (const end = rowIndex + members.length; rowIndex < end; rowIndex += 1) {
      if (labelsAbove !== null) body.push(...wrapText(texts[0].cells[rowIndex], labelsAbove, HANG));
      body.push(...set(rows[rowIndex], 'top'));
    }
  }
  const rule = paint.rule('─'.repeat(width));
  return { lines: [rule, ...set(header, 'bottom'), rule, ...body, rule], width };
}

function setCell(text: string, { index, width }: Panel['columns'][number], emphasis?: Cell['emphasis']): SetCell {
  return { lines: wrapText(text, width, index === 0 ? HANG : 0), emphasis };
}

interface RowSetting {
  readonly indent: number;
  /** Where a cell with fewer lines stands: headers on the last line, values on the first. */
  readonly short: 'top' | 'bottom';
  readonly paint: Paint;
}

function setRow(
  cells: readonly SetCell[],
  settings: readonly ColumnSetting[],
  { indent, short, paint }: RowSetting,
): string[] {
  const height = widest(cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, lineIndex) => {
    let line = '';
    let spaces = indent;
    for (const [position, { lines, emphasis }] of cells.entries()) {
      const { width, align } = settings[position];
      const text = lines[short === 'top' ? lineIndex : lineIndex - height + lines.length] ?? '';
      const shown = text.replace(/ +$/, '');
      const room = width - displayWidth(text);
      const before = align === 'right' ? room : align === 'center' ? Math.floor(room / 2) : 0;
      if (shown !== '') {
        line += ' '.repeat(spaces + before) + (emphasis === undefined ? shown : paint[emphasis](shown));
        spaces = 0;
      } else spaces += before;
      spaces += text.length - shown.length + room - before + GAP;
    }
    return line;
  });
}
