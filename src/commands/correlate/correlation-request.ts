import type { AdjustmentName, CorrelationName, IntervalName, MissingRule } from '../../results/correlation.js';

/** What is asked of a correlation; everything left out takes the default of the command line. */
export interface CorrelateOptions {
  /** Without it, the one column that looks like HbA1c. */
  readonly outcome?: string;
  /** Names, globs and ranges; without them, every numeric column that does not describe the person. */
  readonly vars?: readonly string[];
  /** All pairs instead of each feature with the outcome. */
  readonly matrix?: boolean;
  readonly method?: CorrelationName;
  readonly p?: 't' | 'exact' | 'permutation';
  readonly alternative?: 'two-sided' | 'less' | 'greater';
  /** Seconds that an exact p may take for one pair, counted in steps at a stated rate. */
  readonly budget?: number;
  readonly ci?: IntervalName;
  /** The kind of bootstrap interval. */
  readonly bootstrap?: 'bca' | 'percentile';
  readonly resamples?: number;
  readonly seed?: number;
  /** A column whose groups are shuffled within and resampled whole. */
  readonly cluster?: string;
  readonly confidence?: number;
  readonly adjust?: AdjustmentName;
  readonly missing?: MissingRule;
  /** A condition on rows, such as `arm == 'focus group'`. */
  readonly where?: string;
  /** A column whose levels split the rows. */
  readonly by?: string;
  /** Columns to hold constant in both variables. */
  readonly partial?: readonly string[];
  /** Columns to hold constant in the outcome alone. */
  readonly semiPartial?: readonly string[];
  /** A column of weights. */
  readonly weights?: string;
  readonly weightsKind?: 'sampling' | 'frequency';
  /** Adds the smallest correlation that each n detects at 80 % power. */
  readonly detectable?: boolean;
  readonly alpha?: number;
}

export const DEFAULT_SEED = 20130501;
export const DEFAULT_RESAMPLES = { permutation: 100_000, bootstrap: 10_000 } as const;
export const DEFAULT_BUDGET_SECONDS = 5;
