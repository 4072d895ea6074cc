import type { MissingRule } from '../../results/correlation.js';
import type { QuantileType } from '../../stats/quantile-types.js';

/** What is asked of a Table 1; everything left out takes the default of the command line. */
export interface DescribeOptions {
  /** Names, globs and ranges; without them, every number, ordinal and nominal column. */
  readonly vars?: readonly string[];
  /** A column whose levels split the rows. */
  readonly by?: string;
  /** A condition on rows, such as `arm == 'focus group'`. */
  readonly where?: string;
  readonly missing?: MissingRule;
  /** `auto`, `mean` or `median` for all columns, or `column=mean` for one. */
  readonly continuous?: readonly string[];
  /** Ordinal columns are told by the share of answers from this one on. */
  readonly frequent?: number;
  /** Ordinal columns are counted level by level. */
  readonly levels?: boolean;
  /** Columns to count level by level, whatever their kind. */
  readonly categorical?: readonly string[];
  readonly quantileType?: QuantileType;
  /** Counts below this are hidden, and what would reveal them. */
  readonly suppressBelow?: number;
}
