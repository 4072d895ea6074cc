/** Counts, row by row; every row has as many columns. */
export type ContingencyTable = readonly (readonly number[])[];

export interface Margins {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly n: number;
}

/**
 * Row, column and grand totals.
 *
 * @throws RangeError where rows differ in length or a count is not a whole number from 0
 * @example margins([[3, 1], [1, 3]]) // { rows: [4, 4], columns: [4, 4], n: 8 }
 */
export function margins(table: ContingencyTable): Margins {
  const width = table[0]?.length ?? 0;
  for (const row of table) {
    if (row.length !== width) throw new RangeError(`a table needs rows of one length, not ${width} and ${row.length}`);
    const wrong = row.find((count) => !Number.isSafeInteger(count) || count < 0);
    if (wrong !== undefined) throw new RangeError(`a table holds whole counts from 0, not ${wrong}`);
  }
  const rows = table.map((row) => row.reduce((total, count) => total + count, 0));
  const columns = Array.from({ length: width }, (_, j) => table.reduce((total, row) => total + row[j], 0));
  return { rows, columns, n: rows.reduce((total, count) => total + count, 0) };
}

/** Why no association can be measured: one row or column only, or one that holds nothing. */
export function tableReason({ rows, columns }: Margins): 'too-few' | 'empty-margin' | null {
  if (rows.length < 2 || columns.length < 2) return 'too-few';
  return [...rows, ...columns].includes(0) ? 'empty-margin' : null;
}
