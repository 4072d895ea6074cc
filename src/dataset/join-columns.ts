import type { Warning } from '../results/warning.js';
import { BLANK } from './column.js';
import type { Column, NumericColumn } from './column.js';
import { inputsOf } from './dataset.js';
import type { Dataset } from './dataset.js';
import { linkByParticipant, linkSentence, sideOf } from './link.js';

/** A survey with the columns of another table, and a sentence on who was in which. */
export interface Joined {
  readonly dataset: Dataset;
  readonly sentence: string;
}

/**
 * Adds a table's columns to a survey, row by row of the same participant; where the table has none of a participant's,
 * cells are blank. A column whose name the survey has is called `table.column`.
 *
 * @param table that has each participant once
 * @throws StudyError of linkByParticipant.
 */
export function joinColumns(
  survey: Dataset, surveyId: Column, table: Dataset, tableId: Column, name: string,
): Joined {
  const [left, right] = [sideOf(survey, surveyId), sideOf(table, tableId)];
  const link = linkByParticipant(left, right);
  const rows = Int32Array.from(link.rightRows, ([row = -1]) => row);
  const taken = new Set(survey.columns.map((column) => column.name));
  const renamed: string[] = [];
  const added = table.columns.filter((column) => column !== tableId).map((column): Column => {
    const own = taken.has(column.name) ? `${name}.${column.name}` : column.name;
    if (own !== column.name) renamed.push(`${column.name} (${own})`);
    return { ...onRows(column, rows), name: own };
  });
  const clash: Warning[] = renamed.length === 0 ? [] : [{
    code: 'W_LINK_NAMES', message: `Columns are in the survey too, and have longer names here: ${renamed.join(', ')}.`, where: table.source.path,
  }];
  return {
    dataset: {
      ...survey,
      columns: [...survey.columns, ...added],
      warnings: [...survey.warnings, ...table.warnings, ...link.warnings, ...clash],
      alongside: [...survey.alongside ?? [], ...inputsOf(table)],
    },
    sentence: linkSentence(left, right, link.counts),
  };
}

/** A column's cells on other rows; −1 stands for none. */
function onRows(column: Column, rows: Int32Array): Column {
  const missing = Uint8Array.from(rows, (row) => (row === -1 ? BLANK : column.missing[row]));
  if (isMeasured(column)) return { ...column, missing, values: Float64Array.from(rows, (row) => (row === -1 ? NaN : column.values[row])) };
  const { values } = column;
  return { ...column, missing, values: Array.from(rows, (row) => (row === -1 ? '' : values[row])) };
}

function isMeasured(column: Column): column is NumericColumn {
  return column.kind === 'number' || column.kind === 'ordinal' || column.kind === 'date';
}
