import { decimalNumber } from '../../numeric/decimal.js';
import type { CheckedFigure, NSource } from '../../results/check-reasons.js';
import { roundingInterval } from '../checks/rounding.js';
import { pInterval } from '../checks/test-p.js';
import type { PaperContext } from '../paper/check-options.js';
import { printedNumbers } from '../printed-number.js';
import { tableOutcome } from './table-outcome.js';
import type { TableShape } from './table-shape.js';

/**
 * The stars of a table of correlations against its n: whoever answered in fact were at most n, and with fewer p is
 * larger, so that a star which n does not give cannot be right. Too few stars may come of missing answers.
 */
export function checkStars(shape: TableShape, context: PaperContext): CheckedFigure[] {
  if (!/correlation|spearman|pearson|ρ|\brho\b/i.test(shape.words)) return [];
  const levels = legend(shape.words);
  if (levels.size === 0) return [];
  const nColumn = shape.columns.find(({ header }) => /^n$/i.test(header));
  return shape.rows.flatMap((row) => row.cells.flatMap((cell, index): CheckedFigure[] => {
    const inRow = nColumn === undefined ? '' : row.cells[nColumn.index].text.trim();
    const n: NSource | null = /^\d+$/.test(inRow) ? { n: Number(inRow), from: 'row' } : shape.n ?? context.n;
    if (n === null || n.n < 4) return [];
    const numbers = printedNumbers(cell.text);
    const [number] = numbers;
    const below = number === undefined ? undefined : levels.get(number.marks);
    if (numbers.length !== 1 || below === undefined || Math.abs(decimalNumber(number.value)) > 1 || number.value.digits === 0n) return [];
    const recomputed = pInterval(roundingInterval(number.value), { name: 'correlation', df: { low: n.n - 2, high: n.n - 2 } });
    const fits = recomputed.low < below;
    return [tableOutcome(cell, row.label, shape.columns[index].header, {
      kind: 'stars', verdict: fits ? 'consistent' : n.from === 'text' ? 'conditional' : 'inconsistent',
      computed: { name: 'p', ...recomputed },
      reason: { about: 'stars', n, mark: number.marks, below, recomputed, fits },
    })];
  }));
}

/** What each mark stands for: `* p<0.05, ** p<0.01`. */
function legend(words: string): Map<string, number> {
  const levels = new Map<string, number>();
  for (const match of words.matchAll(/([*†‡§#]{1,3})\s{0,2}[pP]\s?[<≤]\s?(0?[.·]\d+)/g)) levels.set(match[1], Number(match[2].replace('·', '.')));
  return levels;
}
