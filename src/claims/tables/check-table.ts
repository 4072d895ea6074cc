import type { TextTable } from '../../dataset/document.js';
import type { CheckedFigure } from '../../results/check-reasons.js';
import type { PaperContext } from '../paper/check-options.js';
import { checkText } from '../paper/check-text.js';
import { ADJUSTED } from '../paper/statements.js';
import { checkCounts } from './check-counts.js';
import { checkMeans } from './check-means.js';
import { checkRatios } from './check-ratios.js';
import { checkStatisticColumns } from './check-statistic-columns.js';
import { checkStars } from './check-stars.js';
import { checkTablePs } from './check-table-p.js';
import { checkTotals } from './check-totals.js';
import { tableFigures } from './table-figures.js';
import { tableShape } from './table-shape.js';

/** Kinds that a cell's own words can give; counts and means are read with their row and column. */
const IN_CELLS = new Set(['p', 'ratio', 'sample-size']);

/**
 * Every check of one table.
 *
 * @param words the caption above it and the notes below, which say its n, its units and its stars
 */
export function checkTable(table: TextTable, words: string, paper: PaperContext): CheckedFigure[] {
  const context = { ...paper, adjusted: ADJUSTED.test([words, ...headerTexts(table)].join(' ')) };
  const cells = table.rows.flatMap((row) => row.filter(({ spanned }) => !spanned).map(({ text }) => text));
  const inCells = cells.flatMap((cell) => (/\p{L}/u.test(cell.text) ? checkText(cell, context) : []))
    .filter(({ kind, verdict, reason }) => IN_CELLS.has(kind) && !(verdict === 'not-checkable' && reason.about === 'unchecked' && reason.lacks !== 'df'));
  const shape = tableShape(table, words);
  if (shape === null) return inCells;
  const rows = tableFigures(shape);
  const ofStatistics = checkStatisticColumns(shape, context);
  return inReadingOrder([
    ...inCells,
    ...[...ofStatistics.values()].flat(),
    ...checkCounts(rows, shape, context),
    ...checkTotals(rows, shape),
    ...checkMeans(rows, shape, context),
    ...checkTablePs(rows, shape, context, (row) => ofStatistics.get(row)!.length > 0),
    ...checkRatios(shape, context),
    ...checkStars(shape, context),
  ]);
}

/** Without those of P columns: one of corrected p values beside one of plain ones says nothing of these. */
function headerTexts({ rows }: TextTable): string[] {
  return (rows[0] ?? []).map(({ text }) => text.text).filter((header) => !/^\s*p\b/i.test(header));
}

/** By line and column, or by row and column, which are the numbers of a place. */
function inReadingOrder(figures: readonly CheckedFigure[]): CheckedFigure[] {
  const numbers = ({ place }: CheckedFigure): number[] => (place.match(/\d+/g) ?? []).map(Number);
  return [...figures].sort((a, b) => {
    const [first, second] = [numbers(a), numbers(b)];
    const differs = first.findIndex((number, index) => number !== second[index]);
    return differs === -1 ? 0 : first[differs] - (second[differs] ?? 0);
  });
}
