import { studentTQuantile } from '../numeric/student-t.js';
import type { WhyUndefined } from '../stats/test-result.js';
import type { Weights } from './agreement-weights.js';
import { countsByCategory, ratedBy } from './ratings.js';
import type { RatingPattern, Ratings } from './ratings.js';

/** A coefficient (observed − expected) / (1 − expected), with what it is made of. */
export interface Agreement {
  /** Null where undefined; `reason` says why. */
  readonly estimate: number | null;
  readonly se: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** The (weighted) share of pairs of ratings that agree. */
  readonly observed: number | null;
  /** What of that chance alone would give. */
  readonly expected: number | null;
  /** Units that two coders or more rated. */
  readonly units: number;
  readonly reason: WhyUndefined | null;
}

/** No estimate, and why; agreement observed and expected by chance stay where they are known. */
export function undefinedAgreement(
  reason: WhyUndefined, units: number, observed: number | null = null, expected: number | null = null,
): Agreement {
  return { estimate: null, se: null, ciLow: null, ciHigh: null, observed, expected, units, reason };
}

/**
 * The weighted share of agreeing pairs among the coders of a unit; null where fewer than two coded it.
 *
 * Source: Gwet (2014), Handbook, equation 5.3.1: Σₖ rₖ (Σₗ wₖₗ rₗ − 1) / (r (r − 1)).
 */
function pairAgreement(counts: Float64Array, weights: Weights): number | null {
  const raters = counts.reduce((sum, count) => sum + count, 0);
  if (raters < 2) return null;
  let agreeing = 0;
  counts.forEach((count, k) => {
    if (count === 0) return;
    let near = 0;
    counts.forEach((other, l) => { near += weights[k][l] * other; });
    agreeing += count * (near - 1);
  });
  return agreeing / (raters * (raters - 1));
}

/** The mean of `pairAgreement` over the units that two coders or more rated; NaN where there are none. */
function observedAgreement({ categories, patterns }: Ratings, weights: Weights): number {
  let sum = 0;
  let units = 0;
  for (const pattern of patterns) {
    const agreeing = pairAgreement(countsByCategory(pattern, categories.length), weights);
    if (agreeing === null) continue;
    sum += agreeing * pattern.count;
    units += pattern.count;
  }
  return sum / units;
}

/** The mean over the units of the share of a unit's ratings that each category has: Gwet's π. */
export function meanShares({ categories, patterns }: Ratings): Float64Array {
  const shares = new Float64Array(categories.length);
  let units = 0;
  for (const pattern of patterns) {
    const raters = ratedBy(pattern);
    if (raters === 0) continue;
    units += pattern.count;
    countsByCategory(pattern, categories.length).forEach((count, k) => { shares[k] += (pattern.count * count) / raters; });
  }
  return shares.map((share) => share / units);
}

/** What a coefficient corrects for. */
export interface Chance {
  readonly expected: number;
  /**
   * Half the rate at which `expected` changes as units of a pattern weigh more, plus `expected`; left out where it
   * does not depend on the data.
   */
  readonly influence?: (pattern: RatingPattern) => number;
}

/**
 * The coefficient and its standard error over units as a sample from many, the coders fixed: the variance of the units'
 * linearised contributions, with an interval by Student's t. Of two coders their mean square, as Gwet has it for tables
 * of two; of more the sum of squares over n − 1. Without a confidence level neither is computed.
 *
 * Source: Gwet (2008), Br. J. Math. Stat. Psychol. 61, equations 28 to 36; Gwet (2014), Handbook, sections 5.2 and 5.3.
 */
export function chanceCorrected(data: Ratings, weights: Weights, chanceOf: () => Chance, confidence: number | null): Agreement {
  const units = data.patterns.reduce((sum, pattern) => sum + (ratedBy(pattern) >= 1 ? pattern.count : 0), 0);
  const paired = data.patterns.reduce((sum, pattern) => sum + (ratedBy(pattern) >= 2 ? pattern.count : 0), 0);
  if (paired === 0) return undefinedAgreement('too-few', 0);
  const observed = observedAgreement(data, weights);
  const { expected, influence } = chanceOf();
  if (1 - expected <= 1e-15) return undefinedAgreement('constant', paired, observed, expected);
  const estimate = (observed - expected) / (1 - expected);
  if (confidence === null) return { estimate, se: null, ciLow: null, ciHigh: null, observed, expected, units: paired, reason: null };
  let squares = 0;
  for (const pattern of data.patterns) {
    if (ratedBy(pattern) === 0) continue;
    const own = pairAgreement(countsByCategory(pattern, data.categories.length), weights);
    const agreeing = own === null ? 0 : ((units / paired) * (own - expected)) / (1 - expected);
    const moved = influence === undefined ? 0 : (2 * (1 - estimate) * (influence(pattern) - expected)) / (1 - expected);
    squares += pattern.count * (agreeing - moved - estimate) ** 2;
  }
  const se = units < 2 ? null : Math.sqrt(squares / (units * (data.coders === 2 ? units : units - 1)));
  const reach = se === null ? null : se * studentTQuantile((1 + confidence) / 2, units - 1);
  return {
    estimate, se,
    // A share of agreement is never below 0, a coefficient never below −1.
    ciLow: reach === null ? null : Math.max(expected === 0 ? 0 : -1, estimate - reach),
    ciHigh: reach === null ? null : Math.min(1, estimate + reach),
    observed, expected, units: paired, reason: null,
  };
}
