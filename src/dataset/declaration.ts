import type { ColumnKind, Level } from './column.js';

/**
 * What a data dictionary, a survey platform or study.yml says of a column beyond what its cells show. Everything
 * left out is read from the cells.
 */
export interface ColumnDeclaration {
  readonly label?: string;
  readonly type?: ColumnKind;
  /** Every allowed value, in order. */
  readonly levels?: readonly Level[];
  readonly unit?: string;
  /** Least and greatest possible value, both allowed. */
  readonly range?: readonly [number, number];
  /** Values that mean missing, as they stand in the file. */
  readonly missing?: readonly string[];
  readonly role?: ColumnRole;
  /** Whether a high answer means little of what the scale measures. */
  readonly reversed?: boolean;
  /** Where this is declared, as `file:line:column`. */
  readonly where?: string;
}

/** What a column is for in the study. */
export type ColumnRole = 'outcome' | 'feature' | 'group' | 'covariate' | 'cluster' | 'weight' | 'other';

/** By the column's name. */
export type Declarations = ReadonlyMap<string, ColumnDeclaration>;
