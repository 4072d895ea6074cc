import type { ColumnKind } from '../dataset/column.js';
import type { Dataset, Decision } from '../dataset/dataset.js';
import type { Warning } from '../results/warning.js';
import { columnPlace } from './columns/column-place.js';
import { declaredOrders } from './columns/date-format.js';
import { chooseDecimal } from './columns/decimal.js';
import { everyRow, findIds, rowsByParticipant } from './columns/ids.js';
import type { IdColumns } from './columns/ids.js';
import { missingCodeWarnings } from './columns/missing-codes.js';
import { codesForIds, declaredCodes, declaredMissing } from './columns/missing.js';
import { checkThousands } from './columns/numbers.js';
import type { DecimalMark } from './columns/numbers.js';
import { place } from './place.js';
import { readColumn } from './columns/read-column.js';
import type { ReadOptions } from './read-options.js';
import { replacementCharacters } from './text/replacement-characters.js';
import type { Rows } from './rows/rows.js';

/** The rows of a survey, read as columns of their kinds. */
export interface Table extends Pick<Dataset, 'columns' | 'lines' | 'warnings'> {
  readonly decimal: Decision<DecimalMark>;
}

/**
 * Finds the ids, keeps the rows they allow, and reads each column.
 *
 * @param hasReplacements whether to look for U+FFFD in the cells.
 * @throws StudyError E_COLUMN_MISSING, E_ID_DUPLICATE, E_OPTION_VALUE.
 */
export function readTable(
  rows: Rows, file: string, delimiter: string, hasReplacements: boolean, options: ReadOptions,
): Table {
  const { header, columns } = rows;
  const { thousands = null, percent = null, censored = null } = options;
  const { declarations } = options;
  const typed = declaredKinds(header.names, declarations);
  const ids = findIds(rows, file, options.id, typed);
  const givenCodes = declaredCodes(options.na ?? [], header.names, place(file, header.line));
  const orderOf = declaredOrders(options.dateFormat ?? [], header.names, place(file, header.line));
  const codesOf = (name: string): string[] => [...givenCodes(name), ...(declarations?.get(name)?.missing ?? [])];
  const { kept, warnings: idWarnings } = keptRows(rows, file, ids, codesOf, options);
  const lines = kept.map((row) => rows.lines[row]);
  const data = columns.flatMap((_, index) => (
    ids.all.has(index) || isNamed(typed.get(index)) || declarations?.get(header.names[index])?.decimal !== undefined ? [] : [index]));
  const decimal = chooseDecimal(data, (index) => columns[index].tally(kept), {
    delimiter, asked: options.decimal, thousands,
  });
  if (thousands !== null) checkThousands(thousands, decimal.decision.value);
  const places = header.names.map((name) => columnPlace(file, name, lines));
  // One column after the other, because a tally is large beside the column it becomes.
  const readings = columns.map((column, index) => {
    const texts = column.tally(kept);
    const reading = readColumn(texts, places[index], {
      identifies: index === ids.participant ? 'participant' : ids.all.has(index) ? 'other' : null,
      decimal: declarations?.get(header.names[index])?.decimal ?? decimal.exceptions.get(index) ?? decimal.decision.value,
      numbers: { thousands, percent, censored },
      missingCodes: codesOf(header.names[index]),
      dateOrder: orderOf(header.names[index]),
      declared: declarations?.get(header.names[index]),
    });
    const replaced = hasReplacements ? replacementCharacters(texts, places[index]) : [];
    return { ...reading, warnings: [...replaced, ...reading.warnings] };
  });
  const suspected = missingCodeWarnings(readings, places);
  return {
    columns: readings.map(({ column }) => column),
    lines,
    decimal: decimal.decision,
    warnings: [
      ...idWarnings,
      ...otherDecimals(decimal.exceptions, rows, file),
      ...readings.flatMap(({ warnings }, index) => [...warnings, ...suspected[index]]),
    ],
  };
}

/** The declared kind of columns, by index. */
function declaredKinds(names: readonly string[], declarations: ReadOptions['declarations']): Map<number, ColumnKind> {
  return new Map(names.flatMap((name, index) => {
    const type = declarations?.get(name)?.type;
    return type === undefined ? [] : [[index, type]];
  }));
}

/** Such columns may hold digits, but no decimals. */
function isNamed(kind: ColumnKind | undefined): boolean {
  return kind === 'nominal' || kind === 'text' || kind === 'id';
}

function keptRows(
  rows: Rows, file: string, { participant }: IdColumns, codesOf: (name: string) => string[], options: ReadOptions,
): { kept: Uint32Array; warnings: readonly Warning[] } {
  if (participant === null) return { kept: everyRow(rows), warnings: [] };
  const isMissing = declaredMissing(codesForIds(codesOf(rows.header.names[participant])), '.');
  return rowsByParticipant(rows, file, participant, options.duplicates ?? 'error', isMissing);
}

function otherDecimals(exceptions: ReadonlyMap<number, DecimalMark>, { header }: Rows, file: string): Warning[] {
  return [...exceptions].map(([index, mark]) => ({
    code: 'W_DECIMAL_MIXED',
    message: `Read with "${mark}" as decimal mark, unlike the other columns.`,
    where: place(file, header.line, header.names[index]),
  }));
}
