import type { ResultRecord } from './record.js';

export type AgreementCoefficient =
  'percent' | 'percent-unanimous' | 'cohen' | 'light' | 'fleiss' | 'conger' | 'krippendorff' | 'ac1' | 'ac2' |
  'brennan-prediger' | 'u-alpha';

/** How near two categories are: not at all, by rank, by difference or by ratio. */
export type AgreementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** `identity`: all or nothing; the others weigh categories that lie near each other as part agreement. */
export type AgreementWeights = 'identity' | 'linear' | 'quadratic' | 'ordinal';

export type AgreementUnit = 'row' | 'character' | 'sentence' | 'turn' | 'segment' | 'document';

export interface AgreementMethod {
  /** A row of the file, or a stretch of text. */
  readonly unit: AgreementUnit;
  readonly coders: readonly string[];
  /** The level of α; coefficients with weights say theirs in each estimate. */
  readonly level: AgreementLevel;
  /** `formula`: from the standard error, of α by resampling; `bootstrap`: resampled throughout. */
  readonly ci: 'formula' | 'bootstrap' | 'none';
  readonly confidence: number;
  readonly resamples: number | null;
  /** Share of a unit that has to be marked, or of the longer of two segments that has to be shared; null: any. */
  readonly overlap: number | null;
  /** Units that no coder gave any code are left out. */
  readonly excludeUncoded: boolean;
  /** Ratings up to so far apart count as the same in `percent-unanimous`. */
  readonly tolerance: number;
  /** Of text: the documents that two coders or more coded, and the codes that they used there. */
  readonly documents: readonly string[] | null;
  readonly codes: readonly string[] | null;
  /** The depth of the categories that codes are counted as; null: as they are. */
  readonly rollUp: number | null;
  /** How codes are pooled: chance is averaged over codes before the coefficient is taken (de Vries et al. 2008). */
  readonly pooled: 'de-vries' | null;
}

/** One coefficient. Null `code`, `document` or `pair` is all of them. A null number is undefined; a warning says why. */
export interface AgreementEstimate {
  readonly code: string | null;
  readonly document: string | null;
  /** Two coders' names with ` & ` between them. */
  readonly pair: string | null;
  readonly coefficient: AgreementCoefficient;
  readonly level: AgreementLevel;
  readonly weights: AgreementWeights;
  readonly estimate: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly se: number | null;
  /** Of Cohen's and Fleiss' κ of a matrix: estimate over its standard error were the coders to rate at random; and its p. */
  readonly z: number | null;
  readonly p: number | null;
  /** Observed agreement, weighted where the coefficient is; of α one less the observed disagreement. */
  readonly observed: number | null;
  /** Agreement that chance would give. */
  readonly expected: number | null;
  /** Units that two coders or more rated. */
  readonly units: number;
  readonly coders: number;
  /** Of a code, the share of ratings that have it; of a matrix, the share of the commonest category. */
  readonly prevalence: number | null;
}

/** One category of a reliability matrix. */
export interface CategoryAgreement {
  readonly category: string | number;
  readonly ratings: number;
  readonly share: number;
  /** Fleiss' κ of this category against all others. */
  readonly kappa: number | null;
  /** Of the pairs with a rating in it, the share with both. */
  readonly specific: number | null;
}

/** A stretch of text on which coders differ. */
export interface Disagreement {
  readonly document: string;
  /** Code points from 0, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The line of the text, from 1. */
  readonly line: number;
  /** The speaker as the transcript writes it; null where it names none. */
  readonly speaker: string | null;
  /** Each coder's codes there, in the order of `method.coders`; null where that coder did not code the document. */
  readonly codes: readonly (readonly string[] | null)[];
  readonly text: string;
}

/** `--min`: what has to be reached, and the estimates below it. */
export interface AgreementGate {
  readonly min: number;
  readonly coefficient: string;
  readonly passed: boolean;
  readonly below: readonly { readonly code: string | null; readonly pair: string | null; readonly estimate: number | null }[];
}

export interface AgreementRecord extends ResultRecord<'agreement', AgreementMethod, AgreementEstimate> {
  readonly categories?: readonly CategoryAgreement[];
  readonly disagreements?: readonly Disagreement[];
  readonly gate?: AgreementGate;
}
