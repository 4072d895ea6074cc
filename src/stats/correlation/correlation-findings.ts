import type { CorrelationEstimate } from '../../results/correlation.js';
import { FEWEST_PAIRS } from './correlation-methods.js';
import type { Coefficient, Interval, UndefinedReason } from './correlation-methods.js';
import type { CompletePair } from './pairs.js';
import type { Sample } from './sample.js';

/**
 * What a reader of correlations should know, in fields rather than words; `by` is the level of the grouping column
 * or null. What concerns a column is said once, not once for each of its pairs.
 */
export type CorrelationFinding =
  | ColumnFinding
  | PairFinding
  /** Complete pairs differ in number. */
  | { readonly code: 'unequal-n'; readonly by: string | null; readonly least: number; readonly most: number }
  /** In so many of all pairs of columns a value occurs more than once. */
  | { readonly code: 'ties'; readonly pairs: number; readonly of: number };

/** No coefficient of the column is defined: its `n` present values are all equal, or fewer than three. */
export interface ColumnFinding {
  readonly code: 'column-undefined';
  readonly column: string;
  readonly by: string | null;
  readonly n: number;
  readonly reason: 'too-few-values' | 'constant';
}

export type PairFinding = PairName & (
  /** The columns are fine and their complete pairs are not; `column` is the one that is constant among them. */
  | { readonly code: 'pair-undefined'; readonly reason: UndefinedReason; readonly column: string | null }
  | { readonly code: 'perfect'; readonly estimate: number }
  /** There is an estimate but no interval, and not because it is perfect. */
  | { readonly code: 'interval-undefined'; readonly reason: string });

interface PairName {
  readonly x: string;
  readonly y: string;
  readonly by: string | null;
  readonly n: number;
}

export function columnFindings(samples: readonly Sample[], by: string | null): ColumnFinding[] {
  return samples.flatMap(({ name: column, n, constant }) => {
    if (n >= FEWEST_PAIRS && !constant) return [];
    const reason = n < FEWEST_PAIRS ? 'too-few-values' : 'constant';
    return [{ code: 'column-undefined', column, by, n, reason } as const];
  });
}

/** @param undefinedColumns names of those that a column's finding has already told of */
export function pairFinding(
  { x, y, by, n }: CompletePair,
  { estimate, reason }: Coefficient,
  interval: Interval | null,
  undefinedColumns: ReadonlySet<string>,
): PairFinding | null {
  const noInterval = interval?.reason ?? null;
  if (reason === null) {
    if (Math.abs(estimate) === 1) return { code: 'perfect', x: x.name, y: y.name, by, n, estimate };
    if (noInterval === null) return null;
    return { code: 'interval-undefined', x: x.name, y: y.name, by, n, reason: noInterval };
  }
  if (undefinedColumns.has(x.name) || undefinedColumns.has(y.name)) return null;
  const column = reason !== 'constant' ? null : x.constant ? x.name : y.name;
  return { code: 'pair-undefined', x: x.name, y: y.name, by, n, reason, column };
}

export function sizeFindings(estimates: readonly CorrelationEstimate[], by: string | null): CorrelationFinding[] {
  let least = Infinity;
  let most = 0;
  for (const { n } of estimates) {
    least = Math.min(least, n);
    most = Math.max(most, n);
  }
  return least < most ? [{ code: 'unequal-n', by, least, most }] : [];
}
