import type { Code } from '../../dataset/coded-text.js';
import { StudyError } from '../../errors.js';
import { place } from '../place.js';
import { firstOf } from '../wording.js';
import { dottedPath, pathOf, PATH_MARK } from './code-paths.js';
import { DEEPEST_CODE, codesTooDeep, refuseBrokenTree } from './code-tree.js';
import { EMPTY_DRAFT } from './draft.js';
import type { Draft } from './draft.js';
import { cellOf, plainName, rolesOf } from './sheet-roles.js';
import type { Role } from './sheet-roles.js';
import type { Sheet } from './sheet.js';

const ROLES: readonly Role[] = ['code', 'category', 'description', 'colour', 'id'];

/** A codebook lists codes and says what they mean; it has no documents and no quotes. */
export function isCodebookSheet(sheet: Pick<Sheet, 'name' | 'header' | 'headerLine'>): boolean {
  const roles = rolesOf(sheet, ROLES);
  const segments = rolesOf(sheet, ['document', 'quote', 'start']);
  return roles.has('code') && (roles.has('category') || roles.has('description')) && segments.size === 0;
}

/**
 * Reads a codebook, a row a code. What stands above a code is in a column `parent` or `category`, in the code's own
 * name (`Benefits > Access`), or, in a Taguette codebook, before the points of its name.
 *
 * @throws StudyError E_SHEET_COLUMNS, E_CODE_TWICE, E_CODE_CYCLE, E_CODE_DEEP.
 */
export function codebookSheet(sheet: Sheet): Draft {
  const roles = rolesOf(sheet, ROLES);
  if (!roles.has('code')) {
    throw new StudyError('E_SHEET_COLUMNS', 'A codebook needs a column for the code.', {
      where: place(sheet.name, sheet.headerLine), hint: `Columns: ${firstOf(sheet.header, 12)}.`,
    });
  }
  const isTaguette = sheet.header.some((name) => plainName(name) === 'numberofhighlights');
  const above = new Map(sheet.rows.map(({ cells }) => [cellOf(roles, 'code', cells), cellOf(roles, 'category', cells)]));
  const codes = new Map<string, Code>();
  for (const { line, cells } of sheet.rows) {
    const written = cellOf(roles, 'code', cells);
    if (written === '') continue;
    const where = place(sheet.name, line);
    const path = isTaguette ? dottedPath(written, where) : [...parentPath(sheet, above, cellOf(roles, 'category', cells)), ...pathOf(written, where)];
    const id = path.join(PATH_MARK);
    const known = codes.get(id);
    if (known !== undefined && known.description !== null) {
      throw new StudyError('E_CODE_TWICE', `The code "${id}" comes twice.`, { where: place(sheet.name, line) });
    }
    for (let depth = 1; depth < path.length; depth += 1) {
      const above = path.slice(0, depth).join(PATH_MARK);
      if (!codes.has(above)) codes.set(above, category(above, path[depth - 1], depth === 1 ? null : path.slice(0, depth - 1).join(PATH_MARK), isTaguette));
    }
    codes.set(id, {
      id,
      name: path.at(-1) ?? id,
      parent: path.length === 1 ? null : path.slice(0, -1).join(PATH_MARK),
      description: cellOf(roles, 'description', cells) || null,
      colour: cellOf(roles, 'colour', cells) || null,
      isCodable: codable(sheet, cells),
    });
  }
  const all = [...codes.values()];
  refuseBrokenTree(all, sheet.name);
  return { ...EMPTY_DRAFT, software: 'a codebook', codes: all, warnings: sheet.warnings };
}

/** The path of the cell that names the parent; a parent that is itself a row carries its own parents along. */
function parentPath(sheet: Sheet, categories: ReadonlyMap<string, string>, parent: string): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let at = parent; at !== '';) {
    if (seen.has(at)) {
      throw new StudyError('E_CODE_CYCLE', `The code "${at}" stands above itself.`, { where: sheet.name, hint: 'Correct its parent in the codebook.' });
    }
    if (seen.size === DEEPEST_CODE) throw codesTooDeep(sheet.name);
    seen.add(at);
    const names = pathOf(at, sheet.name);
    path.unshift(...names);
    at = names.length > 1 ? '' : (categories.get(at) ?? '');
  }
  return path;
}

function category(id: string, name: string, parent: string | null, isCodable: boolean): Code {
  return { id, name, parent, description: null, colour: null, isCodable };
}

function codable(sheet: Sheet, cells: readonly string[]): boolean {
  const index = sheet.header.findIndex((name) => ['codable', 'iscodable'].includes(plainName(name)));
  return index === -1 || !/^(?:no|false|0)$/i.test(cells[index].trim());
}
