import type { Declarations } from '../dataset/declaration.js';
import { StudyError } from '../errors.js';
import type { DuplicateRule } from './columns/ids.js';
import type { DecimalMark } from './columns/numbers.js';
import type { PlatformName } from './platforms/recognise.js';

/** What the user declares about a survey file; everything left out is found from the file. */
export interface ReadOptions {
  /** A label of the WHATWG Encoding Standard, such as `utf-8` or `windows-1252`. */
  readonly encoding?: string;
  /** Name of a workbook's sheet, or its number from 1. */
  readonly sheet?: string;
  /** One character. */
  readonly delimiter?: string;
  readonly decimal?: DecimalMark;
  /** One character between groups of three digits, to be ignored in numbers. */
  readonly thousands?: string;
  /** Codes that mean missing; one that is a number matches by value. `education=9` holds for that column only. */
  readonly na?: readonly string[];
  /** Name of the column that names the participant. */
  readonly id?: string;
  /** Rows with the same id: refuse (the default), keep the first or last, or keep all and warn. */
  readonly duplicates?: DuplicateRule;
  /** `7.2%`: read as 7.2, or missing. Without a rule it is unreadable. */
  readonly percent?: 'number' | 'missing';
  /** `>14`: read as 14, or missing. Without a rule it is unreadable. */
  readonly censored?: 'limit' | 'missing';
  /** Which of day and month comes first, such as `dmy`, or of one column, `visit=mdy`; `born=serial` for a spreadsheet's days. */
  readonly dateFormat?: readonly string[];
  /** What study.yml or a dictionary says of columns, by name; names of columns that are not there are passed over. */
  readonly declarations?: Declarations;
  /** The survey software whose layout the file has; found from its content otherwise. */
  readonly platform?: PlatformName;
  /** A REDCap data dictionary; one beside the export is found by itself. */
  readonly dictionary?: string;
  /** The repeating instrument of a REDCap project whose rows are read; without it those of none. */
  readonly instrument?: string;
  /** The event of a REDCap project whose rows are read. */
  readonly event?: string;
  /** What the path `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
}

/** @throws StudyError E_OPTION_VALUE where the delimiter cannot be one. */
export function checkDelimiter(delimiter: string | undefined): void {
  if (delimiter === undefined || /^[^"\r\n\uFEFF]$/.test(delimiter)) return;
  throw new StudyError('E_OPTION_VALUE', `The delimiter is one character, not ${JSON.stringify(delimiter)}.`, {
    hint: 'For example: --delimiter ";"',
  });
}
