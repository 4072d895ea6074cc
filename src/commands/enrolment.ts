import type { InputFile } from '../results/record.js';
import type { Warning } from '../results/warning.js';

/** Who takes part, by a survey: everybody gets a row, whether the log knows them or not. */
export interface Enrolment {
  readonly ids: readonly string[];
  /** Each one's day, in whole days since 1970-01-01, that a window is counted from; null without such a date. */
  readonly days: readonly (number | null)[] | null;
  /** The column of those dates. */
  readonly column: string | null;
  readonly inputs: readonly InputFile[];
  readonly warnings: readonly Warning[];
}
