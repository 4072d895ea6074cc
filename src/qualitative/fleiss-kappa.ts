import { agreementWeights } from './agreement-weights.js';
import type { WeightName } from './agreement-weights.js';
import { chanceCorrected, meanShares } from './chance-corrected.js';
import type { Agreement } from './chance-corrected.js';
import { countsByCategory, ratedBy } from './ratings.js';
import type { Ratings } from './ratings.js';

/**
 * Fleiss' κ of two coders or more: chance is what the categories' shares over all coders give. Of two coders it is
 * Scott's π, not Cohen's κ. Coders may be missing on a unit.
 *
 * Source: Fleiss (1971); Gwet (2014), Handbook, equation 5.3.3, for missing ratings and weights.
 */
export function fleissKappa(data: Ratings, weightName: WeightName = 'identity', confidence: number | null = 0.95): Agreement {
  const weights = agreementWeights(weightName, data.categories);
  return chanceCorrected(data, weights, () => {
    const shares = meanShares(data);
    const near = weights.map((row) => row.reduce((sum, w, l) => sum + w * shares[l], 0));
    return {
      expected: shares.reduce((sum, share, k) => sum + share * near[k], 0),
      influence: (pattern) => {
        const raters = ratedBy(pattern);
        return countsByCategory(pattern, shares.length).reduce((sum, count, k) => sum + (near[k] * count) / raters, 0);
      },
    };
  }, confidence);
}

/** z of Fleiss' κ were the coders to rate at random, all of them every unit; null otherwise. Fleiss, Nee & Landis (1979). */
export function fleissZ(data: Ratings): number | null {
  const { estimate } = fleissKappa(data);
  const units = data.patterns.reduce((sum, { count }) => sum + count, 0);
  if (estimate === null || data.patterns.some((pattern) => ratedBy(pattern) !== data.coders)) return null;
  const shares = meanShares(data);
  const twice = shares.reduce((sum, p) => sum + p * (1 - p), 0);
  const skew = shares.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0);
  const variance = (2 * (twice ** 2 - skew)) / (twice ** 2 * units * data.coders * (data.coders - 1));
  return variance > 0 ? estimate / Math.sqrt(variance) : null;
}

/** Fleiss' κ of one category against all the others together; null where it does not vary. */
export function fleissKappaOf(category: number, { coders, patterns }: Ratings): number | null {
  const dichotomous = patterns.map(({ ratings, count }) =>
    ({ ratings: ratings.map((rating) => (rating < 0 ? rating : Number(rating === category))), count }));
  return fleissKappa({ coders, categories: [0, 1], patterns: dichotomous }).estimate;
}
