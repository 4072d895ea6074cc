import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ratingsOf } from '../../src/qualitative/ratings.js';
import type { Category, Ratings } from '../../src/qualitative/ratings.js';

const FOLDER = fileURLToPath(new URL('../../../shared/reference/', import.meta.url));
export const absent = !existsSync(`${FOLDER}agreement.json`);

interface Case {
  readonly units_by_coders?: readonly (readonly (Category | null)[])[];
  readonly table_rows_rater1_cols_rater2?: readonly (readonly number[])[];
  readonly coder1?: string;
  readonly coder2?: string;
  readonly expected: Readonly<Record<string, any>>;
  readonly coders?: any;
  readonly traps?: any;
  readonly peer_bug?: any;
}

/** Published answers, computed again with irr 0.84.1 and irrCAC 1.0; see the file's own notes. */
export const reference: Readonly<Record<string, Case>> = absent ? {} : JSON.parse(readFileSync(`${FOLDER}agreement.json`, 'utf8'));

/** A reference case as ratings; texts that are numbers are taken as numbers. */
export function ratingsFrom(name: string): Ratings {
  const found = reference[name];
  if (found.table_rows_rater1_cols_rater2 !== undefined) return fromTable(found.table_rows_rater1_cols_rater2);
  const rows = found.units_by_coders ?? [...(found.coder1 ?? '')].map((rating, unit) => [rating, found.coder2?.[unit] ?? null]);
  return ratingsOf(rows.map((row) => row.map((value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value))));
}

/** Units by the first coder's category (rows) and the second's (columns). */
export function fromTable(table: readonly (readonly number[])[]): Ratings {
  const patterns = table.flatMap((row, k) => row.map((count, l) => ({ ratings: [k, l], count }))).filter(({ count }) => count > 0);
  return { coders: 2, categories: table.map((_, k) => k + 1), patterns };
}

/** 7,477 women's right and left eyes. */
export function vision(): Ratings {
  const [, ...lines] = readFileSync(`${FOLDER}vision.csv`, 'utf8').trim().split(/\r?\n/);
  return ratingsOf(lines.map((line) => line.split(',').map((cell) => cell.replaceAll('"', ''))));
}
