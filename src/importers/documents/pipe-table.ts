import { slicePlaced, trimPlaced } from '../../dataset/document.js';
import type { PlacedText, TableCell } from '../../dataset/document.js';

/** Whether a line is a row with its cells between `|`. */
export function isPipeRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line) || (line.match(/(?<!\\)\|/g)?.length ?? 0) >= 2;
}

/** The cells of a Markdown table; the row of dashes under the header is left out. */
export function pipeTable(lines: readonly PlacedText[], clean: (cell: PlacedText) => PlacedText): TableCell[][] {
  const rows = lines.filter(({ text }) => !/^[\s|:-]*-[\s|:-]*$/.test(text) && text.includes('|')).map(cellsOf);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row, index) => Array.from({ length: width }, (_, column): TableCell =>
    ({ text: column < row.length ? clean(row[column]) : { text: '', at: rows[index].at(-1)?.at ?? [] }, spanned: false })));
}

function cellsOf(line: PlacedText): PlacedText[] {
  const { text } = line;
  const bars = [...text.matchAll(/(?<!\\)\|/g)].map((match) => match.index);
  const first = text.slice(0, bars[0]).trim() === '' ? bars.shift()! + 1 : 0;
  const last = text.slice((bars.at(-1) ?? -1) + 1).trim() === '' ? bars.pop() ?? text.length : text.length;
  const edges = [first - 1, ...bars, last];
  return edges.slice(1).map((edge, index) => trimPlaced(slicePlaced(line, edges[index] + 1, edge)));
}
