import type { Dataset } from '../dataset/dataset.js';
import { mergeDeclarations } from '../dataset/declaration.js';
import { readContent } from './file-content.js';
import { inputFile } from './input-file.js';
import { SURVEY_LIMITS } from './limits.js';
import type { SurveyLimits } from './limits.js';
import { checkDelimiter } from './read-options.js';
import type { ReadOptions } from './read-options.js';
import { readRows } from './read-rows.js';
import { openSource } from './source.js';

export type { ReadOptions } from './read-options.js';

/**
 * Reads a survey file: CSV or TSV, plain or gzipped, an Excel workbook, a file of SPSS or Stata, or standard input for
 * the path `-`. The format is told by the content, whatever the name. Every choice is in `reading` with its reason, and
 * everything odd is in `warnings`; no cell becomes missing without a word.
 *
 * @throws StudyError where the file cannot be read as one table; its message says where and what to type.
 * @example
 * const survey = await readSurvey('survey.csv', { na: ['-99'] });
 * survey.columns.map(({ name, kind }) => `${name}: ${kind}`);
 */
export async function readSurvey(path: string, options: ReadOptions = {}): Promise<Dataset> {
  return readSurveyWithin(SURVEY_LIMITS, path, options);
}

/** `readSurvey` with other limits, so that a test need not write a gigabyte. */
export async function readSurveyWithin(
  limits: SurveyLimits, path: string, options: ReadOptions = {},
): Promise<Dataset> {
  checkDelimiter(options.delimiter);
  const source = await openSource(path, limits.bytes, options.stdin);
  const content = await readContent(source, limits, options);
  const table = await readRows(content.rows, path === '-' ? null : path, {
    file: source.name, delimiter: content.reading.delimiter?.value ?? ',', hasReplacements: content.hasReplacements,
  }, { ...options, declarations: mergeDeclarations(content.declarations, options.declarations) }, limits);
  return {
    source: inputFile(source, table.lines.length),
    rows: table.lines.length,
    columns: table.columns,
    multiSelects: table.multiSelects,
    lines: table.lines,
    reading: {
      ...content.reading,
      decimal: table.decimal,
      compression: source.compression,
      platform: table.platform,
      dictionary: table.dictionary,
      missingCodes: options.na ?? [],
    },
    warnings: [...content.warnings, ...table.warnings],
    alongside: table.alongside,
  };
}
