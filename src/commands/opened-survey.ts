import type { Dataset } from '../dataset/dataset.js';
import type { Study } from '../study/study.js';

/** A survey as a verb works on it. */
export interface OpenedSurvey {
  readonly dataset: Dataset;
  /** The reading options that were given, for provenance. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Every file that was read, none of which an output may overwrite. */
  readonly inputs: readonly string[];
  /** The study that it was read by. */
  readonly study: Study | null;
}
