import type { Cell, Table, TableColumn } from '../results/table.js';
import { paragraph, run } from './docx-text.js';
import { displayWidth } from './display-width.js';
import { isNumeric, replaceMinus } from './numeric-text.js';
import { rowsByGroup } from './table-groups.js';

/** A letter of the table's type and the margins of a cell, in twentieths of a point. */
const LETTER = 108;
const CELL_MARGINS = 140;
/** Beyond so many letters a cell had better wrap. */
const WIDEST = 40;

/**
 * A table as journals set it: the caption above, a rule over and under the header and under the last row, the header
 * repeated on every page, no row cut by a page, notes below. Cells are plain text that a co-author can edit.
 *
 * @param width between the margins of the page, in twentieths of a point.
 */
export function docxTable(table: Table, width: number): string {
  const natural = naturalWidths(table);
  const scale = width / sumOf(natural);
  const widths = natural.map((one) => Math.round(one * scale));
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const header = row(table.columns.map((column, index) => headerCell(column, widths[index])), '<w:tblHeader/>');
  const groups = rowsByGroup(table);
  const bodies = groups.flatMap(({ label, rows }, group) => [
    ...(label === null ? [] : [row([groupCell(label, table.columns.length)], '', true)]),
    ...rows.map((cells, index) => {
      const last = group === groups.length - 1 && index === rows.length - 1;
      return row(cells.map((cell, at) => bodyCell(cell, table.columns[at], at, widths[at], last)), '', !last);
    }),
  ]);
  return [
    table.caption === '' ? '' : paragraph(run(table.caption, { bold: true }), 'Caption', '<w:keepNext/>'),
    '<w:tbl><w:tblPr><w:tblStyle w:val="StudyTable"/><w:tblW w:w="5000" w:type="pct"/>',
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>',
    `<w:tblGrid>${grid}</w:tblGrid>${header}${bodies.join('')}</w:tbl>`,
    ...table.notes.map((note) => paragraph(run(note), 'TableNote')),
  ].join('');
}

function row(cells: readonly string[], properties: string, keepWithNext = false): string {
  const content = keepWithNext ? cells.map((cell) => cell.replaceAll('<w:pPr>', '<w:pPr><w:keepNext/>')) : cells;
  return `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${content.join('')}</w:tr>`;
}

function headerCell({ header, align }: TableColumn, width: number): string {
  const borders = '<w:tcBorders><w:top w:val="single" w:sz="8"/><w:bottom w:val="single" w:sz="4"/></w:tcBorders>';
  return cell(paragraph(run(header, { bold: true }), undefined, justified(align)), width, borders);
}

function bodyCell(content: Cell, { align }: TableColumn, index: number, width: number, last: boolean): string {
  const numeric = index > 0 && isNumeric(content);
  const text = numeric ? replaceMinus(content.text, '\u2212') : content.text;
  const style = { bold: content.emphasis === 'strong', muted: content.emphasis === 'muted' };
  const borders = last ? '<w:tcBorders><w:bottom w:val="single" w:sz="8"/></w:tcBorders>' : '';
  return cell(paragraph(run(text, style), undefined, justified(align)), width, numeric ? `${borders}<w:noWrap/>` : borders);
}

function groupCell(label: string, columns: number): string {
  return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/><w:gridSpan w:val="${columns}"/></w:tcPr>${paragraph(run(label, { italic: true }), undefined, justified('left'))}</w:tc>`;
}

function cell(content: string, width: number, properties: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`;
}

function justified(align: TableColumn['align']): string {
  return `<w:jc w:val="${align}"/>`;
}

/** The width at which no number of the table wraps, in twentieths of a point. */
export function naturalWidth(table: Table): number {
  return sumOf(naturalWidths(table));
}

function naturalWidths({ columns, rows }: Table): number[] {
  return columns.map(({ header }, index) => {
    const letters = Math.max(2, displayWidth(header), ...rows.map((cells) => displayWidth(cells[index].text)));
    return Math.min(WIDEST, letters) * LETTER + CELL_MARGINS;
  });
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}
