import type { CheckedFigure } from '../../results/check-reasons.js';
import { atomsOf } from '../paper/atoms.js';
import { checkStatement } from '../paper/check-statement.js';
import type { PaperContext } from '../paper/check-options.js';
import { statementsOf, TESTS } from '../paper/statements.js';
import { isNotSignificant } from '../printed-number.js';
import { tableOutcome } from './table-outcome.js';
import { clean, isFigure } from './table-shape.js';
import type { ColumnShape, RowShape, TableShape } from './table-shape.js';

const CORRELATIONS: ReadonlySet<string | null> = new Set([null, 'pearson', 'spearman', 'kendall']);
const DF_HEADER = /^d\.?f\.?\s?\d?$/i;

/**
 * Tests laid out in columns: a statistic in a column that its header names (`ρ`, `t`, `F`, `χ²`) or that names it itself
 * (`t(28) = 2.20`), beside it df or n where there are such columns, and the next P column that is not adjusted. Each row
 * is read as the sentence it stands for.
 */
export function checkStatisticColumns(shape: TableShape, context: PaperContext): ReadonlyMap<RowShape, readonly CheckedFigure[]> {
  const statistics = shape.columns.filter(({ header, kind, index }) => kind === 'group'
    && (isStatistic(`${header} = 1`) || shape.rows.some(({ cells }) => isStatistic(cells[index].text))));
  const kindIn = (row: RowShape, column: ColumnShape): string | null => {
    const cell = clean(row.cells[column.index].text);
    return isStatistic(cell) ? atomsOf(cell)[0].kind : isFigure(cell) ? atomsOf(`${column.header} = 1`)[0]?.kind ?? null : null;
  };
  return new Map(shape.rows.map((row) => [row, statistics.flatMap((column): CheckedFigure[] => {
    // Beside another test, a correlation measures its effect.
    if (CORRELATIONS.has(kindIn(row, column)) && statistics.some((other) => other !== column && !CORRELATIONS.has(kindIn(row, other)))) return [];
    const sentence = sentenceOf(row, column, shape, statistics);
    const [statement] = sentence === null ? [] : statementsOf(sentence, atomsOf(sentence));
    if (statement === undefined) return [];
    const outcome = checkStatement(statement, context);
    return [{ ...tableOutcome(row.cells[column.index], row.label, '', outcome), printed: `${row.label}: ${sentence}` }];
  })]));
}

/** Whether a text is a statistic with its name, and nothing else. */
function isStatistic(text: string): boolean {
  const atoms = atomsOf(clean(text));
  return atoms.length === 1 && TESTS.has(atoms[0].kind) && atoms[0].kind !== 'ratio' && atoms[0].start === 0;
}

/** `t(28) = 2.20, p = .04`; null where the row has no p beside the statistic. */
function sentenceOf(row: RowShape, column: ColumnShape, shape: TableShape, statistics: readonly ColumnShape[]): string | null {
  const textIn = (found: ColumnShape | undefined): string => (found === undefined ? '' : clean(row.cells[found.index].text));
  const next = statistics.find(({ index }) => index > column.index)?.index ?? Infinity;
  const p = textIn(shape.columns.find(({ index, kind, header }) => index > column.index && index < next && kind === 'p' && !/adj|holm|bonf|fdr|hochberg|\bbh\b/i.test(header)));
  if (!isFigure(p)) return null;
  const pWords = isNotSignificant(p) ? 'NS' : /^[<>≤≥=]/.test(p) ? `p ${p}` : `p = ${p}`;
  const cell = textIn(column);
  if (isStatistic(cell)) return `${cell}, ${pWords}`;
  if (!isFigure(cell)) return null;
  // Degrees of freedom and n belong to the statistic where it is the only one.
  const alone = statistics.length === 1;
  const df = shape.columns.filter(({ header, index }) => DF_HEADER.test(header) && (alone || (index > column.index && index < next))).map(textIn).filter((text) => text !== '');
  const n = alone ? textIn(shape.columns.find(({ header }) => /^n$/i.test(header))) : '';
  const name = df.length === 0 ? column.header : `${column.header}(${df.join(', ')})`;
  return `${name} = ${cell}${/^\d+$/.test(n) ? `, n = ${n}` : ''}, ${pWords}`;
}
