import type { Warning } from '../../results/warning.js';
import { SURVEY_LIMITS } from '../limits.js';
import { checkDelimiter } from '../read-options.js';
import type { Rows } from '../rows/rows.js';
import { readSurveyText } from '../rows/survey-text.js';
import { decode } from './whole-file.js';
import type { WholeFile } from './whole-file.js';

/** A table of texts: the first sheet of a workbook, or a CSV file. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly SheetRow[];
  readonly warnings: readonly Warning[];
}

export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** @throws StudyError where the file is no rectangle of cells. */
export function csvSheet(file: WholeFile, encoding?: string, delimiter?: string): Sheet {
  checkDelimiter(delimiter);
  const decoded = decode(file, encoding);
  const bytes = { name: file.name, chunks: [file.bytes], hasCarriageReturn: file.bytes.includes(0x0d) };
  const { rows } = readSurveyText(bytes, decoded.encoding, SURVEY_LIMITS, delimiter);
  return sheetOf(file.name, rows, [...decoded.warnings, ...rows.warnings]);
}

export function sheetOf(name: string, { header, lines, columns }: Rows, warnings: readonly Warning[]): Sheet {
  return {
    name, header: header.names, headerLine: header.line, warnings,
    rows: lines.map((line, row) => ({ line, cells: columns.map((column) => column.at(row)) })),
  };
}
