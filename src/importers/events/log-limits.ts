/** What a log may need at most, so that a wrong file is refused before it fills the memory. */
export interface LogLimits {
  /** Bytes read at a time; what the processor keeps near it. */
  readonly block: number;
  /** Bytes of one record, line breaks in quotes included. */
  readonly record: number;
  /** Cells of one row. */
  readonly cells: number;
  /** Different features: a column with more is no feature. */
  readonly features: number;
}

export const LOG_LIMITS: LogLimits = { block: 2 ** 16, record: 2 ** 24, cells: 4096, features: 1000 };
