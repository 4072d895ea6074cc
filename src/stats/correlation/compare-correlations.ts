import { normalTwoSided, normalUpperQuantile } from '../../numeric/normal.js';
import type { CorrelationName } from '../../results/correlation.js';
import { fisherZVariance } from './fisher-z-variance.js';
import { intervalsFor } from './intervals.js';
import type { FormulaInterval } from './correlation-methods.js';

/** A correlation in one group; no participant is in two of them. */
export interface GroupCorrelation {
  readonly estimate: number | null;
  /** Pairs, or what they are worth: n − k with k covariates, the effective sample size with weights. */
  readonly n: number;
}

export interface ComparisonChoice {
  readonly method: CorrelationName;
  /** The variance on Fisher's scale; that of the coefficient's default interval if absent. */
  readonly variance?: FormulaInterval | undefined;
  /** 0.95 if absent. */
  readonly confidence?: number | undefined;
}

/** Numbers are null together, and `reason` says why. */
export interface CorrelationDifference {
  /** First less second, on the scale of the correlations; the interval is on it too. */
  readonly difference: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** z, of the difference on Fisher's scale. */
  readonly statistic: number | null;
  readonly p: number | null;
  readonly reason: NotComparable | null;
}

/** A group has no correlation; one of ±1, where Fisher's scale ends; or too few pairs for a variance. */
export type NotComparable = 'undefined' | 'perfect' | 'too-few-pairs';

/**
 * Tests whether two independent groups share a correlation: z = (z₁ − z₂) / √(v₁ + v₂), zᵢ = atanh rᵢ. Two-sided.
 * With `fisher`, v = 1 / (n − 3), it is the textbook's test of Pearson's r; for Spearman's ρ Myers & Sirois (2006,
 * Encyclopedia of Statistical Sciences, "Spearman correlation coefficients, differences between") take `fieller`.
 * The interval of r₁ − r₂ is put together from the two correlations' own.
 *
 * Source: Fisher (1921), Metron 1(4):3-32; interval: Zou (2007), "Toward using confidence intervals to compare
 * correlations", Psychological Methods 12:399-413.
 *
 * @throws RangeError for a variance that does not suit the coefficient
 * @example compareCorrelations({ estimate: 0.5, n: 103 }, { estimate: 0.3, n: 103 }, { method: 'pearson' }).p // 0.0900
 */
export function compareCorrelations(
  first: GroupCorrelation,
  second: GroupCorrelation,
  choice: ComparisonChoice,
): CorrelationDifference {
  const [one, two] = [onFisherScale(first, choice), onFisherScale(second, choice)];
  if (typeof one === 'string') return { ...NO_DIFFERENCE, reason: one };
  if (typeof two === 'string') return { ...NO_DIFFERENCE, reason: two };
  const reach = normalUpperQuantile((1 - (choice.confidence ?? 0.95)) / 2);
  const statistic = (one.z - two.z) / Math.sqrt(one.variance + two.variance);
  const difference = one.r - two.r;
  const from = ({ r, z, variance }: FisherZ, side: 1 | -1): number =>
    Math.tanh(z + side * reach * Math.sqrt(variance)) - r;
  return {
    difference,
    ciLow: difference - Math.hypot(from(one, -1), from(two, 1)),
    ciHigh: difference + Math.hypot(from(one, 1), from(two, -1)),
    statistic,
    p: normalTwoSided(statistic),
    reason: null,
  };
}

const NO_DIFFERENCE = { difference: null, ciLow: null, ciHigh: null, statistic: null, p: null } as const;

interface FisherZ {
  readonly r: number;
  readonly z: number;
  readonly variance: number;
}

function onFisherScale(
  { estimate, n }: GroupCorrelation,
  { method, variance }: ComparisonChoice,
): FisherZ | NotComparable {
  const fit = intervalsFor(method);
  const formula = variance ?? (fit[0] as FormulaInterval);
  if (!fit.includes(formula)) throw new RangeError(`${method} has no ${formula} variance`);
  if (estimate === null) return 'undefined';
  const spread = fisherZVariance(formula, method, estimate, n);
  if (spread === null) return 'too-few-pairs';
  return Math.abs(estimate) === 1 ? 'perfect' : { r: estimate, z: Math.atanh(estimate), variance: spread };
}
