import type { MissingRule } from './correlation.js';
import type { ResultRecord } from './record.js';

/**
 * What stands for a variable: its mean, its median, the share of answers from a threshold on, every level, or every one
 * of the answers of which a participant may give several.
 */
export type DescribeSummary = 'mean' | 'median' | 'frequent' | 'levels' | 'answers';
export type ContinuousRule = 'auto' | 'mean' | 'median';

/** How a Table 1 was made. */
export interface DescribeMethod {
  readonly name: 'table-one';
  readonly continuous: ContinuousRule;
  /** Under `auto`, a number whose |skewness| is greater is told by its median. */
  readonly skewnessLimit: number;
  /** Of the quartiles, as Hyndman & Fan (1996) and R number them. */
  readonly quantileType: number;
  /** The least answer that counts as frequent, or null where shares were not asked for. */
  readonly frequent: number | null;
  readonly missing: MissingRule;
  /** Counts from 1 to one less are hidden; null where none are. */
  readonly suppressBelow: number | null;
}

/**
 * One variable (`level` null) or one of its levels, in one group (`group` null: overall). Of a variable, `n` counts
 * the values present among `denominator` rows; of a level, `n` counts those who have it among the `denominator`
 * values present (of a multi-select: those who answered), and `percent` runs from 0 to 100. What does not apply, is undefined or is hidden is null.
 */
export interface DescribeEstimate {
  readonly variable: string;
  readonly level: string | null;
  readonly group: string | null;
  readonly n: number | null;
  readonly denominator: number | null;
  readonly percent: number | null;
  readonly mean: number | null;
  /** Divisor n − 1. */
  readonly sd: number | null;
  readonly median: number | null;
  readonly q1: number | null;
  readonly q3: number | null;
  readonly missing: number | null;
  /** Absolute standardised difference between two groups, or its mean over the pairs of more; on overall alone. */
  readonly smd: number | null;
}

/** What is told of each variable in every group alike. */
export interface DescribedVariable {
  readonly name: string;
  readonly label: string;
  readonly unit: string | null;
  readonly kind: 'number' | 'ordinal' | 'nominal' | 'multi-select';
  readonly summary: DescribeSummary;
  /** Decimals of the data as they were written, or as many as are worth reading. */
  readonly decimals: number;
  readonly skewness: number | null;
  /** What fewer than `suppressBelow` would learn of it could not be hidden cell by cell, so all of it is. */
  readonly withheld: boolean;
}

/** A column of the table; `level` null is everybody, `n` null is hidden. */
export interface DescribedGroup {
  readonly level: string | null;
  readonly n: number | null;
}

/** The fields of an estimate that are null because they are hidden. */
export interface HiddenFields {
  readonly variable: string;
  readonly level: string | null;
  readonly group: string | null;
  readonly fields: readonly (keyof DescribeEstimate)[];
}

export interface DescribeRecord extends ResultRecord<'describe', DescribeMethod, DescribeEstimate> {
  readonly variables: readonly DescribedVariable[];
  /** The column that splits the rows. */
  readonly by: { readonly name: string; readonly label: string } | null;
  /** Overall first. */
  readonly groups: readonly DescribedGroup[];
  readonly hidden: readonly HiddenFields[];
}
