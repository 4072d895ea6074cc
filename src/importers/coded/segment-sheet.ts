import { StudyError } from '../../errors.js';
import type { Warning } from '../../results/warning.js';
import { place } from '../place.js';
import { counted, firstOf } from '../wording.js';
import { codesInCell } from './code-cells.js';
import { CodesByPath, dottedPath, pathOf } from './code-paths.js';
import { EMPTY_DRAFT } from './draft.js';
import type { Draft, DraftDocument, DraftSegment } from './draft.js';
import { codesFlagged, flaggedCodes } from './flagged-codes.js';
import { cellOf, plainName, rolesOf } from './sheet-roles.js';
import type { Role, Roles } from './sheet-roles.js';
import type { Sheet, SheetRow } from './sheet.js';

/** Columns of a sheet of coded segments, in the order in which they choose among the names. */
const ROLES: readonly Role[] = [
  'document', 'quote', 'code', 'start', 'end', 'range', 'coder', 'participant', 'group', 'memo', 'category', 'id',
];

export interface SegmentOptions {
  /** Names of columns by role. */
  readonly columns?: ReadonlyMap<string, string>;
  /** Codes that a codebook names: a cell that is one of them is not split. */
  readonly codes?: ReadonlySet<string>;
}

/** Whether the header is that of coded segments: a code, and where it stands or what it stands on. */
export function isSegmentSheet(sheet: Pick<Sheet, 'name' | 'header' | 'headerLine'>, columns?: ReadonlyMap<string, string>): boolean {
  const roles = rolesOf(sheet, ROLES, columns);
  return (roles.has('code') || flaggedCodes(sheet).length > 0) && (roles.has('quote') || roles.has('start')) && (roles.has('document') || roles.has('participant'));
}

/**
 * Reads coded segments, a row each: Taguette, MAXQDA, ATLAS.ti and Dedoose exports and sheets made by hand.
 *
 * @throws StudyError E_SHEET_COLUMNS, E_OFFSET_CELL.
 */
export function segmentSheet(sheet: Sheet, options: SegmentOptions = {}): Draft {
  const roles = rolesOf(sheet, ROLES, options.columns);
  requireColumns(sheet, roles);
  const software = softwareOf(sheet);
  const known = new Set([...(options.codes ?? []), ...sheet.rows.map(({ cells }) => cellOf(roles, 'code', cells)).filter((cell) => !/[,;|\n]/.test(cell))]);
  const flags = flaggedCodes(sheet);
  const codes = new CodesByPath();
  const documents = new Map<string, DraftDocument>();
  const segments: DraftSegment[] = [];
  const uncoded: number[] = [];
  const multiple: number[] = [];
  for (const row of sheet.rows) {
    const written = flags.length > 0 ? codesFlagged(flags, row.cells) : codesInCell(cellOf(roles, 'code', row.cells), known);
    if (written.length === 0) uncoded.push(row.line);
    if (written.length > 1 && flags.length === 0) multiple.push(row.line);
    const participant = cellOf(roles, 'participant', row.cells);
    const document = cellOf(roles, 'document', row.cells) || participant;
    if (document === '') continue;
    if (!documents.has(document)) documents.set(document, { id: document, name: document, text: null, group: cellOf(roles, 'group', row.cells) || null });
    const offsets = offsetsOf(sheet, roles, row, software);
    for (const [index, name] of written.entries()) {
      segments.push({
        id: written.length === 1 ? String(row.line) : `${row.line}.${index + 1}`,
        document,
        ...offsets,
        quote: quoteOf(roles, row),
        kind: 'quote',
        code: codes.at(codePath(name, cellOf(roles, 'category', row.cells), software, place(sheet.name, row.line))),
        coder: cellOf(roles, 'coder', row.cells) || null,
        participant: participant || null,
        memo: cellOf(roles, 'memo', row.cells) || null,
        where: place(sheet.name, row.line),
      });
    }
  }
  return {
    ...EMPTY_DRAFT,
    software: software ?? 'a sheet of coded segments',
    documents: [...documents.values()],
    codes: codes.all(),
    segments,
    spans: 'any',
    warnings: [...sheet.warnings, ...rowWarnings(sheet, uncoded, multiple)],
  };
}

