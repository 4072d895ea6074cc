import type { CheckedFigure } from '../../results/check-reasons.js';
import { unchecked } from '../paper/outcome.js';
import type { Outcome } from '../paper/outcome.js';
import type { TableFigure } from './table-figures.js';
import { tableOutcome } from './table-outcome.js';
import type { ColumnShape, TableShape } from './table-shape.js';

const MANY_MORE = 1.1;

/** The groups that together are everybody, and the column of everybody; null where there are none, or overlapping ones. */
export function partition({ columns }: TableShape): { readonly groups: readonly ColumnShape[]; readonly total: ColumnShape } | null {
  const people = columns.filter(({ kind }) => kind === 'group' || kind === 'count');
  const totals = people.filter(({ total }) => total);
  const groups = people.filter(({ total }) => !total);
  if (totals.length !== 1 || groups.length < 2 || totals[0].n === null) return null;
  const sum = groups.reduce((all, { n }) => all + (n ?? NaN), 0);
  return sum === totals[0].n ? { groups, total: totals[0] } : null;
}

/** Counts across groups against the total column, and down the categories of a section against the column's n. */
export function checkTotals(rows: readonly (readonly TableFigure[])[], shape: TableShape): CheckedFigure[] {
  return [...across(rows, shape), ...down(rows)];
}

function across(rows: readonly (readonly TableFigure[])[], shape: TableShape): CheckedFigure[] {
  const whole = partition(shape);
  if (whole === null) return [];
  return rows.flatMap((row): CheckedFigure[] => {
    const countIn = (column: ColumnShape): number | null => {
      const figure = row.find((one) => one.column === column)?.figure;
      return figure === undefined || figure === 'unsure' || figure.form !== 'count' ? null : figure.count;
    };
    const parts = whole.groups.map(countIn).filter((count) => count !== null);
    const total = countIn(whole.total);
    const cell = row.find((one) => one.column === whole.total);
    if (total === null || cell === undefined || parts.length < whole.groups.length) return [];
    return [tableOutcome(cell.cell, cell.row.label, whole.total.header, added(parts, total, 'across'))];
  });
}

function down(rows: readonly (readonly TableFigure[])[]): CheckedFigure[] {
  const sections = new Map<string, TableFigure[]>();
  for (const one of rows.flat()) {
    if (one.row.section === null || one.figure === 'unsure' || one.figure.form !== 'count' || one.n === null) continue;
    const key = `${one.column.index} ${one.row.section.label}`;
    sections.set(key, [...(sections.get(key) ?? []), one]);
  }
  return [...sections.values()].flatMap((all): CheckedFigure[] => {
    const counts = all.map(({ figure }) => (figure !== 'unsure' && figure.form === 'count' ? figure.count : 0));
    const [first] = all;
    const n = first.n!.n;
    const sum = counts.reduce((total, count) => total + count, 0);
    // Fewer than n is what missing answers look like, and many more what a person may have several of.
    if (all.length < 2 || sum < n || sum > n * MANY_MORE) return [];
    return [tableOutcome(first.cell, first.row.section!.label, first.column.header, added(counts, n, 'down'))];
  });
}

function added(parts: readonly number[], total: number, along: 'across' | 'down'): Outcome {
  const sum = parts.reduce((all, part) => all + part, 0);
  const fits = sum === total;
  if (parts.length === 0) return unchecked('count', 'total');
  return {
    kind: 'total',
    // Categories of which a person may have several add up to more than there are people.
    verdict: fits ? 'consistent' : along === 'down' ? 'conditional' : 'inconsistent',
    computed: { name: 'total', low: sum, high: sum },
    reason: { about: 'total', parts, sum, total, along, fits },
  };
}
