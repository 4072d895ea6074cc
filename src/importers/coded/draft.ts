import type { Code, Note } from '../../dataset/coded-text.js';
import type { InputFile } from '../../results/record.js';
import type { Warning } from '../../results/warning.js';
import type { Claim } from './claim.js';
import type { StoredText } from './stored-text.js';

/** What one file says, in its own terms: offsets as the file counts them, texts as it stores them. */
export interface Draft {
  /** The software or layout, such as `QualCoder`. */
  readonly software: string;
  readonly documents: readonly DraftDocument[];
  readonly codes: readonly Code[];
  readonly segments: readonly DraftSegment[];
  readonly cases: readonly DraftCase[];
  readonly notes: readonly Note[];
  /** Whether offsets may count from 1 or include the end, as sheets made by hand do. */
  readonly spans: 'standard' | 'any';
  /** How the file counted, where its offsets are given here in code points already. */
  readonly countedAs?: string;
  readonly inputs: readonly InputFile[];
  readonly warnings: readonly Warning[];
}

export interface DraftDocument {
  readonly id: string;
  readonly name: string;
  readonly text: StoredText | null;
  readonly group: string | null;
  /** Labels that the file says are speakers. */
  readonly speakers?: ReadonlySet<string>;
}

export interface DraftSegment {
  readonly id: string;
  readonly document: string;
  /** Null where the file does not give them; then the quote is looked for in the text. */
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string | null;
  readonly kind: Claim['kind'];
  /** The id of a code of the draft. */
  readonly code: string;
  readonly coder: string | null;
  readonly participant: string | null;
  readonly memo: string | null;
  /** `file:line`, or another place that finds it. */
  readonly where: string;
}

export interface DraftCase {
  readonly id: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string | number | null>;
  /** Whole documents of the case. */
  readonly documents: readonly string[];
  /** Stretches of documents of the case, counted as segments are. */
  readonly stretches: readonly { readonly document: string; readonly start: number; readonly end: number }[];
}

export const EMPTY_DRAFT: Draft = {
  software: '', documents: [], codes: [], segments: [], cases: [], notes: [], spans: 'standard', inputs: [], warnings: [],
};
