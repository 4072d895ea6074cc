import type { ResultRecord } from './record.js';

/** How coded text was read as a whole. */
export interface CodedReading {
  readonly documents: number;
  readonly codes: number;
  readonly codings: number;
  /** Codings whose place in the text is known. */
  readonly placed: number;
  readonly coders: readonly { readonly coder: string; readonly codings: number }[];
  readonly participants: number;
  readonly attributes: readonly string[];
  readonly notes: number;
  /** How offsets were understood. */
  readonly offsets: string;
}

/** One document as it was read. */
export interface DocumentSummary {
  readonly document: string;
  readonly group: string | null;
  /** Code points; null where the text is not there. */
  readonly characters: number | null;
  readonly turns: number;
  readonly speakers: number;
  readonly participants: number;
  readonly codings: number;
  /** Codes that are put on it. */
  readonly codes: number;
}

export type CodedInspectionRecord = ResultRecord<'coded-inspection', CodedReading, DocumentSummary>;
