import type { ResultRecord } from './record.js';

export interface QuantitizeMethod {
  readonly measure: 'presence' | 'count' | 'words' | 'share';
  readonly coders: readonly string[];
  /** Themes as columns, in the order of the codebook. */
  readonly themes: readonly string[];
}

/** One participant: `participant`, `observed` (in the transcripts or not), then `theme.<code>`; null where not observed. */
export type QuantitizedEstimate = Readonly<Record<string, string | number | boolean | null>>;

export type QuantitizedRecord = ResultRecord<'quantitized', QuantitizeMethod, QuantitizedEstimate>;
