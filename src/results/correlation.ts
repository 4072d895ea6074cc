import type { LogAgreement } from './log-agreement.js';
import type { ResultRecord } from './record.js';

export type CorrelationName = 'spearman' | 'kendall' | 'pearson';
export type IntervalName = 'bonett-wright' | 'fieller' | 'fisher' | 'bootstrap' | 'none';
export type AdjustmentName = 'holm' | 'bh' | 'bonferroni' | 'none';
export type MissingRule = 'pairwise' | 'listwise';

/** How a set of correlations was computed; one schema for every coefficient. */
export interface CorrelationMethod {
  readonly name: CorrelationName;
  readonly ties: 'mid-ranks' | 'tau-b' | null;
  /** The p that was asked for; each estimate's `pMethod` says which one it got. */
  readonly p: string;
  readonly ci: IntervalName;
  readonly confidence: number;
  readonly adjust: AdjustmentName;
  readonly missing: MissingRule;
  readonly alternative: 'two-sided' | 'less' | 'greater';
  /** What was drawn for each pair: shuffles for a permutation p, resamples for a bootstrap interval; null for none. */
  readonly resamples: { readonly p: number | null; readonly ci: number | null };
  readonly bootstrap: 'bca' | 'percentile' | null;
  /** The column whose groups were shuffled within and resampled whole. */
  readonly cluster: string | null;
  /** What was held constant: taken out of both variables, or out of y alone (semi-partial). */
  readonly partial: { readonly kind: 'partial' | 'semi-partial'; readonly covariates: readonly string[] } | null;
  /** df + 2 is the effective sample size. */
  readonly weights: { readonly kind: 'sampling' | 'frequency'; readonly column: string } | null;
}

/** One pair. A null number is undefined, and a warning of the record says why. */
export interface CorrelationEstimate {
  readonly x: string;
  readonly y: string;
  /** The level of the `--by` column, or null where rows were not split. */
  readonly by: string | null;
  readonly n: number;
  readonly estimate: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly statistic: number | null;
  readonly df: number | null;
  readonly p: number | null;
  /** The test that made `p`, such as `t` or `normal`. */
  readonly pMethod: string | null;
  /** A bound on the numerical or Monte Carlo error of `p`, where it has one. */
  readonly pError: number | null;
  readonly pAdjusted: number | null;
}

/** What a matrix prints beside the coefficients; `n` counts this column's own present values. */
export interface VariableSummary {
  readonly name: string;
  readonly label: string;
  readonly by: string | null;
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
}

/** The same pair in two groups of `--by`: first less second. Null numbers are undefined. */
export interface CorrelationComparison {
  readonly x: string;
  readonly y: string;
  readonly groups: readonly [string, string];
  readonly difference: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly statistic: number | null;
  readonly p: number | null;
  readonly pAdjusted: number | null;
}

/** What a pair with a two-valued variable is also called, or also measured by. */
export interface BinaryCorrelation {
  readonly x: string;
  readonly y: string;
  readonly by: string | null;
  readonly name: 'phi' | 'point-biserial' | 'rank-biserial';
  readonly estimate: number;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

/** The smallest population |ρ| that a test of n pairs finds with the given power. */
export interface DetectableCorrelation {
  readonly n: number;
  readonly alpha: number;
  readonly power: number;
  readonly detectable: number | null;
}

export interface CorrelationRecord extends ResultRecord<'correlation', CorrelationMethod, CorrelationEstimate> {
  readonly variables: readonly VariableSummary[];
  /** Under `--by`: every two groups. */
  readonly comparisons: readonly CorrelationComparison[];
  readonly binary: readonly BinaryCorrelation[];
  /** Under `--detectable`: one entry for each n. */
  readonly detectable: readonly DetectableCorrelation[];
  /** Under `--agreement-with-log`: each self-report against its feature's count. */
  readonly logAgreement?: readonly LogAgreement[];
}
