import { sharedStatistics } from '../groups/golden-groups.js';

interface SharedTable {
  rows: number;
  cols: number;
  table_row_major: number[];
  chisq: number;
  df: number;
  p: number;
  chisq_yates: number;
  p_yates: number;
  expected_row_major: number[];
  cramers_v: number;
  fisher_p: number;
  fisher_or: number | null;
  fisher_ci: [number, number | 'Inf'] | null;
  fisher_less: number | null;
  fisher_greater: number | null;
}

/** The six tables of reference/statistics.json, row by row. */
export function sharedTables(): (SharedTable & { table: number[][] })[] {
  return Object.values(sharedStatistics<SharedTable>('contingency')).map((entry) => ({
    ...entry,
    table: Array.from({ length: entry.rows }, (_, i) =>
      entry.table_row_major.slice(i * entry.cols, (i + 1) * entry.cols)),
  }));
}
