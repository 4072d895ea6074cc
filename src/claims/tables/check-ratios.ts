import type { CheckedFigure } from '../../results/check-reasons.js';
import { atomsOf } from '../paper/atoms.js';
import { checkRatio } from '../paper/check-ratio.js';
import type { PaperContext } from '../paper/check-options.js';
import { tableOutcome } from './table-outcome.js';
import type { TableShape } from './table-shape.js';

/** Ratios with their intervals in a column that says so, each against the p of the next P column. */
export function checkRatios(shape: TableShape, context: PaperContext): CheckedFigure[] {
  const columns = shape.columns.filter(({ kind }) => kind === 'ratio');
  return shape.rows.flatMap((row) => columns.flatMap(({ index, header }): CheckedFigure[] => {
    const cell = row.cells[index];
    const atoms = atomsOf(cell.text);
    if (atoms.length !== 3 || !/^\s?[([,;]/.test(cell.text.slice(atoms[0].end))) return [];
    const [statistic, low, high] = atoms;
    const behind = shape.columns.slice(index + 1).find(({ kind }) => kind === 'p' || kind === 'ratio');
    const pAtoms = behind?.kind === 'p' && !row.reaching.has(behind.index) ? atomsOf(row.cells[behind.index].text) : [];
    const level = Number(/(\d{2}(?:\.\d)?)\s?%/.exec(`${header} ${shape.words}`)?.[1] ?? 95);
    return [tableOutcome(cell, row.label, header, checkRatio({
      statistic, p: pAtoms.length === 1 ? pAtoms[0] : null, ns: false, df: [], n: null, groups: null, exact: false, adjusted: false, tails: null,
      interval: { low, high, level }, start: statistic.start, end: high.end,
    }, context))];
  }));
}
