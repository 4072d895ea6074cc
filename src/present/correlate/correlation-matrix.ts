import type { CorrelationEstimate, CorrelationRecord } from '../../results/correlation.js';
import type { Cell, Table, TableColumn } from '../../results/table.js';
import { formatAlpha, methodNote } from './correlation-words.js';
import { caption } from './correlation-table.js';
import type { CorrelationPresentation } from './correlation-table.js';
import { fixed, formatCount } from '../numbers.js';
import { warningNotes } from '../warning-notes.js';

/**
 * The lower triangle of coefficients with stars, numbered variables down and across, mean and SD beside them.
 * Stars: `*` p < alpha, `**` p < alpha / 5, `***` p < alpha / 50 (so .05, .01, .001), of the unadjusted p. Pairs
 * with unequal n carry a second table with each pair's n.
 */
export function correlationMatrixTables(record: CorrelationRecord, presentation: CorrelationPresentation): Table[] {
  const levels = [...new Set(record.estimates.map((estimate) => estimate.by))];
  return levels.flatMap((by) => matrixOf(record, by, presentation));
}

function matrixOf(record: CorrelationRecord, by: string | null, { alpha, digits }: CorrelationPresentation): Table[] {
  const estimates = record.estimates.filter((estimate) => estimate.by === by);
  const variables = record.variables.filter((variable) => variable.by === by);
  const pair = pairFinder(estimates);
  const numbers: TableColumn[] = variables.slice(0, -1).map((_, index) => ({ key: String(index + 1), header: String(index + 1), align: 'right' }));
  const lowerTriangle = (cell: (estimate: CorrelationEstimate) => Cell, row: number): Cell[] =>
    numbers.map((_, column) => {
      const estimate = column < row ? pair(variables[row].name, variables[column].name) : undefined;
      return estimate === undefined ? { text: '' } : cell(estimate);
    });
  const name = (row: number): Cell => ({ text: `${row + 1}. ${variables[row].label}`, value: variables[row].name });
  const of = by === null ? '' : `: ${by}`;

  const coefficients: Table = {
    caption: caption(record, of),
    columns: [
      { key: 'variable', header: 'Variable', align: 'left' },
      { key: 'n', header: 'n', align: 'right' },
      { key: 'mean', header: 'M', align: 'right' },
      { key: 'sd', header: 'SD', align: 'right' },
      ...numbers,
    ],
    rows: variables.map((variable, row) => [
      name(row),
      { text: formatCount(variable.n), value: variable.n },
      { text: fixed(variable.mean, digits), value: variable.mean },
      { text: fixed(variable.sd, digits), value: variable.sd },
      ...lowerTriangle((estimate) => coefficientCell(estimate, alpha, digits), row),
    ]),
    notes: [`${methodNote(record, 'stars')} ${starNote(alpha)}`, ...warningNotes(record.warnings)],
  };
  const sizes = new Set(estimates.map((estimate) => estimate.n));
  if (sizes.size <= 1) return [coefficients];
  const pairSizes: Table = {
    caption: `Pairs with both values present${of}`,
    columns: [{ key: 'variable', header: 'Variable', align: 'left' }, ...numbers],
    rows: variables.map((_, row) => [name(row), ...lowerTriangle(({ n }) => ({ text: formatCount(n), value: n }), row)]),
    notes: [],
  };
  return [coefficients, pairSizes];
}

function coefficientCell(estimate: CorrelationEstimate, alpha: number, digits: number): Cell {
  const stars = starsFor(estimate.p, alpha);
  return {
    text: `${fixed(estimate.estimate, digits)}${stars}`,
    value: estimate.estimate,
    ...(stars === '' ? {} : { emphasis: 'strong' as const }),
  };
}

/** Stars of an unadjusted p: one below alpha, two below a fifth of it, three below a fiftieth. */
export function starsFor(p: number | null, alpha: number): string {
  if (p === null || p >= alpha) return '';
  return p < alpha / 50 ? '***' : p < alpha / 5 ? '**' : '*';
}

function starNote(alpha: number): string {
  const [one, two, three] = [alpha, alpha / 5, alpha / 50].map((level) => formatAlpha(Number(level.toPrecision(6))));
  return `Stars on the unadjusted p: * p < ${one}, ** p < ${two}, *** p < ${three}.`;
}

function pairFinder(estimates: readonly CorrelationEstimate[]): (a: string, b: string) => CorrelationEstimate | undefined {
  const byPair = new Map<string, Map<string, CorrelationEstimate>>();
  const put = (a: string, b: string, estimate: CorrelationEstimate): void => {
    const row = byPair.get(a) ?? new Map<string, CorrelationEstimate>();
    byPair.set(a, row.set(b, estimate));
  };
  for (const estimate of estimates) {
    put(estimate.x, estimate.y, estimate);
    put(estimate.y, estimate.x, estimate);
  }
  return (a, b) => byPair.get(a)?.get(b);
}

