import { midRanks, tieSizes } from '../../numeric/mid-ranks.js';
import { normalUpperQuantile } from '../../numeric/normal.js';
import { moments, variance } from '../moments.js';
import { undefinedEffect } from '../test-result.js';
import type { Effect } from '../test-result.js';
import { pooled } from '../tie-term.js';
import { rankedDifferences } from './wilcoxon-signed-rank.js';

/**
 * The rank-biserial correlation of two samples, which is Cliff's delta: the share of pairs in which the first
 * group's value is higher less the share in which it is lower; 2U / (n₁n₂) − 1.
 *
 * Its interval holds under any alternative, not only under the null. Source: Cliff (1996), "Ordinal methods for
 * behavioral data analysis", chapter 5; Feng & Cliff (2004), "Monte Carlo evaluation of ordinal d with
 * improved confidence interval", which also gives the bound (n − z²) / (n + z²), n the smaller group, where the
 * groups do not overlap and the variance is 0. R's effectsize prints another, Fisher's z with
 * the null variance, which covers 75 % instead of 95 at 0.84 where this one covers 92 to 94 (simulated, n = 10 to 30).
 *
 * @param first and @param second finite values
 * @example rankBiserial(Float64Array.of(3, 5), Float64Array.of(2, 1, 4)).estimate // 0.6666666666666666
 */
export function rankBiserial(first: Float64Array, second: Float64Array, confidence = 0.95): Effect {
  const n1 = first.length;
  const n2 = second.length;
  if (n1 === 0 || n2 === 0) return undefinedEffect('empty-group');
  const all = pooled([first, second]);
  const ranks = midRanks(all);
  const ofFirst = dominance(first, ranks.subarray(0, n1), n2);
  const ofSecond = dominance(second, ranks.subarray(n1), n1);
  const estimate = ofFirst.reduce((total, share) => total + share, 0) / n1;
  if (n1 === 1 || n2 === 1) return { estimate, ciLow: null, ciHigh: null, reason: 'too-few' };
  const z = normalUpperQuantile((1 - confidence) / 2);
  if (Math.abs(estimate) === 1) {
    const n = Math.min(n1, n2);
    const bound = estimate * ((n - z * z) / (n + z * z));
    return { estimate, ciLow: Math.min(bound, estimate), ciHigh: Math.max(bound, estimate), reason: null };
  }
  const pairs = n1 * n2;
  const untied = pairs - (tiedPairs(all) - tiedPairs(first) - tiedPairs(second));
  const between = n2 * n2 * moments(ofFirst).sumOfSquares + n1 * n1 * moments(ofSecond).sumOfSquares;
  const within = untied - pairs * estimate * estimate;
  // The unbiased estimate can fall to nothing or below; the floor is Cliff's.
  const floor = (1 - estimate * estimate) / (pairs - 1);
  const spread = z * z * Math.max(floor, (between - within) / (pairs * (n1 - 1) * (n2 - 1)));
  const rest = 1 - estimate * estimate;
  const half = Math.sqrt(spread * (rest * rest + spread));
  return {
    estimate,
    ciLow: Math.max(-1, (estimate * rest - half) / (rest + spread)),
    ciHigh: Math.min(1, (estimate * rest + half) / (rest + spread)),
    reason: null,
  };
}

/**
 * The matched-pairs rank-biserial correlation: the share of the ranks of |d| that belongs to positive differences
 * less the share of the negative ones (Kerby 2014). Differences of 0 are left out.
 *
 * Interval: on Fisher's z, with the variance of the U-statistic's components (Sen 1960), so that it too holds under
 * any alternative. None where all differences have one sign.
 *
 * @param differences first − second, finite
 */
export function matchedRankBiserial(differences: Float64Array, confidence = 0.95): Effect {
  const changed = differences.filter((difference) => difference !== 0);
  const n = changed.length;
  if (n === 0) return undefinedEffect(differences.length === 0 ? 'empty-group' : 'constant');
  const { ranks, signs } = rankedDifferences(changed, 'wilcoxon');
  const estimate = ranks.reduce((total, rank, i) => total + signs[i] * rank, 0) / ((n * (n + 1)) / 2);
  if (n < 3) return { estimate, ciLow: null, ciHigh: null, reason: 'too-few' };
  if (Math.abs(estimate) === 1) return { estimate, ciLow: null, ciHigh: null, reason: 'separated' };
  const standardError = Math.sqrt((4 * variance(moments(walshSigns(changed)))) / n);
  const reach = (normalUpperQuantile((1 - confidence) / 2) * standardError) / (1 - estimate * estimate);
  const centre = Math.atanh(estimate);
  return { estimate, ciLow: Math.tanh(centre - reach), ciHigh: Math.tanh(centre + reach), reason: null };
}

/** For each value, the share of the other group below it less the share above: ranks in all less ranks in one's own. */
function dominance(own: Float64Array, ranksInAll: Float64Array, others: number): Float64Array {
  const ranksInOwn = midRanks(own);
  return ranksInAll.map((rank, i) => (2 * (rank - ranksInOwn[i])) / others - 1);
}

/** Pairs of equal values among all pairs. */
function tiedPairs(values: Float64Array): number {
  return tieSizes(values).reduce((total, t) => total + (t * (t - 1)) / 2, 0);
}

/** For each difference, the mean sign of its sum with every other one. */
function walshSigns(differences: Float64Array): Float64Array {
  const n = differences.length;
  const mirrored = differences.map((difference) => -difference);
  const ranks = midRanks(pooled([differences, mirrored]));
  const ranksInOwn = midRanks(differences);
  // dᵢ + dⱼ > 0 where dᵢ > −dⱼ; the difference's own mirror image is one of those it was compared with.
  return differences.map((own, i) => (2 * (ranks[i] - ranksInOwn[i]) - n - Math.sign(own)) / (n - 1));
}