function requireColumns(sheet: Sheet, roles: Roles): void {
  const missing = [
    ...(roles.has('code') || flaggedCodes(sheet).length > 0 ? [] : ['code']),
    ...(roles.has('document') || roles.has('participant') ? [] : ['document']),
    ...(roles.has('quote') || roles.has('start') ? [] : ['text or start and end']),
  ];
  if (missing.length === 0) return;
  throw new StudyError('E_SHEET_COLUMNS', `A sheet of coded segments needs a column for ${missing.join(' and for ')}.`, {
    where: place(sheet.name, sheet.headerLine),
    hint: `Columns: ${firstOf(sheet.header, 12)}. Name one with --columns, such as --columns ${missing[0].split(' ')[0]}="${sheet.header[0] ?? ''}".`,
  });
}

/** Layouts that differ in more than the names of their columns. */
function softwareOf({ header }: Sheet): 'Taguette' | 'MAXQDA' | 'ATLAS.ti' | 'Dedoose' | null {
  const names = new Set(header.map(plainName));
  if (header.length === 4 && ['id', 'document', 'tag', 'content'].every((name) => names.has(name))) return 'Taguette';
  if (names.has('segment') && ['weightscore', 'weight', 'area', 'coverage', 'documentgroup'].some((name) => names.has(name))) return 'MAXQDA';
  if (names.has('quotationcontent') || (names.has('quotationname') && names.has('codes'))) return 'ATLAS.ti';
  if (names.has('excerptcopy') || names.has('excerptcreator') || flaggedCodes({ header }).length > 0) return 'Dedoose';
  return null;
}

function codePath(written: string, category: string, software: ReturnType<typeof softwareOf>, where: string): string[] {
  // Taguette shows tags as a tree by the points in their names.
  if (software === 'Taguette') return dottedPath(written, where);
  const path = pathOf(written, where);
  return category === '' ? path : [...pathOf(category, where), ...path];
}

/** Space around a quote may be part of it; a cell that is blank is none. */
function quoteOf(roles: Roles, { cells }: SheetRow): string | null {
  const index = roles.get('quote');
  return index === undefined || cells[index].trim() === '' ? null : cells[index];
}

function offsetsOf(sheet: Sheet, roles: Roles, row: SheetRow, software: ReturnType<typeof softwareOf>): Pick<DraftSegment, 'start' | 'end'> {
  // MAXQDA's Begin and End are paragraphs.
  if (software === 'MAXQDA') return { start: null, end: null };
  const range = /^(\d+)\s*[-–]\s*(\d+)$/.exec(cellOf(roles, 'range', row.cells));
  if (range !== null) return { start: Number(range[1]), end: Number(range[2]) };
  const [start, end] = (['start', 'end'] as const).map((role) => wholeNumber(sheet, roles, row, role));
  return start === null || end === null ? { start: null, end: null } : { start, end };
}

function wholeNumber(sheet: Sheet, roles: Roles, { cells, line }: SheetRow, role: 'start' | 'end'): number | null {
  const cell = cellOf(roles, role, cells);
  if (cell === '') return null;
  if (/^\d{1,9}(?:\.0+)?$/.test(cell)) return Number(cell);
  throw new StudyError('E_OFFSET_CELL', `Expected a whole number of characters, found "${cell.slice(0, 20)}".`, {
    where: place(sheet.name, line, sheet.header[roles.get(role) ?? 0]),
  });
}

function rowWarnings(sheet: Sheet, uncoded: readonly number[], multiple: readonly number[]): Warning[] {
  const at = (lines: readonly number[]): string => firstOf(lines.map(String), 5);
  return [
    ...(uncoded.length === 0 ? [] : [{
      code: 'W_SEGMENT_UNCODED' as const,
      message: `${counted(uncoded.length, 'row')} without a code passed over: line ${at(uncoded)}.`,
      where: place(sheet.name, uncoded[0]),
    }]),
    ...(multiple.length === 0 ? [] : [{
      code: 'W_CODES_MULTIPLE' as const,
      message: `${counted(multiple.length, 'cell')} with several codes, each read as a coding of its own: line ${at(multiple)}.`,
      where: place(sheet.name, multiple[0]),
    }]),
  ];
}
