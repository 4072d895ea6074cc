import type { ResultRecord } from './record.js';

/** How a paper without its data was read, and what its figures were held to. */
export interface CheckMethod {
  readonly format: 'text' | 'markdown' | 'html' | 'docx';
  readonly alpha: number;
  /** `auto`: as the text beside a p says. */
  readonly tails: 'auto' | 'one';
  /** The study's n: as told by --n, or as found in the text; null where neither says. */
  readonly n: number | null;
  readonly nFrom: 'option' | 'text' | null;
  /** The n at which all of the paper's correlations with a p and all its percentages without a count fit; null where they were not asked. */
  readonly fittingN: readonly number[] | null;
  /** What the averaged values are taken to be. */
  readonly assume: readonly ('whole' | 'binary')[];
  /** Whole numbers averaged for each participant. */
  readonly items: number;
  readonly rounding: 'either' | 'half-up' | 'half-even' | 'truncate';
}

/** What a figure was checked for. */
export type CheckKind =
  | 'p' | 'sample-size' | 'ratio' | 'percent' | 'count' | 'mean' | 'sd' | 'proportion' | 'order'
  | 'total' | 'group-mean' | 'table-p' | 'stars';

/** From the worst to the best. The first two are findings. */
export const CHECK_VERDICTS = [
  /** Cannot be, and the figure that follows lies on the other side of alpha. */
  'decision-error',
  /** Cannot be, whatever the data were. */
  'inconsistent',
  /** Cannot be if what `detail` names holds. */
  'conditional',
  /** Seen, and lacking something that a check needs. */
  'not-checkable',
  /** Checked in vain: no figure could have failed. */
  'no-power',
  'consistent',
] as const;
export type CheckVerdict = (typeof CHECK_VERDICTS)[number];

/** A quantity that was recomputed, as the interval that the rounding of the print leaves; a null end is open. */
export interface CheckedQuantity {
  readonly name: string;
  readonly low: number | null;
  readonly high: number | null;
}

/** One figure, or several that belong together. */
export interface CheckEstimate {
  /** `file:line:column`, or `file: table 1, row 2, column 3` where the format has no lines. */
  readonly where: string;
  /** As it stands in the paper. */
  readonly printed: string;
  readonly kind: CheckKind;
  readonly verdict: CheckVerdict;
  readonly computed: CheckedQuantity | null;
  /** The arithmetic in words. */
  readonly detail: string;
}

export type CheckRecord = ResultRecord<'check', CheckMethod, CheckEstimate>;
