import { agreementWeights } from './agreement-weights.js';
import type { WeightName } from './agreement-weights.js';
import { chanceCorrected, meanShares } from './chance-corrected.js';
import type { Agreement } from './chance-corrected.js';
import { countsByCategory, ratedBy } from './ratings.js';
import type { Ratings } from './ratings.js';

/**
 * Gwet's AC₁ (`identity`) and AC₂ (other weights): chance only strikes units that are hard to rate, so that a rare or a
 * very common category does not drag the coefficient down as it does κ.
 *
 * Source: Gwet (2008); Gwet (2014), Handbook, equation 5.3.5: Σw / (q (q − 1)) × Σ π (1 − π).
 */
export function gwetAC(data: Ratings, weightName: WeightName = 'identity', confidence: number | null = 0.95): Agreement {
  const weights = agreementWeights(weightName, data.categories);
  const q = data.categories.length;
  return chanceCorrected(data, weights, () => {
    if (q < 2) return { expected: 1 };
    const shares = meanShares(data);
    const factor = weights.reduce((sum, row) => sum + row.reduce((inner, w) => inner + w, 0), 0) / (q * (q - 1));
    return {
      expected: factor * shares.reduce((sum, share) => sum + share * (1 - share), 0),
      influence: (pattern) => {
        const raters = ratedBy(pattern);
        return factor * countsByCategory(pattern, q).reduce((sum, count, k) => sum + (count / raters) * (1 - shares[k]), 0);
      },
    };
  }, confidence);
}
