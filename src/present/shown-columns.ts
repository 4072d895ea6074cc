import type { Cell, Table, TableColumn } from '../results/table.js';
import { UNDEFINED, fixed, formatCount } from './numbers.js';

/** A column of a table, and what it shows of one row's source. */
export interface Shown<Row> extends TableColumn {
  readonly cell: (row: Row) => Cell;
}

export function tableOf<Row>(caption: string, columns: readonly Shown<Row>[], rows: readonly Row[], notes: readonly string[]): Table {
  return {
    caption,
    columns: columns.map(({ key, header, align }) => ({ key, header, align })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    notes,
  };
}

export function label(text: string): Cell {
  return { text, value: text };
}

export function count(value: number): Cell {
  return { text: formatCount(value), value };
}

export function number(value: number | null, digits: number): Cell {
  return shown(fixed(value, digits), value);
}

/** A share as a percentage with a decimal. */
export function percent(share: number | null, decimals = 1): Cell {
  return shown(share === null ? UNDEFINED : `${fixed(share * 100, decimals)}%`, share);
}

export function shown(text: string, value: number | null): Cell {
  return text === UNDEFINED ? { text, value, emphasis: 'muted' } : { text, value };
}
