import { agreementWeights } from './agreement-weights.js';
import type { WeightName } from './agreement-weights.js';
import { chanceCorrected } from './chance-corrected.js';
import type { Agreement } from './chance-corrected.js';
import type { Ratings } from './ratings.js';

/**
 * Brennan and Prediger's κ: chance is every category alike, 1 / q, whoever used them how often. Categories that nobody
 * used count where they were declared.
 *
 * Source: Brennan & Prediger (1981); Gwet (2014), Handbook, section 5.3, for weights: Σw / q².
 */
export function brennanPrediger(data: Ratings, weightName: WeightName = 'identity', confidence: number | null = 0.95): Agreement {
  const weights = agreementWeights(weightName, data.categories);
  const q = data.categories.length;
  return chanceCorrected(data, weights, () => ({
    expected: weights.reduce((sum, row) => sum + row.reduce((inner, w) => inner + w, 0), 0) / (q * q),
  }), confidence);
}
