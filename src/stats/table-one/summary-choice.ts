import type { NumericColumn, TextColumn } from '../../dataset/column.js';
import type { ContinuousRule, DescribeSummary } from '../../results/describe.js';
import { decimalPlaces } from './decimal-places.js';
import type { Descriptives } from './descriptives.js';
import type { QuantileType } from '../quantile-types.js';

export type QuantityColumn = NumericColumn & { readonly kind: 'number' | 'ordinal' };
/** A column that a Table 1 can tell. */
export type DescribableColumn = QuantityColumn | (TextColumn & { readonly kind: 'nominal' });

/** Beyond this |b₁| a distribution is called highly skewed (Bulmer 1979, "Principles of statistics"). */
export const SKEWNESS_LIMIT = 1;

/** Which statistic is wanted of the columns. */
export interface SummaryRule {
  readonly continuous: ContinuousRule;
  /** Columns for which something else was asked by name. */
  readonly asked: ReadonlyMap<string, Exclude<DescribeSummary, 'frequent'>>;
  /** The least ordinal answer that counts as frequent. */
  readonly frequent: number | null;
  /** Count every level of ordinal columns. */
  readonly levels: boolean;
  readonly quantileType: QuantileType;
  /** A mean of two values gives their counts away, so where small counts are hidden they are counted instead. */
  readonly hidesSmallCounts: boolean;
}

/** What stands for a column, the skewness it was chosen by, and how finely the column was written. */
export interface ChosenSummary {
  readonly summary: DescribeSummary;
  readonly skewness: number | null;
  readonly decimals: number;
}

/**
 * What stands for a column of numbers or ordinal answers. Of numbers, `auto` takes the mean, or the median where |skewness| is greater than 1;
 * ordinal answers have their median, the share of frequent ones, or a count of each. An ordinal column with two
 * values at most, such as a yes coded 1, is counted by level.
 *
 * @param values present ones of the rows that are told, and @param place theirs
 * @example chooseSummary(age, values, descriptives(values), rule).summary // 'mean'
 */
export function chooseSummary(
  column: QuantityColumn, values: Float64Array, { skewness, min, max }: Descriptives, rule: SummaryRule,
): ChosenSummary {
  const told = { skewness, decimals: decimalPlaces(values) };
  const hasTwoValues = min !== null && values.every((value) => value === min || value === max);
  const asked = rule.asked.get(column.name);
  if (hasTwoValues && rule.hidesSmallCounts) return { ...told, summary: 'levels' };
  if (asked !== undefined) return { ...told, summary: asked };
  if (column.kind === 'ordinal') {
    const reaches = max !== null && rule.frequent !== null && max >= rule.frequent;
    if (rule.levels || (hasTwoValues && !reaches)) return { ...told, summary: 'levels' };
    if (rule.frequent !== null) return { ...told, summary: 'frequent' };
    return { ...told, summary: rule.continuous === 'mean' ? 'mean' : 'median' };
  }
  const isSkewed = skewness !== null && Math.abs(skewness) > SKEWNESS_LIMIT;
  return { ...told, summary: rule.continuous === 'auto' ? (isSkewed ? 'median' : 'mean') : rule.continuous };
}
