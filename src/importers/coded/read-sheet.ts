import { StudyError } from '../../errors.js';
import { fileKind } from './recognise.js';
import { csvSheet, sheetOf } from './sheet.js';
import type { Sheet } from './sheet.js';
import type { WholeFile } from './whole-file.js';

export interface SheetReading {
  readonly encoding?: string;
  readonly delimiter?: string;
}

/**
 * A table of texts, from CSV or a workbook; what reads workbooks is loaded for those only.
 *
 * @throws StudyError of csvSheet and readWorkbook; E_FILE_FORMAT where the file is neither.
 */
export async function readSheet(file: WholeFile, { encoding, delimiter }: SheetReading = {}): Promise<Sheet> {
  const kind = fileKind(file.bytes);
  if (kind === 'text') return csvSheet(file, encoding, delimiter);
  if (kind !== 'zip') throw new StudyError('E_FILE_FORMAT', 'Expected a sheet (.csv or .xlsx).', { where: file.name });
  const { readWorkbook } = await import('../xlsx/read-workbook.js');
  const { rows, warnings } = readWorkbook(file.bytes, file.name, undefined, '.');
  return sheetOf(file.name, rows, warnings);
}
