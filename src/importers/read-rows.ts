import { mergeDeclarations } from '../dataset/declaration.js';
import type { MultiSelect } from '../dataset/multi-select.js';
import type { Decision } from '../results/inspection.js';
import type { InputFile } from '../results/record.js';
import type { Warning } from '../results/warning.js';
import type { SurveyLimits } from './limits.js';
import { multiSelectsOf, unsureZeros } from './platforms/answer-columns.js';
import { layoutOf } from './platforms/layout-of.js';
import type { ReadOptions } from './read-options.js';
import { withoutRowNumbers } from './rows/row-numbers.js';
import type { Rows } from './rows/rows.js';
import { readTable } from './table.js';
import type { Table } from './table.js';

/** What the rows of a survey hold, whatever kind of file they came from. */
export interface RowsReading extends Table {
  readonly platform: Decision<string> | null;
  readonly dictionary: Decision<string> | null;
  readonly multiSelects: readonly MultiSelect[];
  /** The data dictionary, where one was read. */
  readonly alongside: readonly InputFile[];
}

/** How the cells came: what separates them in a text, and whether to look for letters that were lost before. */
export interface CellsOrigin {
  readonly file: string;
  readonly delimiter: string;
  readonly hasReplacements: boolean;
}

/**
 * Reads a rectangle of texts as a survey: the layout of the software that wrote it, then columns of their kinds.
 *
 * @param path of the file, beside which a data dictionary may lie; null where there is no such place.
 * @throws StudyError of the layouts and of readTable.
 */
export async function readRows(
  read: Rows, path: string | null, origin: CellsOrigin, options: ReadOptions, limits: SurveyLimits,
): Promise<RowsReading> {
  const { file, delimiter, hasReplacements } = origin;
  const { layout, dictionary } = await layoutOf(read, path, file, options, limits);
  const { rows, warnings: headerWarnings } = withoutRowNumbers(layout.rows, file);
  const declarations = mergeDeclarations(layout.declarations, options.declarations);
  const table = readTable(rows, file, delimiter, hasReplacements, {
    ...options, declarations,
    ...(options.id === undefined && layout.id !== null ? { id: layout.id } : {}),
    ...(options.duplicates === undefined && layout.repeats === true ? { duplicates: 'report' } : {}),
  });
  const multiSelects = multiSelectsOf(layout.multiSelects, table.columns, table.lines.length);
  const warnings: Warning[] = [
    ...(dictionary?.warnings ?? []), ...layout.warnings, ...rows.warnings, ...headerWarnings, ...table.warnings,
    ...unsureZeros(multiSelects, table.columns, table.lines, file),
  ];
  return {
    ...table,
    platform: layout.platform,
    dictionary: dictionary?.decision ?? null,
    multiSelects,
    alongside: dictionary === null ? [] : [dictionary.source],
    warnings,
  };
}
