import type { Declarations } from '../../dataset/declaration.js';
import type { Decision } from '../../results/inspection.js';
import type { Warning } from '../../results/warning.js';
import type { Rows } from '../rows/rows.js';
import type { AnswerColumns } from './answer-columns.js';

/** A survey's rows as the software that wrote them means them: header rows read, rows that are no participants left out. */
export interface Layout {
  readonly platform: Decision<string> | null;
  readonly rows: Rows;
  /** What the header rows and the data dictionary say of the columns, by name. */
  readonly declarations: Declarations;
  /** Questions with several answers. */
  readonly multiSelects: readonly AnswerColumns[];
  /** The column that names the participant, where the software has one of its own; by content otherwise. */
  readonly id: string | null;
  /** Whether a participant may have several rows: those of a repeating instrument, or of every event. */
  readonly repeats?: boolean;
  readonly warnings: readonly Warning[];
}

/** A layout that changes nothing. */
export function plainLayout(rows: Rows, platform: Decision<string> | null): Layout {
  return { platform, rows, declarations: new Map(), multiSelects: [], id: null, warnings: [] };
}
