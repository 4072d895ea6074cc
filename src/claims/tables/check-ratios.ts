import type { PlacedText } from '../../dataset/document.js';
import type { CheckedFigure } from '../../results/check-reasons.js';
import { atomsOf } from '../paper/atoms.js';
import { checkRatio } from '../paper/check-ratio.js';
import type { PaperContext } from '../paper/check-options.js';
import { tableOutcome } from './table-outcome.js';
import { clean } from './table-shape.js';
import type { TableShape } from './table-shape.js';

const INTERVAL_HEADER = /(?<!\p{L})(?:CIs?|confidence (?:intervals?|limits))(?!\p{L})/iu;

/** Ratios with their intervals, in a column that says so or in the next one, each against the p of the next P column. */
export function checkRatios(shape: TableShape, context: PaperContext): CheckedFigure[] {
  const columns = shape.columns.filter(({ kind }) => kind === 'ratio');
  return shape.rows.flatMap((row) => columns.flatMap(({ index, header }): CheckedFigure[] => {
    const interval = shape.columns.find((column) => column.index === index + 1 && INTERVAL_HEADER.test(column.header));
    const cell = withInterval(row.cells[index], interval === undefined ? undefined : row.cells[interval.index]);
    const atoms = atomsOf(cell.text);
    if (atoms.length !== 3 || !/^\s?[([,;]/.test(cell.text.slice(atoms[0].end))) return [];
    const [statistic, low, high] = atoms;
    const behind = shape.columns.slice(index + 1).find((column) => column !== interval && (column.kind === 'p' || column.kind === 'ratio'));
    const pAtoms = behind?.kind === 'p' && !row.reaching.has(behind.index) ? atomsOf(row.cells[behind.index].text) : [];
    const level = Number(/(\d{2}(?:\.\d)?)\s?%/.exec(`${header} ${interval?.header ?? ''} ${shape.words}`)?.[1] ?? 95);
    return [tableOutcome(cell, row.label, header, checkRatio({
      statistic, p: pAtoms.length === 1 ? pAtoms[0] : null, ns: false, df: [], n: null, groups: null, exact: false, adjusted: false, tails: null,
      interval: { low, high, level }, start: statistic.start, end: high.end,
    }, context))];
  }));
}

/** `1.73` with `1.21-2.49` in the next cell, read as `1.73 (1.21-2.49)`. */
function withInterval(cell: PlacedText, next: PlacedText | undefined): PlacedText {
  if (next === undefined || atomsOf(cell.text).length !== 1) return cell;
  return { ...cell, text: `${cell.text.trimEnd()} (${clean(next.text).replace(/^[([]|[)\]]$/g, '')})` };
}
