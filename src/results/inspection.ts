import type { ResultRecord } from './record.js';

/** What was decided about a file before its cells were read, each with its reason in words. */
export interface Reading {
  readonly format: Decision<Format>;
  /** The sheet of a workbook; null for any other file. */
  readonly sheet: Decision<string> | null;
  readonly encoding: Decision<string>;
  /** Null where the file is no text, and so has neither delimiter nor lines. */
  readonly delimiter: Decision<string> | null;
  readonly decimal: Decision<'.' | ','>;
  readonly newline: Decision<'LF' | 'CRLF' | 'CR' | 'mixed' | 'none'> | null;
  readonly compression: 'gzip' | null;
  /** The survey software that wrote the file, where its content says so. */
  readonly platform: Decision<string> | null;
  /** The data dictionary that names labels, types and answers, where one was read. */
  readonly dictionary: Decision<string> | null;
  /** Comment lines or titles above the header, as written. */
  readonly preamble: readonly string[];
  readonly missingCodes: readonly string[];
}

/** `csv` is any text with a delimiter. */
export type Format = 'csv' | 'xlsx' | 'sav' | 'zsav' | 'dta';

export interface Decision<T> {
  readonly value: T;
  readonly why: string;
}

/** How one column was read. Ids and free text show no value, because a value may name a person. */
export interface ColumnSummary {
  readonly column: string;
  /** Place among the columns read, from 1. */
  readonly position: number;
  readonly kind: string;
  readonly label: string | null;
  readonly unit: string | null;
  readonly n: number;
  readonly missing: { readonly blank: number; readonly declared: number; readonly unreadable: number };
  /** Different present values. */
  readonly distinct: number;
  /** Least and greatest value: numbers, or ISO dates; null for names and texts. */
  readonly min: number | string | null;
  readonly max: number | string | null;
  readonly levels: readonly LevelCount[] | null;
  /** Codes of the warnings about this column. */
  readonly warnings: readonly string[];
}

export interface LevelCount {
  readonly value: number | string;
  readonly label: string | null;
  readonly n: number;
}

/** A question of which a participant may choose several answers. */
export interface MultiSelectSummary {
  readonly question: string;
  readonly label: string | null;
  /** Rows that answered it, and how that is known, as the end of a sentence. */
  readonly answered: number;
  readonly among: string;
  readonly options: readonly { readonly column: string; readonly label: string; readonly n: number }[];
}

export interface InspectionRecord extends ResultRecord<'inspection', Reading, ColumnSummary> {
  readonly multiSelects: readonly MultiSelectSummary[];
}
