import { nameColumns } from './header.js';
import { place } from '../place.js';
import type { Rows } from './rows.js';

/** The rectangle with these rows only, in ascending order. */
export function rowsOnly(rows: Rows, kept: Uint32Array): Rows {
  if (kept.length === rows.lines.length) return rows;
  return {
    ...rows,
    columns: rows.columns.map((column) => column.only(kept)),
    lines: Array.from(kept, (row) => rows.lines[row]),
  };
}

/** The rectangle with these columns only. */
export function columnsOnly(rows: Rows, isKept: (index: number) => boolean): Rows {
  const { header, columns } = rows;
  const kept = [...columns.keys()].filter(isKept);
  if (kept.length === columns.length) return rows;
  return {
    ...rows,
    header: {
      ...header,
      names: kept.map((index) => header.names[index]),
      unnamed: new Set([...kept.keys()].filter((index) => header.unnamed.has(kept[index]))),
    },
    columns: kept.map((index) => columns[index]),
  };
}

/** The rectangle under other names, which are made unique; the warnings about its cells follow them. */
export function renamed(rows: Rows, cells: readonly string[], file: string): Rows {
  const before = rows.header;
  const header = nameColumns(cells, file, before.line);
  const nameOf = new Map(before.names.map((name, index) => [name, header.names[index]]));
  const others = rows.warnings.filter((warning) => !before.warnings.includes(warning)).map((warning) => {
    const [, line, name] = /^:(\d+):(.*)$/s.exec(warning.where.slice(file.length)) ?? [];
    const now = name === undefined ? undefined : nameOf.get(name);
    return now === undefined ? warning : { ...warning, where: place(file, Number(line), now) };
  });
  return { ...rows, header, warnings: [...header.warnings, ...others] };
}
