import type { ResultRecord } from '../../results/record.js';
import type { Cell, Table } from '../../results/table.js';

/** What stands where a count of few people, or a figure that would tell it, is hidden. */
const HIDDEN: Cell = { text: '*', value: null };

/**
 * The tables of a record without counts of 1 to `below` − 1 people, for a document that leaves the house: of a row that
 * would tell such a count, every figure is hidden. Table 1 masks itself, by cells, and is left as it is.
 */
export function suppressedTables(record: ResultRecord, tables: readonly Table[], below: number): Table[] {
  if (record.kind === 'describe' || record.kind === 'reproduce') return [...tables];
  const observed = (record.method as { observed?: unknown; participants?: unknown } | null)?.[record.kind === 'joint' ? 'observed' : 'participants'];
  const whole = typeof observed === 'number' ? observed : null;
  return tables.map((table) => suppressed(table, below, whole));
}

/** Columns that count people; in those of `BESIDE` a count leads the text. */
const COUNTS = new Set(['n', 'participants', 'users']);
const BESIDE = new Set(['mentioned', 'notMentioned']);
/** `FG1 (n = 7)`: a column of counts of the people of a group. */
const OF_GROUP = /\(n\s?=\s?(\d+)\)$/;

function suppressed(table: Table, below: number, whole: number | null): Table {
  let hidden = 0;
  const isFew = (count: number | null): boolean => count !== null && count > 0 && count < below;
  const rows = table.rows.map((row) => {
    const tells = row.some((cell, index) => {
      const { key, header } = table.columns[index];
      const count = COUNTS.has(key) ? numberOf(cell) : BESIDE.has(key) ? leading(cell.text) : null;
      if (isFew(count) || (key === 'participants' && whole !== null && count !== null && isFew(whole - count))) return true;
      const group = OF_GROUP.exec(header);
      return group !== null && (isFew(Number(group[1])) || isFew(numberOf(cell)) || isFew(Number(group[1]) - (numberOf(cell) ?? 0)));
    });
    if (!tells) return row;
    hidden += 1;
    return row.map((cell, index) => (index === 0 || !/\d/.test(cell.text) ? cell : HIDDEN));
  });
  const open = openCounts(table, below);
  if (hidden === 0) return open === null ? table : { ...table, notes: [...table.notes, open] };
  const columns = table.columns.map((column) => {
    const group = OF_GROUP.exec(column.header);
    return group === null || !isFew(Number(group[1])) ? column : { ...column, header: column.header.replace(OF_GROUP, '(n < 11)'.replace('11', String(below))) };
  });
  return { ...table, columns, rows, notes: [...table.notes, `* hidden: fewer than ${below} people, or a figure that would tell it.`, ...(open === null ? [] : [open])] };
}

/** A p or an interval gives its n away, so that n cannot be hidden beside them: where n differs by a few, it is said. */
function openCounts({ columns, rows }: Table, below: number): string | null {
  const column = columns.findIndex(({ key }) => key === 'n');
  const counts = column === -1 ? [] : rows.flatMap((row) => numberOf(row[column]) ?? []);
  const apart = Math.max(...counts) - Math.min(...counts);
  return apart > 0 && apart < below ? `n is shown: from it can be read that fewer than ${below} people are left out of a row.` : null;
}

function numberOf({ value, text }: Cell): number | null {
  if (typeof value === 'number') return value;
  return leading(text);
}

function leading(text: string): number | null {
  const [digits] = /^[\d,]+/.exec(text) ?? [];
  return digits === undefined ? null : Number(digits.replaceAll(',', ''));
}
