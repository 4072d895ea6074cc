import { StudyError } from '../../errors.js';
import type { Decision } from '../../results/inspection.js';
import type { Warning } from '../../results/warning.js';
import type { Rows } from '../rows/rows.js';
import { RowGatherer } from '../rows/rows.js';
import { chooseSheet } from './choose-sheet.js';
import { headerRows } from './header-rows.js';
import type { HeaderRows } from './header-rows.js';
import { readSheet } from './sheet.js';
import type { Sheet } from './sheet.js';
import { oddCellWarnings, sheetWarnings } from './sheet-warnings.js';
import { openWorkbook } from './workbook.js';

/** The rows of one sheet, as those of a CSV file would be. */
export interface WorkbookRows {
  readonly rows: Rows;
  readonly sheet: Decision<string>;
  /** What stands above the header. */
  readonly preamble: readonly string[];
  readonly warnings: readonly Warning[];
}

/** A table may be this large whatever it holds; a larger one has to be filled to a twentieth. */
const SMALL_TABLE = 2 ** 24;

/**
 * Reads one sheet of an Excel workbook.
 *
 * @param asked a sheet's name, or its number from 1; else the first that is not hidden.
 * @param decimal the mark in which numbers are to be written, so that they read back.
 * @throws StudyError of archives, XML and workbooks; E_HEADER_MISSING for an empty sheet; E_XLSX_SPARSE for a few
 *   cells at great distances.
 */
export function readWorkbook(bytes: Uint8Array, file: string, asked: string | undefined, decimal: '.' | ','): WorkbookRows {
  const workbook = openWorkbook(bytes, file);
  const chosen = chooseSheet(workbook.sheets, asked, file);
  const sheet = readSheet(workbook, chosen.sheet, decimal);
  const header = headerRows(sheet);
  if (header === null) {
    const others = workbook.sheets.filter((one) => one !== chosen.sheet);
    throw new StudyError('E_HEADER_MISSING', `The sheet "${chosen.sheet.name}" is empty, so there is no header.`, {
      where: file, hint: others.length === 0 ? undefined : `Other sheets: ${others.map(({ name }) => name).join(', ')}.`,
    });
  }
  const columns = [...header.names.keys()];
  refuseSparse(sheet, columns.length, file);
  const rows = gathered(sheet, header, columns, file);
  const nameOf = (column: number): string => rows.header.names[columns.indexOf(column)];
  return {
    rows,
    sheet: { value: chosen.sheet.name, why: `${chosen.why}; its header is in ${header.numbers.length === 1 ? 'row' : 'rows'} ${header.numbers.join(' and ')}` },
    preamble: header.titles,
    warnings: [
      ...chosen.warnings, ...sheetWarnings(sheet, header, workbook.hasMacros, file), ...oddCellWarnings(sheet, header, file, nameOf),
    ],
  };
}

function gathered({ rows }: Sheet, header: HeaderRows, columns: readonly number[], file: string): Rows {
  const position = new Map(columns.map((column, index) => [column, index]));
  const gatherer = new RowGatherer(file, ',');
  gatherer.take(columns.map((column) => header.names.get(column) ?? ''), rows[header.last].number, '');
  let previous = rows[header.last].number;
  for (const row of rows.slice(header.last + 1)) {
    const cells = new Array<string>(columns.length).fill('');
    // A row between others that holds nothing is left out with the warning of all blank rows.
    if (columns.length > 1 && row.number > previous + 1) gatherer.take([...cells], previous + 1, '');
    row.columns.forEach((column, index) => { cells[position.get(column) ?? 0] = row.texts[index]; });
    gatherer.take(cells, row.number, '');
    previous = row.number;
  }
  return gatherer.finish();
}

function refuseSparse({ rows }: Sheet, columns: number, file: string): void {
  const filled = rows.reduce((sum, row) => sum + row.columns.length, 0);
  if (columns * rows.length <= Math.max(SMALL_TABLE, 20 * filled)) return;
  throw new StudyError('E_XLSX_SPARSE', `The sheet spreads ${filled} cells over ${rows.length} rows and ${columns} columns, so it is no table.`, {
    where: file, hint: 'Copy the table into a sheet of its own.',
  });
}
