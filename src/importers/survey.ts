import type { Dataset } from '../dataset/dataset.js';
import { readBytes } from './bytes.js';
import { chooseEncoding, encodingName } from './encoding.js';
import { inputFile } from './input-file.js';
import { SURVEY_LIMITS } from './limits.js';
import type { SurveyLimits } from './limits.js';
import { checkDelimiter } from './read-options.js';
import type { ReadOptions } from './read-options.js';
import { readRows } from './read-rows.js';
import { openSource } from './source.js';
import { readSurveyText } from './survey-text.js';

export type { ReadOptions } from './read-options.js';

/**
 * Reads a survey file: CSV or TSV, plain or gzipped, or standard input for the path `-`. Every choice is in
 * `reading` with its reason, and everything odd is in `warnings`; no cell becomes missing without a word.
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
  const asked = options.encoding === undefined ? undefined : encodingName(options.encoding);
  checkDelimiter(options.delimiter);
  const source = await openSource(path, limits.bytes, options.stdin);
  const bytes = await readBytes(source, limits, asked);
  const encoding = chooseEncoding(bytes, asked);
  const text = readSurveyText(bytes, encoding.decision.value, limits, options.delimiter);
  const table = await readRows(text.rows, path === '-' ? null : path, {
    file: source.name, delimiter: text.dialect.delimiter.value, hasReplacements: text.hasReplacements,
  }, options, limits);
  return {
    source: inputFile(source, table.lines.length),
    rows: table.lines.length,
    columns: table.columns,
    multiSelects: table.multiSelects,
    lines: table.lines,
    reading: {
      encoding: encoding.decision,
      ...text.dialect,
      decimal: table.decimal,
      compression: source.compression,
      platform: table.platform,
      dictionary: table.dictionary,
      missingCodes: options.na ?? [],
    },
    warnings: [...encoding.warnings, ...table.warnings],
    alongside: table.alongside,
  };
}
