import type { ColumnKind } from '../../dataset/column.js';
import { nearestNames } from '../../dataset/nearest-names.js';
import { StudyError } from '../../errors.js';
import type { Warning } from '../../results/warning.js';
import type { ColumnText, TalliedText } from './column-text.js';
import { idName } from './id-names.js';
import { isBlank } from './missing.js';
import { place } from '../place.js';
import { isRowNumbers } from '../rows/row-numbers.js';
import type { Rows } from '../rows/rows.js';
import { counted, firstOf } from '../wording.js';

/** What to do with rows that share an id: refuse, keep the first or last of them, or keep all and warn. */
export type DuplicateRule = 'error' | 'first' | 'last' | 'report';

/** Which columns hold identifiers; their cells are never numbers. */
export interface IdColumns {
  /** Index of the column that names the participant, or null. */
  readonly participant: number | null;
  /** Indices of all columns that identify something, the participant's among them. */
  readonly all: ReadonlySet<number>;
}

/** Answers of a scale have at most this many values; a column named `user` with no more tells nobody apart. */
const FEW = 11;

/**
 * The participant column: the one asked for; else the first whose name says so; else the first with a name such
 * as `user` or `case` whose cells hardly ever repeat; else numbers of the rows.
 *
 * @param declared kinds of columns by their index: a declared number is no id, whatever it is called
 * @throws StudyError E_COLUMN_MISSING where the column asked for is not there.
 */
export function findIds(
  rows: Rows, file: string, asked?: string, declared: ReadonlyMap<number, ColumnKind> = new Map(),
): IdColumns {
  const { header, columns, lines } = rows;
  const roles = header.names.map((name, index) => {
    const kind = declared.get(index);
    if (kind !== undefined && kind !== 'id') return null;
    const role = idName(name) ?? (kind === 'id' ? 'other' : null);
    if (role !== 'row' && role !== 'noun') return role;
    const { distinct, present } = spread(columns[index], everyRow(rows));
    if (role === 'row') {
      const namesRows = /names?$/i.test(name) && distinct === lines.length;
      return namesRows || isRowNumbers(columns[index], lines.length) ? role : null;
    }
    if (distinct > 0.9 * present && present > 1) return role;
    return distinct > FEW ? 'other' : null;
  });
  const all = new Set(roles.flatMap((role, index) => (role === null ? [] : [index])));
  if (asked !== undefined) {
    const participant = indexOfName(header.names, asked, file, header.line);
    return { participant, all: all.add(participant) };
  }
  const found = (['named', 'noun', 'row'] as const).map((role) => roles.indexOf(role)).find((index) => index !== -1);
  return { participant: found ?? null, all };
}

/**
 * The rows to keep, in order. Ids are compared without the spaces around them; blank ids are no duplicates.
 *
 * @param isMissing whether an id is a declared missing code.
 * @throws StudyError E_ID_DUPLICATE under the rule `error`, naming the ids, their lines and what differs.
 */
export function rowsByParticipant(
  rows: Rows, file: string, id: number, rule: DuplicateRule, isMissing: (text: string) => boolean,
): { kept: Uint32Array; warnings: Warning[] } {
  const column = rows.columns[id];
  const firstRow = new Map<string, number>();
  const sameId = new Map<string, number[]>();
  for (let row = 0; row < rows.lines.length; row += 1) {
    const text = column.at(row).trim();
    const first = firstRow.get(text);
    if (first === undefined) firstRow.set(text, row);
    else if (sameId.has(text)) sameId.get(text)?.push(row);
    else if (!isBlank(text) && !isMissing(text)) sameId.set(text, [first, row]);
  }
  const repeated = [...sameId];
  if (repeated.length === 0) return { kept: everyRow(rows), warnings: [] };
  const where = place(file, rows.lines[repeated[0][1][1]], rows.header.names[id]);
  const message = describe(rows, id, repeated);
  if (rule === 'error') {
    throw new StudyError('E_ID_DUPLICATE', message, {
      where, hint: 'Type --duplicates first or last to keep one row each, --duplicates report to keep all, or --id to name another column.',
    });
  }
  const told = (what: string): Warning[] => [{ code: 'W_ID_DUPLICATE', message: `${message} ${what}`, where }];
  if (rule === 'report') return { kept: everyRow(rows), warnings: told('Every row is kept.') };
  const dropped = new Set(repeated.flatMap(([, same]) => (rule === 'first' ? same.slice(1) : same.slice(0, -1))));
  return {
    kept: everyRow(rows).filter((row) => !dropped.has(row)),
    warnings: told(`The ${rule} row of each is kept, ${dropped.size} left out.`),
  };
}

