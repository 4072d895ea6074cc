import type { ColumnDeclaration } from '../dataset/declaration.js';

/**
 * A study file as it was written: plain data, in the order of the file. Every `where` is `file:line:column`, so that
 * whatever turns out wrong later can be pointed at.
 */
export interface Study {
  /** The study file's own path, as typed. */
  readonly path: string;
  readonly version: 1;
  readonly title: string | null;
  readonly paper: Paper | null;
  /** The column that names the participant, in every source that does not name another. */
  readonly participantId: Written | null;
  /** Cells that mean missing in every source, as they stand in the files. */
  readonly missingCodes: readonly string[];
  readonly sources: readonly StudySource[];
  readonly variables: readonly StudyVariable[];
  readonly analyses: readonly StudyAnalysis[];
  readonly claims: readonly StudyClaim[];
}

/** A value and where it stands. */
export interface Written<T = string> {
  readonly value: T;
  readonly where: string;
}

/** The publication whose figures the claims are. */
export interface Paper {
  readonly title?: string;
  readonly citation?: string;
  readonly doi?: string;
  /** Relative to the study file, as written. */
  readonly path?: string;
  /** What numbers in it are that are no results, by the words they stand in. */
  readonly explained?: ReadonlyMap<string, string>;
}

/** What a source may be; `table` is a further file with a row for each participant, such as laboratory results. */
export type SourceKind = 'survey' | 'table' | 'events' | 'codings' | 'transcripts' | 'links' | 'speakers' | 'codebook';

/** One file of the study. */
export interface StudySource {
  readonly name: string;
  readonly kind: SourceKind;
  /** As written; `fileOf` places it beside the study file. */
  readonly path: Written;
  readonly sha256: Written | null;
  /**
   * What else is said of it, by its kind: how it is read (encoding, delimiter, na …), its columns (participant, time …).
   * Names are those of the command line's long options, in camelCase.
   */
  readonly options: readonly StudyOption[];
  readonly where: string;
}

/** A named value as it was written: a text, or a list of them. */
export interface StudyOption extends Written<string | readonly string[]> {
  readonly name: string;
}

/** What is declared of a column. */
export interface StudyVariable extends ColumnDeclaration {
  readonly name: string;
  /** The source whose column it is; null where none is named, which is the survey or a table linked to it. */
  readonly source: string | null;
  readonly where: string;
}

/** A command and its options, to be run by name. */
export interface StudyAnalysis {
  readonly name: string;
  readonly command: string;
  /** The command's long options in camelCase, `semi-partial` and `semi_partial` alike; texts as a shell would pass them. */
  readonly options: readonly StudyOption[];
  readonly where: string;
}

/** One printed statement and the figures in it. */
export interface StudyClaim {
  readonly id: string;
  /** Where it is printed, such as "Table 4, row 3". */
  readonly at: string | null;
  readonly quote: string | null;
  /** Those of `expect` and of every cell of `table`, in their order. */
  readonly expect: readonly ExpectedFigure[];
  /** Which way of rounding the print is held to; null for any way of rounding a tie. */
  readonly rounding: ClaimRounding | null;
  /** The level below which p counts as significant; null for .05. */
  readonly alpha: number | null;
  /** What the marks of significance in this print mean; null where it does not say. */
  readonly stars: readonly { readonly mark: string; readonly below: number }[] | null;
  /** Why a mismatch is known and until when it may stand. */
  readonly known: KnownMismatch | null;
  readonly where: string;
}

/** `truncate`: digits are cut off; `operands`: what a difference or ratio is made of was rounded first. */
export type ClaimRounding = 'either' | 'half-up' | 'half-down' | 'half-even' | 'truncate' | 'operands';

/** A figure as printed, and the address of the number it should be, such as `table4[age].estimate`. */
export interface ExpectedFigure {
  readonly address: string;
  readonly printed: string;
  readonly where: string;
}

export interface KnownMismatch {
  readonly reason: string;
  /** The last day on which it is forgiven, YYYY-MM-DD. */
  readonly until: string;
  /** What is computed instead, at the decimals of the print; null where the study does not say. */
  readonly computed: string | null;
  readonly where: string;
}
