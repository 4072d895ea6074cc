import type { Table } from '../results/table.js';
import { LANDSCAPE, PORTRAIT, docxPackage } from './docx-package.js';
import { docxTable, naturalWidth } from './docx-table.js';
import { paragraph } from './docx-text.js';

/**
 * Tables as a Word document: real tables with their captions, headers and notes in named styles. The page
 * is turned where a table would not fit otherwise.
 *
 * @returns the bytes of the .docx, the same for the same tables.
 */
export function docxTables(tables: readonly Table[]): Uint8Array {
  const page = tables.some((table) => naturalWidth(table) > PORTRAIT.text) ? LANDSCAPE : PORTRAIT;
  return docxPackage(tables.map((table) => docxTable(table, page.text)).join(paragraph('')), { page });
}