/** Warns of rows without an id, and of ids that a spreadsheet has shortened to powers of ten. */
export function idWarnings({ texts, counts, firstRows }: TalliedText, at: (row: number) => string): Warning[] {
  const warnings: Warning[] = [];
  const blank = texts.flatMap((text, index) => (isBlank(text) ? [index] : []));
  if (blank.length > 0) {
    const cells = blank.reduce((sum, index) => sum + counts[index], 0);
    const first = Math.min(...blank.map((index) => firstRows[index]));
    const message = `${counted(cells, 'row')} without an id; kept, but they cannot be linked.`;
    warnings.push({ code: 'W_ID_BLANK', message, where: at(first) });
  }
  const shortened = texts.findIndex((text) => /^\d(?:[.,]\d+)?E\+\d+$/.test(text.trim()));
  if (shortened !== -1) {
    warnings.push({
      code: 'W_ID_SHORTENED',
      message: `Ids such as "${texts[shortened].trim()}" were shortened by a spreadsheet, ` +
        'so different people may share one. Export the column as text.',
      where: at(firstRows[shortened]),
    });
  }
  return warnings;
}

function describe(
  { header, columns, lines }: Rows, id: number, repeated: readonly (readonly [string, readonly number[]])[],
): string {
  const linesOf = (same: readonly number[]) => firstOf(same.map((row) => String(lines[row])), 4);
  const ids = repeated.map(([text, same]) => `${text.slice(0, 40)} (lines ${linesOf(same)})`);
  const differing = header.names.filter((_, index) => repeated.some(([, same]) =>
    index !== id && same.some((row) => columns[index].at(row) !== columns[index].at(same[0]))));
  const events = header.names.some((name) => /^redcap_(?:repeat_instrument|event_name)$/.test(name))
    ? ' REDCap writes one row for each event and repeated instrument.' : '';
  const stand = `${counted(repeated.length, 'id')} in "${header.names[id]}" stand${repeated.length === 1 ? 's' : ''}`;
  const differ = differing.length === 0 ? 'are the same' : `differ in ${firstOf(differing, 5)}`;
  return `${stand} in more than one row: ${firstOf(ids, 3)}; the rows ${differ}.${events}`;
}

function spread(column: ColumnText, rows: Uint32Array): { distinct: number; present: number } {
  const { texts, counts } = column.tally(rows);
  const present = texts.flatMap((text, index) => (isBlank(text) ? [] : [counts[index]]));
  return { distinct: present.length, present: present.reduce((sum, count) => sum + count, 0) };
}

/** The index of every row, in order. */
export function everyRow({ lines }: Pick<Rows, 'lines'>): Uint32Array {
  const rows = new Uint32Array(lines.length);
  for (let row = 0; row < rows.length; row += 1) rows[row] = row;
  return rows;
}

function indexOfName(names: readonly string[], asked: string, file: string, line: number): number {
  const exact = names.indexOf(asked);
  if (exact !== -1) return exact;
  const sameLetters = names.flatMap((name, index) => (name.toLowerCase() === asked.toLowerCase() ? [index] : []));
  if (sameLetters.length === 1) return sameLetters[0];
  const near = nearestNames(asked, names);
  throw new StudyError('E_COLUMN_MISSING', `There is no column "${asked}" to take as id.`, {
    where: place(file, line),
    hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : `Columns: ${firstOf(names, 12)}.`,
  });
}
