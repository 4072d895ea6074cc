import { StudyError } from '../errors.js';
import type { Warning } from '../results/warning.js';
import { PRESENT } from './column.js';
import type { Column, Level, NumericColumn } from './column.js';
import type { ColumnDeclaration, StrictKey } from './declaration.js';

/** The file a column was read from, and the line on which each row starts. */
export interface ColumnOrigin {
  readonly path: string;
  readonly lines: Uint32Array;
}

/**
 * A column with what is declared of it: label, unit, levels, range, role. Its cells are as they were.
 *
 * @throws StudyError E_VALUE_RANGE naming the lines of values outside a range that the study declares; software's
 *   own range only warns.
 */
export function declareColumn(
  column: Column, declaration: ColumnDeclaration, origin: ColumnOrigin,
): { column: Column; warnings: Warning[] } {
  const { label, unit, range, role, reversed, identifies } = declaration;
  const levels = declaredLevels(column, declaration);
  const isMeasured = column.kind === 'number' || column.kind === 'ordinal';
  const possible = range === undefined ? rangeOf(column, levels) : range.every(Number.isFinite) ? range : null;
  return {
    column: {
      ...column,
      ...(label === undefined ? {} : { label }),
      ...(unit === undefined ? {} : { unit }),
      ...(levels === null ? {} : { levels }),
      ...(possible === null || !isMeasured ? {} : { range: possible }),
      ...(role === undefined ? {} : { role }),
      ...(reversed === undefined ? {} : { reversed }),
      ...(identifies === undefined ? {} : { identifies }),
    },
    warnings: range === undefined || !isMeasured ? [] : outsideRange(column as NumericColumn, range, declaration, origin),
  };
}

/** Levels as the column's values are written; those that mean missing are none, and each has a label of its own. */
function declaredLevels(column: Column, { levels, missing = [] }: ColumnDeclaration): Level[] | null {
  if (levels === undefined || (column.kind !== 'ordinal' && column.kind !== 'nominal')) return null;
  const asValue = column.kind === 'ordinal' ? Number : String;
  const kept = levels.filter(({ value }) => !missing.some((code) => code.trim() === String(value)));
  const labels = kept.map(({ value, label }) => label ?? String(value));
  return kept.map(({ value, label }) => {
    const isShared = label !== undefined && labels.filter((other) => other === label).length > 1;
    return { value: asValue(value), ...(label === undefined ? {} : { label: isShared ? `${label} (${value})` : label }) };
  });
}

/** The ends of an ordinal scale whose every level is declared. */
function rangeOf({ kind }: Column, levels: readonly Level[] | null): [number, number] | null {
  if (kind !== 'ordinal' || levels === null || levels.length < 2) return null;
  const values = levels.map(({ value }) => Number(value));
  return [Math.min(...values), Math.max(...values)];
}

function outsideRange(
  { name, values, missing }: NumericColumn, [least, greatest]: readonly [number, number], declaration: ColumnDeclaration, origin: ColumnOrigin,
): Warning[] {
  const rows = Array.from(values.keys())
    .filter((row) => missing[row] === PRESENT && (values[row] < least || values[row] > greatest));
  if (rows.length === 0) return [];
  const message = `${rows.length === 1 ? '1 value lies' : `${rows.length} values lie`} ${rangeWords(least, greatest)}`;
  return breach('range', `${message}: ${linesOf(rows, origin)}.`, name, rows[0], declaration, origin);
}

function rangeWords(least: number, greatest: number): string {
  return greatest === Infinity ? `below ${least}` : least === -Infinity ? `above ${greatest}` : `outside ${least} to ${greatest}`;
}

const ADVICE: Readonly<Record<StrictKey, string>> = {
  range: 'declare a code as missing, or widen the range',
  levels: 'declare a code as missing, or add to the levels',
  type: 'or declare another type',
};

/**
 * The warning about cells that break what software said of their column.
 *
 * @throws StudyError E_VALUE_RANGE, E_VALUE_LEVELS or E_VALUE_TYPE where it is the study that said it.
 */
export function breach(
  key: StrictKey, message: string, name: string, row: number, { lenient = [], where: declared }: ColumnDeclaration, { path, lines }: ColumnOrigin,
): Warning[] {
  const where = `${path}:${lines[row]}:${name}`;
  const subject = key.toUpperCase() as Uppercase<StrictKey>;
  if (lenient.includes(key)) return [{ code: `W_VALUE_${subject}`, message: `${message} Kept as they are.`, where }];
  const place = declared === undefined ? '' : ` (${declared})`;
  throw new StudyError(`E_VALUE_${subject}`, message, { where, hint: `Correct the cells, ${ADVICE[key]}${place}.` });
}

const SHOWN_LINES = 8;

/** @example linesOf([3, 8], origin); // 'lines 5, 10' */
export function linesOf(rows: readonly number[], { lines }: ColumnOrigin): string {
  const shown = rows.slice(0, SHOWN_LINES).map((row) => lines[row]).join(', ');
  const more = rows.length > SHOWN_LINES ? ` and ${rows.length - SHOWN_LINES} more` : '';
  return `line${rows.length === 1 ? '' : 's'} ${shown}${more}`;
}
