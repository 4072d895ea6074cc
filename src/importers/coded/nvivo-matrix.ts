import { StudyError } from '../../errors.js';
import { place } from '../place.js';
import { CodesByPath, pathOf } from './code-paths.js';
import { EMPTY_DRAFT } from './draft.js';
import type { Draft, DraftDocument, DraftSegment } from './draft.js';
import type { Sheet } from './sheet.js';

const ROW = /^\d+ ?: ?(.+)$/;
const COLUMN = /^[A-Z]{1,3} ?: ?(.+)$/;

/** NVivo numbers the rows of a matrix (`1 : Files\FG1`) and gives its columns letters (`A : Access`). */
export function isNvivoMatrix({ header, rows }: Pick<Sheet, 'header' | 'rows'>): boolean {
  return header.length > 1 && header.slice(1).every((name) => COLUMN.test(name)) && rows.length > 0 && rows.every(({ cells }) => ROW.test(cells[0].trim()));
}

/**
 * A matrix coding query of NVivo: how many references of each code lie in each file or case. Every reference becomes a
 * coding without a place; a share of coverage becomes one.
 *
 * @throws StudyError E_MATRIX_CELL.
 */
export function nvivoMatrix(sheet: Sheet): Draft {
  const codes = new CodesByPath();
  const ids = sheet.header.slice(1).map((name) => codes.at(withoutRoot(pathOf(COLUMN.exec(name)?.[1] ?? name, sheet.name))));
  const documents = new Map<string, DraftDocument>();
  const segments: DraftSegment[] = [];
  for (const { line, cells } of sheet.rows) {
    const path = pathOf(ROW.exec(cells[0].trim())?.[1] ?? cells[0], place(sheet.name, line));
    const name = path.at(-1) ?? '';
    const isCase = /^(?:cases?|people|participants?)$/i.test(path[0]) && path.length > 1;
    if (!documents.has(name)) documents.set(name, { id: name, name, text: null, group: null });
    ids.forEach((code, index) => {
      const count = references(cells[index + 1], sheet, line, index + 1);
      for (let number = 1; number <= count; number += 1) {
        segments.push({
          id: `${line}.${index + 1}.${number}`, document: name, start: null, end: null, quote: null, kind: 'name', code, coder: null,
          participant: isCase ? name : null, memo: null, where: place(sheet.name, line, sheet.header[index + 1]),
        });
      }
    });
  }
  return { ...EMPTY_DRAFT, software: 'NVivo', documents: [...documents.values()], codes: codes.all(), segments, warnings: sheet.warnings };
}

function references(cell: string, sheet: Sheet, line: number, column: number): number {
  const text = cell.trim().replace(',', '.');
  if (text === '') return 0;
  const value = Number(text.replace(/%$/, ''));
  if (Number.isFinite(value) && value >= 0 && value < 100_000) return text.endsWith('%') || !Number.isInteger(value) ? Math.sign(value) : value;
  throw new StudyError('E_MATRIX_CELL', `Expected a count of references, found "${cell.slice(0, 20)}".`, { where: place(sheet.name, line, sheet.header[column]) });
}

/** `Codes\Benefits\Access` names the folder first. */
function withoutRoot(path: readonly string[]): readonly string[] {
  return path.length > 1 && /^(?:codes|nodes|theme nodes)$/i.test(path[0]) ? path.slice(1) : path;
}
