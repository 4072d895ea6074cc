import type { ResultRecord } from './record.js';

export interface ThemesMethod {
  /** Whose codings count. */
  readonly coders: readonly string[];
  /** Attribute of participants that splits them, or null. */
  readonly by: string | null;
  readonly levels: readonly string[];
  readonly coOccurrence: 'overlap' | 'turn' | null;
  /** Quotes a code. */
  readonly quotes: number;
  /** Documents read, and participants and groups observed in them. */
  readonly documents: number;
  readonly participants: number;
  readonly groups: number;
  /** Segments of all codes: what intensity is a share of. */
  readonly segments: number;
}

/** One code or category (with all that is under it), of all participants or of one level of `by`. */
export interface ThemeEstimate {
  readonly code: string;
  /** Names from the top down, ` › ` between them. */
  readonly path: string;
  readonly depth: number;
  /** Whether there are codes under it: its counts are theirs and its own together. */
  readonly isCategory: boolean;
  /** The level of the attribute that splits participants, or null for all of them. */
  readonly by: string | null;
  /** Of a level, those with a participant of it. */
  readonly segments: number;
  readonly documents: number;
  /** Participants with a segment; null where nobody is known. */
  readonly participants: number | null;
  /** Participants observed in the transcripts: those who only answered the survey are not among them. */
  readonly observed: number;
  /** 0 to 100: participants of those observed; the frequency effect size (Onwuegbuzie & Teddlie 2003). */
  readonly percent: number | null;
  /** Focus groups or sites with a segment; null where sources belong to none. */
  readonly groups: number | null;
  /** 0 to 1: segments of those of all codes; the intensity effect size (Onwuegbuzie & Teddlie 2003). */
  readonly intensity: number | null;
}

/** Two codes on the same characters or in the same turns. */
export interface CoOccurrence {
  readonly codes: readonly [string, string];
  /** Pairs of segments that overlap, or turns that hold both. */
  readonly count: number;
  /** Characters or turns with both, as a share of those with either. */
  readonly jaccard: number;
}

export interface ThemeQuote {
  readonly code: string;
  readonly document: string;
  /** Code points from 0, `end` exclusive; null where the file gives the text without its place. */
  readonly start: number | null;
  readonly end: number | null;
  readonly participant: string | null;
  readonly group: string | null;
  readonly coder: string;
  readonly text: string;
}

/** 1: has a segment of the code; 0: observed without one; null: not observed. */
export interface ThemeMatrix {
  readonly rows: 'participants' | 'documents';
  /** What the first column is called. */
  readonly id: string;
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly values: readonly (readonly (0 | 1 | null)[])[];
}

export interface ThemesRecord extends ResultRecord<'themes', ThemesMethod, ThemeEstimate> {
  readonly coOccurrences?: readonly CoOccurrence[];
  readonly quotes?: readonly ThemeQuote[];
  readonly matrix?: ThemeMatrix;
}
