/** Why a cell holds no value. The mask is the truth; a filler in `values` (NaN or '') means nothing. */
export const PRESENT = 0;
/** The cell was empty, or held one of the words every file may use for "nothing": NA, NaN. */
export const BLANK = 1;
/** The cell held a code that the user or the file declared as missing. */
export const DECLARED_MISSING = 2;
/** The cell held something that is not of the column's kind; each is listed in a warning. */
export const UNREADABLE = 3;

export type ColumnKind = 'number' | 'ordinal' | 'nominal' | 'date' | 'text' | 'id';

/** One allowed value, in its order; `label` where the file or the study names it. */
export interface Level {
  readonly value: number | string;
  readonly label?: string;
}

/** What a column is for in the study. */
export type ColumnRole = (typeof COLUMN_ROLES)[number];
export const COLUMN_ROLES = ['outcome', 'feature', 'group', 'covariate', 'cluster', 'weight', 'other'] as const;

interface ColumnBase {
  /** Unique in its data set. */
  readonly name: string;
  readonly label?: string;
  /** One entry a row: PRESENT, BLANK, DECLARED_MISSING or UNREADABLE. */
  readonly missing: Uint8Array;
  readonly levels?: readonly Level[];
  readonly unit?: string;
  /** Declared least and greatest possible value. */
  readonly range?: readonly [number, number];
  readonly role?: ColumnRole;
  /** Whether the software that collected it marks it as naming a person. */
  readonly identifies?: boolean;
  /** Whether a high answer means little of what its scale measures. */
  readonly reversed?: boolean;
}

/**
 * `number` is measured or counted; `ordinal` is whole numbers on a short scale, such as 1 = never … 6 = very
 * often; `date` is milliseconds since 1970-01-01T00:00Z.
 */
export interface NumericColumn extends ColumnBase {
  readonly kind: 'number' | 'ordinal' | 'date';
  readonly values: Float64Array;
}

/** `nominal` names one of few groups, `id` names a participant, `text` is anything else. */
export interface TextColumn extends ColumnBase {
  readonly kind: 'nominal' | 'text' | 'id';
  readonly values: readonly string[];
}

export type Column = NumericColumn | TextColumn;

/** Whether ranks and means of the column mean anything: a number or an ordinal scale. */
export function isQuantity(column: Column): column is NumericColumn & { kind: 'number' | 'ordinal' } {
  return column.kind === 'number' || column.kind === 'ordinal';
}
