import type { Table } from '../results/table.js';
import { docxPackage } from './docx-package.js';
import { docxTable } from './docx-table.js';
import { paragraph } from './docx-text.js';

/**
 * Tables as a Word document: real tables with their captions, headers and notes in named styles.
 *
 * @returns the bytes of the .docx, the same for the same tables.
 */
export function docxTables(tables: readonly Table[]): Uint8Array {
  return docxPackage(tables.map(docxTable).join(paragraph('')));
}
