import type { Declarations } from '../../dataset/declaration.js';
import type { Decision } from '../../results/inspection.js';
import type { Warning } from '../../results/warning.js';
import type { Rows } from '../rows/rows.js';

/** A file of labelled data as rows of text, and what it declares of its variables. */
export interface LabelledContent {
  readonly rows: Rows;
  readonly declarations: Declarations;
  readonly encoding: Decision<string>;
  /** The label and the documents of the file. */
  readonly notes: readonly string[];
  readonly warnings: readonly Warning[];
}
