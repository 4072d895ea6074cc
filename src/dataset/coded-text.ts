import type { InputFile } from '../results/record.js';
import type { Warning } from '../results/warning.js';

/**
 * Transcripts and what coders marked in them, whatever software they were coded in. Every offset counts Unicode code
 * points of the source's `text` from 0, and an end is exclusive, so that `codePoints(text).slice(start, end)` is the quote.
 */
export interface CodedText {
  readonly sources: readonly TextSource[];
  readonly codes: readonly Code[];
  readonly codings: readonly Coding[];
  readonly cases: readonly Case[];
  readonly notes: readonly Note[];
  /** The coders' names, in the order of their first coding. */
  readonly coders: readonly string[];
  /** How the offsets of the file were understood, such as "code points, a line break counts 1, mark of byte order left out". */
  readonly convention: string;
  readonly inputs: readonly InputFile[];
  readonly warnings: readonly Warning[];
}

/** A transcript or another document. `text` is null where a file names the document without giving its text. */
export interface TextSource {
  readonly id: string;
  readonly name: string;
  /** Line breaks are LF; no mark of byte order. */
  readonly text: string | null;
  /** What one person says at a stretch, in order; empty where the text names no speakers. */
  readonly turns: readonly Turn[];
  /** The focus group or site that the source belongs to, where it is known. */
  readonly group: string | null;
}

export interface Turn {
  readonly start: number;
  readonly end: number;
  /** As the transcript writes it. */
  readonly speaker: string;
  /**
   * The participant id of the speaker: what a list of speakers or a case says, else the label itself. Null for a
   * moderator, and for a label that a list of speakers leaves out.
   */
  readonly participant: string | null;
}

export interface Code {
  readonly id: string;
  readonly name: string;
  /** The id of the code or category above; null at the top. */
  readonly parent: string | null;
  readonly description: string | null;
  readonly colour: string | null;
  /** False for a category that only holds codes. */
  readonly isCodable: boolean;
}

/** One code put on one stretch of text by one coder. */
export interface Coding {
  readonly id: string;
  readonly source: string;
  /** Null where the file gives a segment's text without its place. */
  readonly start: number | null;
  readonly end: number | null;
  readonly code: string;
  readonly coder: string;
  /** The segment as the file quotes it; equal to the text between start and end where those are known. */
  readonly quote: string | null;
  /** The participant who speaks, where turns, cases or the sheet say so. */
  readonly participant: string | null;
  readonly memo: string | null;
}

/** A participant, a group or another unit of study, with attributes such as sex or age. */
export interface Case {
  readonly id: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string | number | null>;
  readonly sources: readonly string[];
}

export interface Note {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly author: string | null;
}
