import { PRESENT } from '../../dataset/column.js';
import type { NumericColumn } from '../../dataset/column.js';
import type { SampleSize } from '../../results/record.js';

/** The rows at each stage of an analysis; each stage's are among those of the stage before. */
export interface RowStages {
  readonly selected: Uint32Array;
  /** One entry a group. */
  readonly groups: readonly Uint32Array[];
  /** The groups' rows after listwise deletion, or as they were. */
  readonly analysed: readonly Uint32Array[];
}

/** Rows in at least one complete pair, and by which option the others were left out. */
export function correlationSampleSize(
  { x, y }: { x: readonly NumericColumn[]; y: readonly NumericColumn[] | null },
  { selected, groups, analysed }: RowStages,
): SampleSize {
  const rows = x[0]?.missing.length ?? 0;
  const columns = [...new Set([...x, ...(y ?? [])])];
  const inAPair = (row: number): boolean =>
    isPresentIn(columns, row, 2) && isPresentIn(x, row, 1) && (y === null || isPresentIn(y, row, 1));
  const grouped = total(groups);
  const complete = total(analysed);
  let used = 0;
  for (const group of analysed) for (const row of group) if (inAPair(row)) used++;
  const left: [string, number][] = [
    ['where', rows - selected.length],
    ['by', selected.length - grouped],
    ['listwise', grouped - complete],
    ['pairwise', complete - used],
  ];
  return { rows, used, excludedBy: Object.fromEntries(left.filter(([, count]) => count > 0)) };
}

function total(groups: readonly Uint32Array[]): number {
  return groups.reduce((sum, rows) => sum + rows.length, 0);
}

/** Whether at least so many of the columns have a value on the row. */
function isPresentIn(columns: readonly NumericColumn[], row: number, wanted: number): boolean {
  let found = 0;
  for (let i = 0; i < columns.length && found < wanted; i++) if (columns[i].missing[row] === PRESENT) found++;
  return found >= wanted;
}
