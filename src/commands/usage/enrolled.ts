import type { Column } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import type { InputFile } from '../../results/record.js';

/** Who takes part, by a survey: everybody gets a row, whether the log knows them or not. */
export interface Enrolment {
  readonly survey: Dataset;
  readonly id: Column;
  /** One a row; null where the row names nobody. */
  readonly ids: readonly (string | null)[];
  /** Each one's day, in whole days since 1970-01-01, that a window is counted from; null without such a date. */
  readonly days: readonly (number | null)[] | null;
  /** The column of those dates. */
  readonly column: string | null;
  readonly inputs: readonly InputFile[];
}
