import type { CheckedFigure, NSource } from '../../results/check-reasons.js';
import { fittingTotals } from '../checks/grim.js';
import type { PaperContext } from '../paper/check-options.js';
import { checkCount, checkPercent } from '../paper/check-share.js';
import { unchecked } from '../paper/outcome.js';
import type { TableFigure } from './table-figures.js';
import { tableOutcome } from './table-outcome.js';
import type { TableShape } from './table-shape.js';

/**
 * The counts and percentages of a table against the n of their column. A percentage that is not of the column's n may
 * be of those who answered, where the categories of its section add up to fewer, or of the row's total: either counts.
 */
export function checkCounts(rows: readonly (readonly TableFigure[])[], { words }: TableShape, context: PaperContext): CheckedFigure[] {
  const answered = answeredBySection(rows);
  const weighted = /\bweighted\b/i.test(words);
  return rows.flatMap((row) => row.flatMap((one): CheckedFigure[] => {
    const { figure, column, cell } = one;
    const outcome = (of: ReturnType<typeof checkCount>): CheckedFigure => tableOutcome(cell, one.row.label, column.header, of);
    if (figure === 'unsure') return [outcome(unchecked('layout', 'count'))];
    if (weighted && (figure.form === 'percent' || figure.form === 'count')) return [outcome(unchecked('weights', 'count'))];
    const n = one.n ?? context.n;
    if (figure.form === 'percent') return [outcome(checkPercent(figure.percent, n, context.rounding))];
    if (figure.form !== 'count' || figure.percent === null) return [];
    const { count, percent } = figure;
    const candidates: (NSource | null)[] = [
      figure.n === null ? n : { n: figure.n, from: 'row' },
      ...[answered.get(sectionKey(one)), rowTotal(row)].map((size): NSource | null => (size === undefined || size === 0 ? null : { n: size, from: 'row' })),
    ];
    const fits = (source: NSource | null): boolean => {
      if (source === null || count > source.n) return false;
      const { least, most } = fittingTotals(percent, source.n, { percent: true, rounding: context.rounding });
      return count >= least && count <= most;
    };
    return [outcome(checkCount(count, percent, candidates.find(fits) ?? candidates[0], context.rounding))];
  }));
}

function sectionKey({ row, column }: TableFigure): string {
  return `${row.section === null ? '' : row.section.label} ${row.section === null ? row.label : ''} ${column.index}`;
}

/** How many people the categories of each section have in each column. */
function answeredBySection(rows: readonly (readonly TableFigure[])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of rows.flat()) {
    if (one.row.section === null || one.figure === 'unsure' || one.figure.form !== 'count') continue;
    const key = sectionKey(one);
    sums.set(key, (sums.get(key) ?? 0) + one.figure.count);
  }
  return sums;
}

/** The count that the percentages of a row are of, where they are of the row: its total, or the sum over its groups. */
function rowTotal(row: readonly TableFigure[]): number | undefined {
  const counts = row.flatMap(({ figure, column }) => (figure !== 'unsure' && figure.form === 'count' ? [{ count: figure.count, total: column.total }] : []));
  if (counts.length < 2) return undefined;
  return counts.find(({ total }) => total)?.count ?? counts.reduce((sum, { count }) => sum + count, 0);
}
