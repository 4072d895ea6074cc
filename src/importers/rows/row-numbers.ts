import type { Warning } from '../../results/warning.js';
import type { ColumnText } from '../columns/column-text.js';
import { place } from '../place.js';
import type { Rows } from './rows.js';
import { firstOf } from '../wording.js';

/** Whether a column counts the rows from 1 or from 0, in order. */
export function isRowNumbers(column: ColumnText, rows: number): boolean {
  if (rows === 0) return false;
  const first = column.at(0) === '0' ? 0 : 1;
  for (let row = 0; row < rows; row += 1) if (column.at(row) !== String(row + first)) return false;
  return true;
}

/** Leaves out a first column without a name that only numbers the rows; says so, and how blank names are filled. */
export function withoutRowNumbers(rows: Rows, file: string): { rows: Rows; warnings: Warning[] } {
  const { header, columns, lines } = rows;
  const drop = header.unnamed.has(0) && columns.length > 1 && isRowNumbers(columns[0], lines.length);
  const filled = [...header.unnamed].filter((index) => !(drop && index === 0)).map((index) => header.names[index]);
  const where = place(file, header.line);
  const warnings: Warning[] = [];
  const say = (code: Warning['code'], message: string) => warnings.push({ code, message, where });
  if (drop) say('W_ROW_NUMBERS', 'The first column has no name and only numbers the rows; it is left out.');
  if (filled.length > 0) say('W_HEADER_BLANK', `Columns without a name are called ${firstOf(filled, 5)}.`);
  if (!drop) return { rows, warnings };
  const others = { ...rows, header: { ...header, names: header.names.slice(1) }, columns: columns.slice(1) };
  return { rows: others, warnings };
}
