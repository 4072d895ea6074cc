import type { Reading } from '../results/inspection.js';
import type { InputFile } from '../results/record.js';
import type { Warning } from '../results/warning.js';
import type { Column } from './column.js';
import type { MultiSelect } from './multi-select.js';

/** A table of participants: columns of equal length, where the rows came from, and how they were read. */
export interface Dataset {
  readonly source: InputFile;
  readonly rows: number;
  readonly columns: readonly Column[];
  /** Questions of which a participant may choose several answers. */
  readonly multiSelects?: readonly MultiSelect[];
  /** The 1-based line of the file on which each row starts. */
  readonly lines: Uint32Array;
  readonly reading: Reading;
  readonly warnings: readonly Warning[];
  /** Other files that had a say in it: a dictionary, study.yml, a linked table. */
  readonly alongside?: readonly InputFile[];
}

/** Every file that a data set was made from, the survey first. */
export function inputsOf({ source, alongside = [] }: Dataset): InputFile[] {
  return [source, ...alongside];
}

export type { Decision, Reading } from '../results/inspection.js';
