import { StudyError } from '../errors.js';
import type { ExpectedFigure } from './study.js';

/** A printed table as a claim writes it: the address of a cell with `{row}` and `{column}`, and what each row prints. */
export interface PrintedTable {
  readonly cell: string;
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<string, readonly string[]>;
}

/**
 * Every printed cell of a table as a figure. A row may be shorter than the table, as those of a triangle are; an empty
 * cell claims nothing.
 *
 * @param whereOf gives the place of a row in the study file.
 * @throws StudyError E_STUDY_SCHEMA for a row with more cells than columns.
 */
export function tableFigures({ cell, columns, rows }: PrintedTable, whereOf: (row: string) => string): ExpectedFigure[] {
  return [...rows].flatMap(([row, cells]) => {
    const where = whereOf(row);
    if (cells.length > columns.length) {
      throw new StudyError('E_STUDY_SCHEMA', `The row ${row} has ${cells.length} cells, and the table ${columns.length === 1 ? '1 column' : `${columns.length} columns`}.`, { where });
    }
    return cells.flatMap((printed, index) => (printed === '' ? [] : [{
      address: cell.replaceAll('{row}', () => row).replaceAll('{column}', () => columns[index]),
      printed,
      where,
    }]));
  });
}
