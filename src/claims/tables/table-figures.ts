import type { PlacedText } from '../../dataset/document.js';
import type { NSource } from '../../results/check-reasons.js';
import { cellFigure, looksLikeShare, unitOf } from './cell-figure.js';
import type { CellFigure } from './cell-figure.js';
import { nIn } from './table-shape.js';
import type { ColumnShape, RowShape, TableShape } from './table-shape.js';

/** A figure of a table: what it is, whose it is, and how many there are of them. */
export interface TableFigure {
  readonly row: RowShape;
  readonly column: ColumnShape;
  readonly cell: PlacedText;
  readonly figure: CellFigure | 'unsure';
  /** Of the row, the column, or the caption where there is but one column of people; null where nothing says. */
  readonly n: NSource | null;
}

/** The figures of a table's columns of people, row by row. */
export function tableFigures(shape: TableShape): TableFigure[][] {
  const people = shape.columns.filter(isOfPeople);
  return shape.rows.map((row) => {
    const averages = averageColumns(row, shape);
    const figures = people.flatMap((column): TableFigure[] => {
      const unit = column.kind === 'percent' ? 'percent' : unitOf(row, column.header, shape);
      const cell = row.cells[column.index];
      const figure = column.kind === 'count' ? cellFigure(cell.text, 'count-percent') : cellFigure(cell.text, unit);
      return figure === null ? [] : [{ row, column, cell, figure, n: nOf(row, column, shape, people.length) }];
    });
    return [...averages, ...joinPairs(settled(figures))];
  });
}

/** A column of means with one of SDs behind it, and the n of the row or the table. */
function averageColumns(row: RowShape, { columns, n }: TableShape): TableFigure[] {
  return columns.flatMap((column, index): TableFigure[] => {
    const next = columns[index + 1] as ColumnShape | undefined;
    if (!/(?:^|\s)(?:M|Mean)$/.test(column.header) || next === undefined || !/(?:^|\s)SD$/.test(next.header)) return [];
    const [mean, sd] = [column, next].map((one) => cellFigure(row.cells[one.index].text, 'mean'));
    if (mean === null || mean === 'unsure' || mean.form !== 'mean' || sd === null || sd === 'unsure' || sd.form !== 'mean') return [];
    const ownN = columns.find(({ header }) => /^n$/i.test(header));
    const count = ownN === undefined ? '' : row.cells[ownN.index].text.trim();
    const source: NSource | null = column.n !== null ? { n: column.n, from: 'column' } : /^\d+$/.test(count) ? { n: Number(count), from: 'row' } : n;
    return [{ row, column, cell: row.cells[column.index], figure: { form: 'mean', mean: mean.mean, sd: sd.mean }, n: source }];
  });
}

/** Whether a column holds counts, percentages or averages, rather than a statistic, an n or an interval. */
function isOfPeople({ kind, header }: ColumnShape): boolean {
  if (kind === 'percent') return true;
  return (kind === 'group' || (kind === 'count' && !/^n$/i.test(header))) && !/(?:^|\d\s?%\s?)(?:CI|confidence)\b|(?:^|\s)(?:M|Mean|SD|SE)$|^(?:[tFzrUHWQρτβ]|SMD|df|d\.f\.|\d{1,2}\.?)(?![\p{L}\d])/u.test(header)
    && !/\b(?:ICC|kappa|alpha|omega|eta|effect|estimate|coefficient|difference|change|ANOVA|AUC)s?(?!\p{L})|[αωηκΔ]/iu.test(header);
}

function nOf(row: RowShape, column: ColumnShape, shape: TableShape, columns: number): NSource | null {
  if (row.n !== null && (columns === 1 || column.total)) return { n: row.n, from: 'row' };
  const inSection = nIn(row.section?.cells[column.index]?.text ?? '');
  if (inSection !== null) return { n: inSection, from: 'row' };
  if (column.n !== null) return { n: column.n, from: 'column' };
  return columns === 1 || column.total || column.kind === 'percent' ? shape.n : null;
}

/** `35 (65)` in a row without a unit: a count and its percentage where that is so of most cells of the row. */
function settled(figures: readonly TableFigure[]): TableFigure[] {
  const unsure = figures.filter(({ figure, n }) => figure === 'unsure' && n !== null);
  const shares = unsure.filter(({ cell, n }) => looksLikeShare(cell.text, n!.n)).length;
  const isCount = unsure.length > 0 && shares * 2 > unsure.length;
  return figures.map((one) => {
    const figure = one.figure === 'unsure' && isCount ? cellFigure(one.cell.text, 'count-percent') : one.figure;
    return figure === null ? one : { ...one, figure };
  });
}

/** A column of counts and one of percentages under the same header are one figure. */
function joinPairs(figures: readonly TableFigure[]): TableFigure[] {
  const joined: TableFigure[] = [];
  for (const one of figures) {
    const before = joined.at(-1);
    if (before !== undefined && one.figure !== 'unsure' && before.figure !== 'unsure' && one.figure.form === 'percent' && before.figure.form === 'count'
      && before.column.kind === 'count' && one.column.group === before.column.group && before.figure.percent === null) {
      joined[joined.length - 1] = { ...before, figure: { ...before.figure, percent: one.figure.percent } };
    } else {
      joined.push(one);
    }
  }
  return joined;
}
