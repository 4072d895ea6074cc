import { PRESENT } from '../column.js';
import type { Column } from '../column.js';
import type { Dataset } from '../dataset.js';
import type { Warning } from '../../results/warning.js';
import { IDENTIFIER_WORDS } from './identifier-kinds.js';
import type { IdentifierKind } from './identifier-kinds.js';
import { identifierByName } from './identifier-names.js';
import { VALUE_PATTERNS } from './identifier-values.js';

/** A column that may identify people, and how that is known. */
export interface Identifier {
  readonly column: Column;
  readonly kind: IdentifierKind | 'marked';
  /** Present cells that do, among the first 50,000 of the column. */
  readonly cells: number;
  readonly by: 'name' | 'cells' | 'software';
  /** The first row that does. */
  readonly row: number;
}

/**
 * The columns that may identify a person directly, by the software's own mark, by their names or by their cells; one
 * finding a column. A name counts only where the cells could tell people apart: answers on a scale cannot.
 */
export function findIdentifiers(dataset: Pick<Dataset, 'columns' | 'rows'>): Identifier[] {
  return dataset.columns.flatMap((column) => {
    const rows = Array.from(column.missing.keys()).filter((row) => column.missing[row] === PRESENT);
    if (rows.length === 0) return [];
    return identifierOf(column, rows) ?? [];
  });
}

/** The findings as warnings, which never tell a cell. */
export function identifierWarnings(
  { lines, source: { path } }: Pick<Dataset, 'lines' | 'source'>, identifiers: readonly Identifier[],
): Warning[] {
  return identifiers.map(({ column, kind, cells, by, row }) => ({
    code: 'W_IDENTIFIER',
    message: `May identify people: ${kind === 'marked' ? 'marked as an identifier' : IDENTIFIER_WORDS[kind]}, by ${BY[by]} ` +
      `(${cells === 1 ? '1 cell' : `${cells} cells`}). Leave the column out of files that are shared.`,
    where: `${path}:${lines[row]}:${column.name}`,
  }));
}

const BY = { name: 'the column’s name', cells: 'what its cells look like', software: 'the software that collected it' } as const;

function identifierOf(column: Column, rows: readonly number[]): Identifier | null {
  const all = (kind: Identifier['kind'], by: Identifier['by']): Identifier => ({ column, kind, cells: rows.length, by, row: rows[0] });
  const named = identifierByName(column.name) ?? (column.label === undefined ? null : identifierByName(column.label));
  if (named !== null && tellsApart(column, named, rows)) return all(named, 'name');
  if (column.identifies === true) return all('marked', 'software');
  return overNinety(column, rows) ?? byCells(column, rows);
}

/** Kinds of which many people share one, so that few different cells are no sign against. */
const SHARED: ReadonlySet<IdentifierKind> = new Set(['place', 'postcode', 'coordinates', 'address', 'birth', 'event']);

/** Answers of a scale, a yes or no and the like are no e-mail addresses, whatever the column is called. */
function tellsApart({ kind, values }: Column, named: IdentifierKind, rows: readonly number[]): boolean {
  if (kind === 'ordinal') return false;
  const different = new Set(rows.map((row) => values[row]));
  if (SHARED.has(named)) return named === 'coordinates' || different.size > 2 || kind === 'text' || kind === 'date';
  return different.size > rows.length / 2 || kind === 'id';
}

const OLDEST = 89;

/** Ages over 89 are to be told as one group; the column is known by its name. */
function overNinety(column: Column, rows: readonly number[]): Identifier | null {
  if (column.kind !== 'number' || !/(?:^|[\s_.-])(?:age|alter|edad|eta|leeftijd|idade)(?:$|[\s_.-])/i.test(column.name)) return null;
  const over = rows.filter((row) => Number(column.values[row]) > OLDEST && Number(column.values[row]) < 130);
  return over.length === 0 ? null : { column, kind: 'age', cells: over.length, by: 'cells', row: over[0] };
}

/** Cells of a column that are looked into; who gives an address away does so before. */
const MOST_LOOKED_AT = 50_000;

function byCells(column: Column, rows: readonly number[]): Identifier | null {
  if (column.kind === 'date') return birthDates(column, rows);
  if (column.kind === 'number' || column.kind === 'ordinal') return null;
  const { values } = column;
  const looked = rows.length > MOST_LOOKED_AT ? rows.slice(0, MOST_LOOKED_AT) : rows;
  const rowsOf = new Map<string, number[]>();
  for (const row of looked) {
    const text = String(values[row]).trim();
    const known = rowsOf.get(text);
    if (known === undefined) rowsOf.set(text, [row]);
    else known.push(row);
  }
  for (const { kind, share, matches } of VALUE_PATTERNS) {
    const found = [...rowsOf].flatMap(([text, same]) => (matches(text) ? same : [])).sort((a, b) => a - b);
    if (found.length > 0 && found.length >= share * looked.length) return { column, kind, cells: found.length, by: 'cells', row: found[0] };
  }
  return null;
}

const MS_PER_YEAR = 365.25 * 86_400_000;
/** What happens in a study happens within years, and its people were born over decades. */
const SPREAD_OF_BIRTHS = 20;

function birthDates(column: Column, rows: readonly number[]): Identifier | null {
  if (rows.length < 5) return null;
  const dates = rows.map((row) => Number(column.values[row])).sort((a, b) => a - b);
  const at = (share: number): number => dates[Math.floor(share * (dates.length - 1))];
  return (at(0.9) - at(0.1)) / MS_PER_YEAR < SPREAD_OF_BIRTHS ? null : { column, kind: 'birth', cells: rows.length, by: 'cells', row: rows[0] };
}
