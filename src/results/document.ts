import type { Table } from './table.js';

/**
 * A whole study as one document: every number already rounded, every word already chosen. Reporters set it as a page
 * or a Word file and compute nothing.
 */
export interface StudyDocument {
  readonly title: string;
  /** One line below the title. */
  readonly subtitle: string;
  readonly language: string;
  readonly sections: readonly Section[];
}

export interface Section {
  /** Unique in the document, of letters, digits and hyphens. */
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  /** What to do or to know before trusting what follows. */
  | { readonly is: 'notice'; readonly text: string }
  | { readonly is: 'table'; readonly table: Table }
  /** What few readers need: folded away on a page until it is asked for, and always printed. */
  | { readonly is: 'fold'; readonly summary: string; readonly blocks: readonly Block[] }
  | Figure
  | Quotation;

export interface Figure {
  readonly is: 'figure';
  /** A whole SVG document that names and describes itself. */
  readonly svg: string;
  readonly caption: string;
}

/** A stretch of a transcript, letter by letter. */
export interface Quotation {
  readonly is: 'quote';
  readonly text: string;
  /** Who says it and where it stands, such as `Participant 12, group 2 (group2.txt:1043-1181)`. */
  readonly source: string;
}
