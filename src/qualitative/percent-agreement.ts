import { agreementWeights } from './agreement-weights.js';
import type { WeightName } from './agreement-weights.js';
import { chanceCorrected, undefinedAgreement } from './chance-corrected.js';
import type { Agreement } from './chance-corrected.js';
import { NOT_CODED, pairableUnits } from './ratings.js';
import type { Ratings } from './ratings.js';

/**
 * The share of pairs of coders that agree on a unit, averaged over units; nothing is taken off for chance.
 *
 * @example percentAgreement(ratingsOf([[1, 1], [1, 2]])).estimate // 0.5
 */
export function percentAgreement(data: Ratings, weights: WeightName = 'identity', confidence: number | null = 0.95): Agreement {
  return chanceCorrected(data, agreementWeights(weights, data.categories), () => ({ expected: 0 }), confidence);
}

/**
 * The share of units on which all coders agree, as `irr::agree` counts; a unit that a coder left out does not count.
 * With a tolerance the highest and the lowest rating may lie so far apart; categories must then be numbers.
 */
export function percentUnanimous({ categories, patterns, coders }: Ratings, tolerance = 0): Agreement {
  let units = 0;
  let agreeing = 0;
  for (const { ratings, count } of patterns) {
    if (ratings.includes(NOT_CODED)) continue;
    units += count;
    if (spread(ratings, categories as readonly number[], tolerance) <= tolerance) agreeing += count;
  }
  if (units === 0 || coders < 2) return undefinedAgreement('too-few', 0);
  const estimate = agreeing / units;
  return { estimate, se: null, ciLow: null, ciHigh: null, observed: estimate, expected: 0, units, reason: null };
}

function spread(ratings: readonly number[], categories: readonly number[], tolerance: number): number {
  if (tolerance === 0) return ratings.every((rating) => rating === ratings[0]) ? 0 : Infinity;
  const values = ratings.map((rating) => categories[rating]);
  return Math.max(...values) - Math.min(...values);
}

/** Specific agreement: of the pairs with one rating in a category, the share with both (Cicchetti & Feinstein 1990). */
export function specificAgreement(data: Ratings, category: number): number | null {
  if (pairableUnits(data) === 0) return null;
  let both = 0;
  let either = 0;
  for (const { ratings, count } of data.patterns) {
    const rated = ratings.filter((rating) => rating !== NOT_CODED);
    const here = rated.filter((rating) => rating === category).length;
    if (rated.length < 2) continue;
    both += (count * here * (here - 1)) / (rated.length - 1);
    either += count * here;
  }
  return either === 0 ? null : both / either;
}
