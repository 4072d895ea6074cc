import { StudyError } from '../../errors.js';
import { place } from '../place.js';
import { firstOf } from '../wording.js';
import { cellOf, rolesOf } from './sheet-roles.js';
import type { Role } from './sheet-roles.js';
import type { Sheet } from './sheet.js';

export interface NameRow {
  readonly name: string;
  readonly replacement: string;
  readonly line: number;
}

const ROLES: readonly Role[] = ['name', 'replacement'];

/**
 * Reads names.csv: a row a name, `name, replacement` or columns that say the same, such as `speaker, participant`.
 *
 * @throws StudyError E_SHEET_COLUMNS, E_NAMES_BLANK; no message tells a name.
 */
export function namesSheet(sheet: Sheet): NameRow[] {
  const roles = rolesOf(sheet, ROLES);
  if (!roles.has('name') || !roles.has('replacement')) {
    throw new StudyError('E_SHEET_COLUMNS', 'A map of names needs the columns name and replacement.', {
      where: place(sheet.name, sheet.headerLine), hint: `Columns: ${firstOf(sheet.header, 12)}.`,
    });
  }
  const rows = sheet.rows.map(({ line, cells }): NameRow => ({ name: cellOf(roles, 'name', cells), replacement: cellOf(roles, 'replacement', cells), line }));
  const named = rows.filter(({ name }) => /[\p{L}\p{N}]/u.test(name));
  const blank = named.find(({ replacement }) => replacement === '');
  // A list of speakers names nobody in place of a moderator, who stays as he is.
  if (blank !== undefined && sheet.header.some((name) => name.toLowerCase() === 'replacement')) {
    throw new StudyError('E_NAMES_BLANK', 'The name in this row has no replacement.', { where: place(sheet.name, blank.line), hint: 'Write one, such as [name].' });
  }
  return named.filter(({ replacement }) => replacement !== '');
}
