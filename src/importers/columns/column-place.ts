import type { ColumnOrigin } from '../../dataset/declare-column.js';
import { place } from '../place.js';

/** A column's name, and where in the file its cells stand. */
export interface ColumnPlace {
  readonly name: string;
  /** Line of the file on which a row starts. */
  line(row: number): number;
  /** `file:line:column name` of a row's cell. */
  at(row: number): string;
  readonly origin: ColumnOrigin;
}

/** @param lines the line on which each row starts. */
export function columnPlace(file: string, name: string, lines: Uint32Array): ColumnPlace {
  return {
    name,
    line: (row) => lines[row],
    at: (row) => place(file, lines[row], name),
    origin: { path: file, lines },
  };
}
