import { StudyError } from '../../errors.js';
import { attributeOf } from '../containers/xml.js';
import type { XmlElement } from '../containers/xml.js';
import { MOST_COLUMNS, MOST_ROWS, cellRange, columnOf } from './cell-reference.js';
import type { CellRange } from './cell-reference.js';
import type { FormatKind } from './number-format.js';
import { serialDate } from './serial-date.js';
import { unescaped } from './shared-strings.js';
import { isTrue, readPart } from './spreadsheet-ml.js';
import type { SheetEntry, Workbook } from './workbook.js';

/** The filled cells of one row of a sheet. */
export interface SheetRow {
  /** As the sheet counts, from 1. */
  readonly number: number;
  /** Ascending, from 0. */
  readonly columns: readonly number[];
  /** What each of these cells holds: a number in its shortest exact form, a date as ISO 8601, or its text. */
  readonly texts: readonly string[];
}

/** A cell that needs a word of its own. */
export interface OddCell {
  readonly what: 'error' | 'uncomputed' | 'time';
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Sheet {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly CellRange[];
  readonly odd: readonly OddCell[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
}

/** Memory for odd cells is bounded; the count of those beyond is of no use to anybody. */
const MOST_ODD = 100_000;

/**
 * Reads the filled cells of a sheet; a formula counts as the value that was stored with it.
 *
 * @param decimal the mark that numbers are written with.
 * @throws StudyError E_XLSX_DAMAGED for a cell outside a sheet, rows out of order, or a text that is not there.
 */
export function readSheet(workbook: Workbook, entry: SheetEntry, decimal: '.' | ','): Sheet {
  const rows: SheetRow[] = [];
  const merges: CellRange[] = [];
  const odd: OddCell[] = [];
  let hiddenRows = 0;
  let hiddenColumns = 0;
  let row: { number: number; columns: number[]; texts: string[] } = { number: 0, columns: [], texts: [] };
  let cell: Cell | null = null;
  let taking = false;
  let inReading = false;
  const strings = workbook.strings();
  const styles = workbook.styles();

  const openRow = (element: XmlElement, at: () => string): void => {
    const number = Number(attributeOf(element, 'r') ?? row.number + 1);
    if (!(number > row.number && number <= MOST_ROWS)) throw damaged(`expected a row after row ${row.number}, found ${number}`, at);
    row = { number, columns: [], texts: [] };
    if (isTrue(attributeOf(element, 'hidden'))) hiddenRows += 1;
  };
  const openCell = (element: XmlElement, at: () => string): void => {
    const reference = attributeOf(element, 'r');
    const last = row.columns.length === 0 ? -1 : row.columns[row.columns.length - 1];
    const column = reference === undefined ? (cell?.column ?? last) + 1 : columnOf(reference);
    if (!(column > last && column < MOST_COLUMNS)) throw damaged(`expected a cell of row ${row.number}, found ${reference}`, at);
    cell = { column, type: attributeOf(element, 't') ?? 'n', style: styles[Number(attributeOf(element, 's') ?? 0)] ?? 'number', text: '', hasValue: false, hasFormula: false };
  };
  const closeCell = (at: () => string): void => {
    if (cell === null) return;
    const found = { row: row.number, column: cell.column, text: cell.text };
    const note = (what: OddCell['what']): void => { if (odd.length < MOST_ODD) odd.push({ what, ...found }); };
    if (!cell.hasValue || (cell.type === 'n' && cell.text === '')) {
      if (cell.hasFormula) note('uncomputed');
      return;
    }
    if (cell.type === 'e') note('error');
    else if (cell.type === 'n' && cell.style === 'time') note('time');
    const text = cellText(cell, strings, workbook.dates, decimal, at);
    if (text === '') return;
    row.columns.push(cell.column);
    row.texts.push(text);
  };

  readPart(workbook, entry.part, {
    open: (element, at) => {
      taking = false;
      switch (element.local) {
        case 'row': openRow(element, at); break;
        case 'c': openCell(element, at); break;
        case 'f': if (cell !== null) cell.hasFormula = true; break;
        case 'rPh': inReading = true; break;
        case 'v': case 't':
          taking = cell !== null && !inReading;
          if (taking && cell !== null) cell.hasValue = true;
          break;
        case 'mergeCell': {
          const range = cellRange(attributeOf(element, 'ref') ?? '');
          if (range !== null) merges.push(range);
          break;
        }
        case 'col': if (isTrue(attributeOf(element, 'hidden'))) hiddenColumns += 1 + Number(attributeOf(element, 'max')) - Number(attributeOf(element, 'min')); break;
        default:
      }
    },
    text: (text) => { if (taking && cell !== null) cell.text += text; },
    close: ({ local }, at) => {
      taking = false;
      if (local === 'rPh') inReading = false;
      else if (local === 'c') closeCell(at);
      else if (local === 'row') {
        if (row.columns.length > 0) rows.push(row);
        cell = null;
      }
    },
  });
  return { rows, merges, odd, hiddenRows, hiddenColumns };
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: FormatKind;
  text: string;
  hasValue: boolean;
  hasFormula: boolean;
}

function cellText(
  { type, style, text }: Cell, strings: readonly string[], dates: Workbook['dates'], decimal: '.' | ',', at: () => string,
): string {
  switch (type) {
    case 's': {
      const shared = strings[Number(text)];
      if (shared === undefined) throw damaged(`text ${text} of ${strings.length}`, at);
      return shared;
    }
    case 'b': return text.trim() === '1' || text.trim() === 'true' ? 'TRUE' : 'FALSE';
    case 'n': return numberText(text.trim(), style, dates, decimal);
    default: return unescaped(text);
  }
}

/** A number in the shortest form that reads back as the same double; what is no number stays as it is written. */
function numberText(text: string, style: FormatKind, dates: Workbook['dates'], decimal: '.' | ','): string {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  const date = style === 'date' ? serialDate(value, dates) : null;
  return date ?? (decimal === '.' ? String(value) : String(value).replace('.', decimal));
}

function damaged(what: string, at: () => string): StudyError {
  return new StudyError('E_XLSX_DAMAGED', `The sheet is damaged: ${what}.`, { where: at(), hint: 'Open it in a spreadsheet program and save it again.' });
}
