import { slicePlaced } from '../../dataset/document.js';
import type { PlacedText, TableCell } from '../../dataset/document.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether a line looks like a row of a table that is set with tabs or spaces: three cells, or two with a wide gap. The
 * two spaces that some put after a full stop separate no cells.
 */
export function isTabular(line: string): boolean {
  if (isRule(line)) return false;
  if (line.includes('\t')) return line.trim().includes('\t');
  const spans = cellSpans(line);
  return spans.length >= 3 || (spans.length === 2 && spans[1].start - spans[0].end >= 4);
}

/** A line that only draws a rule. */
export function isRule(line: string): boolean {
  return /^[\s─━═=_+–—-]{3,}$/.test(line) && line.trim() !== '';
}

/** The cells of lines that are set with tabs or in columns of spaces. A cell over several columns repeats in each. */
export function alignedTable(lines: readonly PlacedText[]): TableCell[][] {
  const filled = lines.filter(({ text }) => text.trim() !== '' && !isRule(text));
  return filled.some(({ text }) => text.includes('\t')) ? tabbedTable(filled) : spacedTable(filled);
}

function tabbedTable(lines: readonly PlacedText[]): TableCell[][] {
  const rows = lines.map((line) => {
    const edges = [-1, ...[...line.text.matchAll(/\t/g)].map((match) => match.index), line.text.length];
    return edges.slice(1).map((edge, index) => slicePlaced(line, edges[index] + 1, edge));
  });
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, column): TableCell =>
    ({ text: row[column] ?? { text: '', at: row[0].at }, spanned: false })));
}

function spacedTable(lines: readonly PlacedText[]): TableCell[][] {
  const rows = lines.map(({ text }) => cellSpans(text));
  const columns = columnSpans(rows);
  return rows.map((spans, row) => {
    const cells = columns.map((): TableCell => ({ text: { text: '', at: lines[row].at }, spanned: false }));
    // A label alone belongs to the first column, however far it is indented.
    const placed = spans.length === 1 && spans[0].start < (columns[1]?.start ?? Infinity);
    for (const span of spans) {
      const over = placed ? [0] : columnsUnder(span, columns);
      const text = slicePlaced(lines[row], span.start, span.end);
      over.forEach((column, index) => { cells[column] = { text, spanned: index > 0 }; });
    }
    return cells;
  });
}

/** The columns as the rows with the most usual number of cells show them: cells above each other are one column. */
function columnSpans(rows: readonly (readonly Span[])[]): Span[] {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1];
  const typical = rows.filter((row) => row.length === usual);
  return Array.from({ length: usual }, (_, column) => ({
    start: Math.min(...typical.map((row) => row[column].start)), end: Math.max(...typical.map((row) => row[column].end)),
  }));
}

function columnsUnder(span: Span, columns: readonly Span[]): number[] {
  const over = columns.flatMap(({ start, end }, index) => (span.start < end && start < span.end ? [index] : []));
  if (over.length > 0) return over;
  const distances = columns.map(({ start, end }) => Math.min(Math.abs(span.start - end), Math.abs(start - span.end)));
  return [distances.indexOf(Math.min(...distances))];
}

function cellSpans(line: string): Span[] {
  return [...line.matchAll(/\S(?:\S| (?! )|(?<=[.?!;:,]) {2}(?=[A-Z])|(?<=\d to) {2,3}(?=[-\u2212.\d]))*/g)].map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length }));
}
