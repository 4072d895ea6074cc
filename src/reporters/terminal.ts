import type { Table } from '../results/table.js';
import { alignNumbers } from './align-numbers.js';
import type { Paint } from './paint.js';
import { HANG, layoutPanels } from './terminal-layout.js';
import type { TextColumn } from './terminal-layout.js';
import { setPanel } from './terminal-panel.js';
import { visibleText } from './visible.js';
import { wrapText } from './wrap-text.js';

export interface TerminalStyle {
  /** Cells of a line; null for a file or a pipe, where nothing is wrapped. */
  readonly width: number | null;
  readonly paint: Paint;
}

/** Beside a narrow table, prose is not drawn out further than this: it would be hard to read. */
const PROSE_WIDTH = 80;

/**
 * A table as a printed paper sets it: caption, light rules around the header and at the end, decimal points below
 * each other, notes. It keeps within the width (see `layoutPanels`); only a single number wider than the terminal
 * sticks out. Texts are shown through `visibleText`, so nothing in them can steer the terminal. Spaces at the end
 * of a line are left out.
 *
 * @example
 * const plain = (text: string) => text;
 * terminalTable(table, { width: 80, paint: { strong: plain, muted: plain, caption: plain, rule: plain } });
 */
export function terminalTable(table: Table, { width, paint }: TerminalStyle): string {
  const texts = printedColumns(table);
  const panels = layoutPanels(texts, width).map((panel) => setPanel(table, texts, panel, paint));
  const tableWidth = Math.max(...panels.map((panel) => panel.width));
  const proseWidth = width === null ? Infinity : Math.min(width, Math.max(tableWidth, PROSE_WIDTH));
  const prose = (text: string): string[] => wrapText(visibleText(text), proseWidth);

  const captionLines = table.caption === '' ? [] : prose(table.caption).map((line) => paint.caption(line));
  const panelLines = panels.flatMap(({ lines }, index) => (index === 0 ? lines : ['', ...lines]));
  const noteLines = table.notes.flatMap(prose).map((line) => paint.muted(line));
  return `${[...captionLines, ...panelLines, ...noteLines].join('\n')}\n`;
}

/** Each column's texts, fit to be seen; rows under a group's heading are indented. */
function printedColumns({ columns, rows, groups }: Table): TextColumn[] {
  const indent = groups === undefined ? '' : ' '.repeat(HANG);
  return columns.map((column, index) => {
    const header = visibleText(column.header);
    const cells = rows.map((row) => visibleText(row[index].text));
    if (index === 0) return { header, cells: cells.map((text) => indent + text) };
    return column.align === 'left' ? { header, cells } : alignNumbers(header, cells);
  });
}
