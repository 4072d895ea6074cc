import type { LockDifference } from './lock.js';
import type { ResultRecord } from './record.js';

export type ClaimVerdict = 'match' | 'match-by-tie' | 'truncated' | 'from-rounded-operands' | 'mismatch' | 'uncomputable';

/** `known`: a mismatch that the study file explains and forgives until a day. */
export type ClaimStatus = 'passed' | 'failed' | 'known';

/** How printed figures were held against computed ones. */
export interface ReproduceMethod {
  readonly name: 'printed-figures';
  /** A tie matches whichever way it was rounded, unless the claim says otherwise. */
  readonly ties: 'either';
  /** Significant digits of a computed value that ties and bounds are decided on. */
  readonly knownDigits: number;
}

/** A way of rounding a half. */
export type TieRounding = 'half-up' | 'half-down' | 'half-even' | 'truncate';

/** What came of holding one figure against its print. */
export interface FigureJudgement {
  readonly verdict: ClaimVerdict;
  /** Whether it stands as it is printed: a match, or a departure that the claim accepts. */
  readonly passes: boolean;
  /** What computed values the print allows. */
  readonly accepted: string;
  /** What should be printed, where that can be said. */
  readonly expected: string | null;
  /** How many units of the last printed digit print and computation lie apart; null where that is no question. */
  readonly units: number | null;
  /** The ways of rounding a tie that give the print; empty where there is no tie. */
  readonly tie: readonly TieRounding[];
  readonly otherSign: boolean;
  /** Printed significant and computed not, or the other way round. */
  readonly flip: 'printed-significant' | 'computed-significant' | null;
}

/** `forgiven`, or why a known mismatch fails all the same; `matches` is a figure of such a claim that does match. */
export type KnownState = 'forgiven' | 'expired' | 'passes-now' | 'moved' | 'flips' | 'matches';

/** What often makes a printed figure differ from a computed one. */
export type SuspectName =
  | 'sd-divisor-n' | 'one-tailed' | 'other-tail' | 'adjusted-p' | 'unadjusted-p' | 'other-sign' | 'percent-of-all' | 'share' | 'median-for-mean' | 'mean-for-median'
  | 'exchanged' | 'method' | 'test' | 'p-kind' | 'missing-rule' | 'quantile-type' | 'interval' | 'not-partial' | 'codes-kept' | 'codes-dropped' | 'group-left-out' | 'group-alone' | 'all-rows';

/** A suspect that gives the printed value. `was` and `is` name what the analysis did and what the print may come from. */
export interface Explanation {
  readonly suspect: SuspectName;
  readonly was: string | null;
  readonly is: string | null;
  /** What is computed then; null for a text. */
  readonly computed: number | null;
  /** How many other suspects give the print as well. */
  readonly others: number;
}

/** One printed figure: a number, a mark of significance, a word, or a quote. */
export interface ClaimEstimate {
  readonly claim: string;
  /** Where it is printed, as the study file says. */
  readonly at: string | null;
  /** The address or formula of what is computed; `quote` for a quote of the paper. */
  readonly address: string;
  readonly printed: string;
  /** What computed values the print allows. */
  readonly accepted: string;
  readonly computed: number | string | null;
  readonly verdict: ClaimVerdict;
  readonly status: ClaimStatus;
  /** What is wrong and what it may come from, in sentences; empty where there is nothing to say. */
  readonly why: string;
  /** The part of `why` that says what it may come from, or why it is forgiven; null where nothing does. */
  readonly cause: string | null;
  /** What the figure should be printed as; null where that cannot be said. */
  readonly expected: string | null;
  /** How many units of the last printed digit print and computation lie apart; null where that is no question. */
  readonly units: number | null;
  /** Printed and computed lie on different sides of the level of significance. */
  readonly flip: boolean;
  /** The claim's line, as `file:line:column`. */
  readonly where: string;
}

/** A number in the paper. */
export interface PaperNumber {
  readonly text: string;
  /** What stands around it, on one line. */
  readonly context: string;
  /** As `file:line:column`, or `file: paragraph 12`. */
  readonly where: string;
  readonly state: 'claimed' | 'explained' | 'unclaimed';
  /** The claim, or what else the number is. */
  readonly by: string | null;
}

export interface ReproduceRecord extends ResultRecord<'reproduce', ReproduceMethod, ClaimEstimate> {
  readonly title: string | null;
  readonly summary: { readonly figures: number; readonly claims: number; readonly passed: number; readonly failed: number; readonly known: number; readonly ties: number; readonly quotes: number };
  /** Null where no lock file was there. */
  readonly lock: { readonly path: string; readonly differences: readonly LockDifference[] } | null;
  /** Null where it was not asked for. */
  readonly coverage: { readonly path: string; readonly numbers: readonly PaperNumber[] } | null;
}
