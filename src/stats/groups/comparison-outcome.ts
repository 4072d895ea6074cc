import type { ComparisonEffectName, ComparisonP } from '../../results/compare.js';
import type { RankTestP } from './mann-whitney.js';
import type { Effect, TestResult, WhyUndefined } from '../test-result.js';

export interface NamedEffect extends Effect {
  readonly name: ComparisonEffectName;
}

/** What comparing one variable answers, whichever test it was. */
export interface ComparisonOutcome {
  readonly statistic: number | null;
  readonly df: number | null;
  /** Degrees of freedom within groups, of an F. */
  readonly df2: number | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly pMethod: string | null;
  readonly reason: WhyUndefined | null;
  /** The test's own effect size first. */
  readonly effects: readonly NamedEffect[];
  /** Of a table that was tested. */
  readonly smallestExpected: number | null;
  /** The limits of a p by simulation, and how many tables were drawn. */
  readonly drawn: { readonly pLow: number; readonly pHigh: number; readonly draws: number } | null;
}

/** How a request for a p reads to a rank test. */
export const RANK_TEST_P: Readonly<Record<ComparisonP, RankTestP>> = {
  auto: 'auto',
  exact: 'exact',
  approximate: 'normal',
  uncorrected: 'normal-uncorrected',
};

export function named(name: ComparisonEffectName, { estimate, ciLow, ciHigh, reason }: Effect): NamedEffect {
  return { name, estimate, ciLow, ciHigh, reason };
}

/** An effect size that comes without an interval. */
export function bare(name: ComparisonEffectName, estimate: number | null, reason: WhyUndefined | null): NamedEffect {
  return { name, estimate, ciLow: null, ciHigh: null, reason };
}

/** What could not be tested at all. */
export function undefinedOutcome(reason: WhyUndefined): ComparisonOutcome {
  return outcome({ statistic: null, df: null, p: null, pMethod: '', reason }, []);
}

/** A test's answer with what else was computed; what is left out is null. */
export function outcome(
  { statistic, df, p, pMethod, reason }: TestResult,
  effects: readonly NamedEffect[],
  more: Partial<Pick<ComparisonOutcome, 'df2' | 'z' | 'smallestExpected' | 'drawn'>> = {},
): ComparisonOutcome {
  return {
    statistic, df, p, pMethod: p === null ? null : pMethod, reason, effects,
    df2: null, z: null, smallestExpected: null, drawn: null, ...more,
  };
}
