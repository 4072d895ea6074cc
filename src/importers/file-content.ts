import type { Declarations } from '../dataset/declaration.js';
import { StudyError } from '../errors.js';
import type { Format, Reading } from '../results/inspection.js';
import type { Warning } from '../results/warning.js';
import { readBytes } from './text/bytes.js';
import { chooseEncoding, encodingName } from './text/encoding.js';
import { formatOf } from './file-kinds.js';
import type { LabelledContent } from './labelled/labelled-content.js';
import type { SurveyLimits } from './limits.js';
import type { ReadOptions } from './read-options.js';
import type { Rows } from './rows/rows.js';
import { wholeContent } from './source.js';
import type { Source } from './source.js';
import { readSurveyText } from './rows/survey-text.js';

/** What a file of any format holds, before its cells have kinds. */
export interface FileContent {
  readonly rows: Rows;
  /** What the file itself says of its columns. */
  readonly declarations?: Declarations;
  /** Whether the cells hold U+FFFD, which an earlier program put for a letter it could not read. */
  readonly hasReplacements: boolean;
  readonly reading: Pick<Reading, 'format' | 'sheet' | 'encoding' | 'delimiter' | 'newline' | 'preamble'>;
  readonly warnings: readonly Warning[];
}

/**
 * Reads a file by its format. The readers of workbooks and of labelled data are loaded when a file needs them.
 *
 * @throws StudyError of each format's reader, and E_OPTION_VALUE for an option that the format has no use for.
 */
export async function readContent(source: Source, limits: SurveyLimits, options: ReadOptions): Promise<FileContent> {
  switch (source.compression === null ? formatOf(source.head) : 'csv') {
    case 'xlsx': return workbookContent(source, limits, options);
    case 'sav': return savContent('sav', source, limits, options);
    case 'zsav': return savContent('zsav', source, limits, options);
    case 'dta': return dtaContent(source, limits, options);
    default: return textContent(source, limits, options);
  }
}

async function textContent(source: Source, limits: SurveyLimits, options: ReadOptions): Promise<FileContent> {
  refuseOption(options, 'sheet', 'text, which has no sheets', source);
  const asked = options.encoding === undefined ? undefined : encodingName(options.encoding);
  const bytes = await readBytes(source, limits, asked);
  const { decision: encoding, warnings } = chooseEncoding(bytes, asked);
  const { rows, hasReplacements, dialect } = readSurveyText(bytes, encoding.value, limits, options.delimiter);
  const format = { value: 'csv', why: 'it is text' } as const;
  return { rows, hasReplacements, reading: { format, sheet: null, encoding, ...dialect }, warnings };
}

async function workbookContent(source: Source, limits: SurveyLimits, options: ReadOptions): Promise<FileContent> {
  refuseOption(options, 'delimiter', 'a workbook, which has cells', source);
  refuseOption(options, 'encoding', 'a workbook, which says its own', source);
  const { readWorkbook } = await import('./xlsx/read-workbook.js');
  const bytes = await wholeContent(source, limits.bytes);
  const { rows, sheet, preamble, warnings } = readWorkbook(bytes, source.name, options.sheet, options.decimal ?? (options.thousands === '.' ? ',' : '.'));
  const format = { value: 'xlsx', why: 'it is a zip archive that holds a workbook' } as const;
  const encoding = { value: 'utf-8', why: 'workbooks are Unicode' };
  return { rows, hasReplacements: false, reading: { format, sheet, encoding, delimiter: null, newline: null, preamble }, warnings };
}

async function savContent(value: 'sav' | 'zsav', source: Source, limits: SurveyLimits, options: ReadOptions): Promise<FileContent> {
  refuseTextOptions(options, 'an SPSS file', source);
  const { readSav } = await import('./sav/read-sav.js');
  const bytes = await wholeContent(source, limits.bytes);
  return labelledContent(value, `its first bytes are ${value === 'sav' ? '$FL2' : '$FL3'}`, readSav(bytes, source.name, options.encoding, limits.bytes));
}

async function dtaContent(source: Source, limits: SurveyLimits, options: ReadOptions): Promise<FileContent> {
  refuseTextOptions(options, 'a Stata file', source);
  const { readDta } = await import('./dta/read-dta.js');
  const bytes = await wholeContent(source, limits.bytes);
  return labelledContent('dta', 'its first bytes are those of a Stata file', readDta(bytes, source.name, options.encoding));
}

function labelledContent(value: Format, why: string, { notes, encoding, ...content }: LabelledContent): FileContent {
  const reading = { format: { value, why }, sheet: null, encoding, delimiter: null, newline: null, preamble: notes };
  return { ...content, hasReplacements: true, reading };
}

/** Numbers of labelled files are stored as numbers, so nothing about how they are written can be asked. */
function refuseTextOptions(options: ReadOptions, what: string, source: Source): void {
  for (const name of ['sheet', 'delimiter', 'decimal', 'thousands'] as const) refuseOption(options, name, `${what}, which has none`, source);
}

function refuseOption(options: ReadOptions, name: 'sheet' | 'delimiter' | 'encoding' | 'decimal' | 'thousands', what: string, source: Source): void {
  if (options[name] === undefined) return;
  throw new StudyError('E_OPTION_VALUE', `--${name} was given, and this is ${what}.`, { where: source.name, hint: `Leave --${name} out.` });
}
