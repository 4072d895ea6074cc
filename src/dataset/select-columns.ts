import { StudyError } from '../errors.js';
import { COLUMN_ROLES } from './column.js';
import type { Column, ColumnRole } from './column.js';
import type { Dataset } from './dataset.js';
import { columnMissing, findColumn } from './find-column.js';

/** A chosen column; `named` when it was written out, rather than caught by a glob or a range. */
export interface SelectedColumn {
  readonly column: Column;
  readonly named: boolean;
}

/**
 * The columns that a list of patterns names, each once, in the order first named.
 * A pattern is a name, a glob (`sm_*`, `q?`), a range in file order (`q1..q10`), or one of these after `!`,
 * which takes away what came before it. `feature:*` and `feature:sm_*` are the columns of that role by a study file, with
 * such a name, and the name of a question with several answers stands for the columns of these. One string may hold
 * several patterns with commas between them; a column whose own name has a comma, dots or a star is found by its whole name first.
 *
 * @throws StudyError E_COLUMN_MISSING for a name or range end that is not there,
 *   E_COLUMN_PATTERN for a glob or a role that catches nothing.
 * @example
 * selectColumns(dataset, ['q1..q10,!q4', 'age']);
 */
export function selectColumns(dataset: Dataset, patterns: readonly string[]): SelectedColumn[] {
  const chosen = new Map<string, SelectedColumn>();
  for (const pattern of patterns.flatMap((text) => splitPatterns(dataset, text))) {
    if (pattern.startsWith('!') && !hasColumn(dataset, pattern)) {
      for (const { column } of match(dataset, pattern.slice(1).trim())) chosen.delete(column.name);
      continue;
    }
    for (const selected of match(dataset, pattern)) {
      const before = chosen.get(selected.column.name);
      if (before === undefined || selected.named) chosen.set(selected.column.name, selected);
    }
  }
  return [...chosen.values()];
}

function splitPatterns(dataset: Dataset, text: string): string[] {
  if (hasColumn(dataset, text) || isQuestion(dataset, text)) return [text];
  return text.split(',').map((part) => part.trim()).filter((part) => part !== '');
}

function match(dataset: Dataset, pattern: string): SelectedColumn[] {
  const question = dataset.multiSelects?.find(({ name }) => name === pattern);
  if (question !== undefined) return question.options.map(({ column }) => ({ column: findColumn(dataset, column), named: false }));
  if (hasColumn(dataset, pattern)) return [{ column: findColumn(dataset, pattern), named: true }];
  const role = COLUMN_ROLES.find((one) => pattern.startsWith(`${one}:`));
  if (role !== undefined) return columnsOfRole(dataset, role, pattern.slice(role.length + 1).trim());
  const range = /^(.+?)\.\.(.+)$/.exec(pattern);
  if (range !== null) return columnRange(dataset, range[1].trim(), range[2].trim());
  if (/[*?]/.test(pattern)) return columnGlob(dataset, pattern);
  return [{ column: findColumn(dataset, pattern), named: true }];
}

function columnRange(dataset: Dataset, from: string, to: string): SelectedColumn[] {
  const ends = [findColumn(dataset, from), findColumn(dataset, to)].map((column) => dataset.columns.indexOf(column));
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  return dataset.columns.slice(first, last + 1).map((column) => ({ column, named: false }));
}

function columnsOfRole(dataset: Dataset, role: ColumnRole, pattern: string): SelectedColumn[] {
  const inRole = dataset.columns.filter((column) => column.role === role);
  if (inRole.length > 0) return match({ ...dataset, columns: inRole }, pattern === '' ? '*' : pattern).map(({ column }) => ({ column, named: false }));
  const roles = [...new Set(dataset.columns.flatMap((column) => column.role ?? []))];
  throw new StudyError('E_COLUMN_PATTERN', `No column has the role "${role}".`, {
    where: dataset.source.path,
    hint: roles.length === 0 ? 'Roles come from a study file: variables: { NAME: { role: feature } }.' : `Roles of columns: ${roles.join(', ')}.`,
  });
}

function columnGlob(dataset: Dataset, pattern: string): SelectedColumn[] {
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*').replace(/\?/g, '.');
  const glob = new RegExp(`^${source}$`, 'iu');
  const caught = dataset.columns.filter((column) => glob.test(column.name));
  if (caught.length > 0) return caught.map((column) => ({ column, named: false }));
  const missing = columnMissing(dataset, pattern.replace(/[*?]+/g, ''));
  throw new StudyError('E_COLUMN_PATTERN', `No column matches "${pattern}".`, {
    where: dataset.source.path,
    hint: missing.hint ?? undefined,
  });
}

function hasColumn(dataset: Dataset, name: string): boolean {
  return dataset.columns.some((column) => column.name === name);
}

function isQuestion({ multiSelects = [] }: Dataset, name: string): boolean {
  return multiSelects.some((question) => question.name === name);
}
