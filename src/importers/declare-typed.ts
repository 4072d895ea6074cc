import { PRESENT } from '../dataset/column.js';
import type { Column } from '../dataset/column.js';
import type { ColumnDeclaration } from '../dataset/declaration.js';
import { declareColumn } from '../dataset/declare-column.js';
import { columnPlace } from './column-place.js';
import type { TalliedText } from './column-text.js';
import { readColumn } from './read-column.js';
import type { ColumnReading } from './read-column.js';

/** Numbers of these files are numbers already: nothing in them is written in an odd way. */
const PLAIN = { decimal: '.', numbers: { thousands: null, percent: null, censored: null } } as const;

/**
 * A column whose file says its type, such as one of SPSS, as a study declares it: where type, levels or missing codes
 * are declared its cells are read once more, as the same cells of a text file would be.
 *
 * @param codes that mean missing in this column, besides those declared
 * @throws StudyError of readColumn.
 */
export function declareTypedColumn(
  column: Column, declared: ColumnDeclaration, codes: readonly string[], file: string, lines: Uint32Array,
): ColumnReading {
  const { type, levels, missing = [] } = declared;
  const origin = { path: file, lines };
  if (type === undefined && levels === undefined && missing.length === 0 && codes.length === 0) {
    return { ...declareColumn(column, declared, origin), codes: null };
  }
  const reading = readColumn(talliedAgain(column), columnPlace(file, column.name, lines), {
    ...PLAIN, identifies: null, missingCodes: [...codes, ...missing], declared: { type: column.kind, ...declared },
  });
  const reasons = reading.column.missing.map((reason, row) => (column.missing[row] === PRESENT ? reason : column.missing[row]));
  const kept = { levels: column.levels, label: column.label, unit: column.unit, missing: [...codes, ...missing] };
  const known = Object.entries({ ...kept, ...declared }).filter(([key, value]) => value !== undefined && key !== 'range');
  const { column: said } = declareColumn({ ...reading.column, missing: reasons }, Object.fromEntries(known), origin);
  return { ...reading, column: said };
}

function talliedAgain({ kind, values, missing }: Column): TalliedText {
  const indexOf = new Map<string, number>();
  const counts: number[] = [];
  const firstRows: number[] = [];
  const codes = missing.reduce((all, reason, row) => {
    const text = reason !== PRESENT ? '' : kind === 'date' ? new Date(Number(values[row])).toISOString() : String(values[row]);
    const known = indexOf.get(text) ?? indexOf.size;
    if (known === indexOf.size) {
      indexOf.set(text, known);
      counts.push(0);
      firstRows.push(row);
    }
    counts[known] += 1;
    all[row] = known;
    return all;
  }, new Uint32Array(missing.length));
  return { texts: [...indexOf.keys()], codes, counts, firstRows };
}
