import { readFileSync, statSync } from 'node:fs';
import type { Database, SqlValue } from 'sql.js';
import { StudyError } from '../../errors.js';
import { sqlWasmFile } from './sql-wasm.js';
import type { WholeFile } from './whole-file.js';

/** The tables of a database of somebody else's making. Views, virtual tables and computed columns are never read. */
export interface Tables {
  has(table: string): boolean;
  /** The rows of a table by column; a column that the table does not have is null in every row. */
  rows(table: string, columns: readonly string[]): TableRow[];
}

export type TableRow = Readonly<Record<string, string | number | null>>;

/** Rows of one table. */
const MOST_ROWS = 2_000_000;
const JOURNAL_MODES = [18, 19];

/**
 * Opens a database in memory, so that the file is not touched; what reads it runs in a sandbox of its own. Only tables
 * as such are read, a plain select of plain columns each, so nothing that the file defines is run.
 *
 * @param read takes what it needs; the database is closed after it.
 * @throws StudyError E_SQLITE_WAL where changes lie beside the file, E_SQLITE_DAMAGED, E_SQLITE_LARGE.
 */
export async function withTables<T>(file: WholeFile, read: (tables: Tables) => T): Promise<T> {
  refuseUnmergedChanges(file.name);
  const { default: initSqlJs } = await import('sql.js');
  const engine = await initSqlJs({ wasmBinary: readFileSync(sqlWasmFile()) as unknown as ArrayBuffer });
  const bytes = Uint8Array.from(file.bytes);
  // Write-ahead logging needs a second file even to read; what it logged is in the first one or was refused above.
  for (const at of JOURNAL_MODES) if (bytes[at] === 2) bytes[at] = 1;
  const database = new engine.Database(bytes);
  try {
    database.run('PRAGMA trusted_schema = OFF');
    return read(tablesOf(database, file.name));
  } catch (cause) {
    if (cause instanceof StudyError) throw cause;
    throw new StudyError('E_SQLITE_DAMAGED', `The database cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`, {
      where: file.name, hint: 'Open it in the software it was made in, and save a copy.', cause,
    });
  } finally {
    database.close();
  }
}

function refuseUnmergedChanges(name: string): void {
  const size = statSync(`${name}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return;
  throw new StudyError('E_SQLITE_WAL', `The file beside it (${name.replace(/^.*[/\\]/, '')}-wal) holds changes that are not in the database yet.`, {
    where: name, hint: 'Close the software that uses it, and try again.',
  });
}

function tablesOf(database: Database, file: string): Tables {
  const names = new Set(selected(database, file, 'SELECT name FROM sqlite_master WHERE type = \'table\' AND sql NOT LIKE \'CREATE VIRTUAL%\'')
    .map(([name]) => String(name)));
  return {
    has: (table) => names.has(table),
    rows: (table, columns) => {
      if (!names.has(table)) return [];
      const plain = new Set(selected(database, file, `SELECT name FROM pragma_table_xinfo('${table}') WHERE hidden = 0`).map(([name]) => String(name)));
      const present = columns.filter((column) => plain.has(column));
      if (present.length === 0) return [];
      return selected(database, file, `SELECT ${present.map((column) => `"${column}"`).join(', ')} FROM "${table}"`).map((values) => ({
        ...Object.fromEntries(columns.map((column) => [column, null])),
        ...Object.fromEntries(present.map((column, index) => [column, textOrNumber(values[index])])),
      }));
    },
  };
}

function selected(database: Database, file: string, sql: string): SqlValue[][] {
  const statement = database.prepare(sql);
  try {
    const rows: SqlValue[][] = [];
    while (statement.step()) {
      rows.push(statement.get());
      if (rows.length > MOST_ROWS) throw new StudyError('E_SQLITE_LARGE', `A table has more than ${MOST_ROWS} rows.`, { where: file });
    }
    return rows;
  } finally {
    statement.free();
  }
}

function textOrNumber(value: SqlValue | undefined): string | number | null {
  return value === undefined || value === null ? null : value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value;
}
