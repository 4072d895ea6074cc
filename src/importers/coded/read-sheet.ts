import { StudyError } from '../../errors.js';
import { fileKind } from './recognise.js';
import { csvSheet } from './sheet.js';
import type { Sheet } from './sheet.js';
import type { WholeFile } from './whole-file.js';

export interface SheetReading {
  readonly encoding?: string;
  readonly delimiter?: string;
}

/** A table of texts, from CSV or a workbook. */
export async function readSheet(file: WholeFile, { encoding, delimiter }: SheetReading = {}): Promise<Sheet> {
  if (fileKind(file.bytes) === 'text') return csvSheet(file, encoding, delimiter);
  throw new StudyError('E_FILE_FORMAT', 'Expected a sheet (.csv or .xlsx).', { where: file.name });
}
