import type { CodedText, TextSource } from '../../dataset/coded-text.js';
import type { Observed } from '../../qualitative/observed-participants.js';
import type { Segment } from '../../qualitative/segments.js';
import type { ChosenCodings } from './chosen-codings.js';

/** What is counted, and against what. */
export interface ThemeData {
  readonly coded: CodedText;
  readonly chosen: ChosenCodings;
  /** In the order of sources and places; by code the same. */
  readonly segments: readonly Segment[];
  readonly segmentsOf: (code: string) => readonly Segment[];
  readonly paths: ReadonlyMap<string, readonly string[]>;
  readonly sources: ReadonlyMap<string, TextSource>;
  readonly observed: Observed;
}
