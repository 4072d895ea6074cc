import type { Warning, WarningCode } from '../../results/warning.js';
import { place } from '../place.js';
import { counted, firstOf } from '../wording.js';
import { columnLetters } from './cell-reference.js';
import type { HeaderRows } from './header-rows.js';
import type { OddCell, Sheet } from './sheet.js';

/** What is said of each kind of odd cell in a column. */
const ODD: Readonly<Record<OddCell['what'], { code: WarningCode; say: (cells: readonly OddCell[]) => string }>> = {
  error: {
    code: 'W_CELL_ERROR',
    say: (cells) => `${counted(cells.length, 'cell')} ${cells.length === 1 ? 'holds' : 'hold'} an error in place of a value: ` +
      `${firstOf([...new Set(cells.map(({ text }) => text))], 5)}. Correct the formula, or type --na "${cells[0].text}".`,
  },
  uncomputed: {
    code: 'W_FORMULA_UNCOMPUTED',
    say: (cells) => `${counted(cells.length, 'formula')} without a stored value, read as blank: open the workbook in a spreadsheet program and save it.`,
  },
  time: {
    code: 'W_TIME_DAYS',
    say: (cells) => `${counted(cells.length, 'time')} read as stored, in days: 0.5 is 12 hours.`,
  },
};

/** One warning a column for each kind of odd cell below the header. */
export function oddCellWarnings(sheet: Sheet, header: HeaderRows, file: string, nameOf: (column: number) => string): Warning[] {
  const first = sheet.rows[header.last].number;
  const groups = new Map<string, OddCell[]>();
  for (const cell of sheet.odd) {
    if (cell.row <= first || !header.names.has(cell.column)) continue;
    const key = `${cell.column} ${cell.what}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cell]);
    else group.push(cell);
  }
  return [...groups.values()].map((cells) => {
    const [{ what, row, column }] = cells;
    return { code: ODD[what].code, message: ODD[what].say(cells), where: place(file, row, nameOf(column)) };
  });
}

/** What a spreadsheet can do to rows and columns that a table of data knows nothing of. */
export function sheetWarnings(sheet: Sheet, header: HeaderRows, hasMacros: boolean, file: string): Warning[] {
  const warnings: Warning[] = [];
  const top = sheet.rows[header.last].number;
  const say = (code: WarningCode, message: string, line = top): void => { warnings.push({ code, message, where: place(file, line) }); };
  if (header.titles.length > 0) {
    say('W_TITLE_ROWS', `${counted(header.titles.length, 'row')} above the header left out: ${firstOf(header.titles.map(shortened), 3)}.`, sheet.rows[0].number);
  }
  const blank = blankColumns([...header.names.keys()]);
  if (blank.length > 0) say('W_COLUMNS_BLANK', `${counted(blank.length, 'column')} without a name or a value left out: ${firstOf(blank.map(columnLetters), 5)}.`);
  const merged = sheet.merges.filter((range) => range.top > top);
  if (merged.length > 0) {
    say('W_CELLS_MERGED', `${counted(merged.length, 'group')} of merged cells below the header: the value stands in the first cell of each, and the others are blank.`, merged[0].top);
  }
  if (sheet.hiddenRows > 0) say('W_ROWS_HIDDEN', `${counted(sheet.hiddenRows, 'hidden row')}, perhaps left out by a filter; read like the others.`);
  if (sheet.hiddenColumns > 0) say('W_COLUMNS_HIDDEN', `${counted(sheet.hiddenColumns, 'hidden column')}; read like the others.`);
  if (hasMacros) say('W_MACROS', 'The workbook holds macros, which are never run.');
  return warnings;
}

/** Columns between the used ones that hold nothing. */
function blankColumns(used: readonly number[]): number[] {
  const known = new Set(used);
  return Array.from({ length: (used.at(-1) ?? 0) - (used[0] ?? 0) }, (_, index) => used[0] + index).filter((column) => !known.has(column));
}

function shortened(text: string): string {
  const oneLine = text.trim().replace(/\s+/g, ' ');
  return `"${oneLine.length > 60 ? `${oneLine.slice(0, 59)}…` : oneLine}"`;
}
