import type { ResultRecord } from './record.js';

/** How names were looked for. */
export interface DeidentificationMethod {
  /** Names in the map, and those of them that stand somewhere. */
  readonly names: number;
  readonly found: number;
  /** Whether a name is taken only in the case it is written in, or in any. */
  readonly case: 'any' | 'as mapped';
  /** Whether files were written; without a place to write to, nothing is. */
  readonly written: boolean;
}

/** Something that was not in the map and may tell who somebody is. */
export interface IdentifyingEstimate {
  readonly kind: 'name' | 'date' | 'number' | 'contact';
  readonly text: string;
  readonly times: number;
  /** Documents in which it stands. */
  readonly documents: number;
  /** Where it stands first, as `document:line`. */
  readonly where: string;
}

/** How often a replacement was put in; the names themselves stay out of the record. */
export interface Replacement {
  readonly replacement: string;
  readonly times: number;
  readonly documents: number;
}

export interface DeidentificationRecord extends ResultRecord<'deidentification', DeidentificationMethod, IdentifyingEstimate> {
  readonly replacements: readonly Replacement[];
}
