import { agreementWeights } from './agreement-weights.js';
import type { WeightName } from './agreement-weights.js';
import { chanceCorrected } from './chance-corrected.js';
import type { Agreement } from './chance-corrected.js';
import { NOT_CODED, ratedBy } from './ratings.js';
import type { Ratings } from './ratings.js';

/**
 * Conger's κ: Cohen's for two coders or more, chance taken from each pair of coders' own shares (`exact` in
 * `irr::kappam.fleiss`). Coders may be missing on a unit; a coder's shares are of the units that coder rated.
 *
 * Source: Conger (1980); Gwet (2014), Handbook, equation 5.3.6.
 */
export function congerKappa(data: Ratings, weightName: WeightName = 'identity', confidence: number | null = 0.95): Agreement {
  const weights = agreementWeights(weightName, data.categories);
  return chanceCorrected(data, weights, () => {
    const shares = sharesByCoder(data);
    const coders = shares.filter(({ rated }) => rated > 0);
    const pairs = coders.length * (coders.length - 1);
    // For each coder and category, the weighted share that the other coders together give.
    const near = shares.map((own) => weights.map((row) =>
      coders.reduce((sum, other) => (other === own ? sum : sum + row.reduce((inner, w, l) => inner + w * other.share[l], 0)), 0)));
    const expectedOf = shares.map(({ share }, g) => share.reduce((sum, p, k) => sum + p * near[g][k], 0));
    const expected = expectedOf.reduce((sum, own) => sum + own, 0) / pairs;
    const units = data.patterns.reduce((sum, pattern) => sum + (ratedBy(pattern) > 0 ? pattern.count : 0), 0);
    return {
      expected,
      influence: ({ ratings }) => expected + ratings.reduce((sum, k, g) =>
        (k === NOT_CODED ? sum : sum + ((units / shares[g].rated) * (near[g][k] - expectedOf[g])) / pairs), 0),
    };
  }, confidence);
}

function sharesByCoder({ coders, categories, patterns }: Ratings): { share: Float64Array; rated: number }[] {
  return Array.from({ length: coders }, (_, coder) => {
    const share = new Float64Array(categories.length);
    let rated = 0;
    for (const { ratings, count } of patterns) {
      if (ratings[coder] === NOT_CODED) continue;
      share[ratings[coder]] += count;
      rated += count;
    }
    return { share: rated === 0 ? share : share.map((count) => count / rated), rated };
  });
}
