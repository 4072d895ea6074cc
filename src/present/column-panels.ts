import type { Table } from '../results/table.js';

/** As many columns besides the first as a turned page holds. */
const MOST = 14;

/**
 * A table that is too wide for paper as several below each other, each with the first column again; rows that hold
 * nothing in a panel, as above the diagonal of a matrix, are left out of it. The notes stand below the last.
 */
export function columnPanels(table: Table): Table[] {
  const { columns, rows, caption, notes, groups } = table;
  const values = columns.length - 1;
  if (values <= MOST) return [table];
  const count = Math.ceil(values / MOST);
  const size = Math.ceil(values / count);
  return Array.from({ length: count }, (_, panel) => {
    const from = 1 + panel * size;
    const until = Math.min(columns.length, from + size);
    const part = <Item>(items: readonly Item[]): Item[] => [items[0], ...items.slice(from, until)];
    const cells = rows.map(part);
    return {
      ...table,
      caption: `${caption}: ${columns[from].header} to ${columns[until - 1].header}`,
      columns: part(columns),
      rows: groups === undefined ? cells.filter(([, ...own]) => own.some(({ text }) => text !== '')) : cells,
      notes: panel === count - 1 ? notes : [],
    };
  });
}
