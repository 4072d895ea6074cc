import { undefinedAgreement } from './chance-corrected.js';
import type { Agreement } from './chance-corrected.js';
import { countsByCategory, pairableUnits } from './ratings.js';
import type { Category, Ratings } from './ratings.js';

export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Krippendorff's α = 1 − observed / expected disagreement, for any count of coders and with ratings missing.
 * `observed` and `expected` are 1 − disagreement at the nominal level, where that is a share; at the others null, since
 * only the ratio of disagreements has meaning there.
 *
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, sections B to D.
 *
 * @throws RangeError where the level is interval or ratio and a category is no number.
 * @example krippendorffAlpha(ratingsOf([[1, 1], [1, 2], [2, 2], [2, null]])).estimate // 0.4444
 */
export function krippendorffAlpha(data: Ratings, level: MeasurementLevel = 'nominal'): Agreement {
  const units = pairableUnits(data);
  if (units === 0) return undefinedAgreement('too-few', 0);
  const { observed, expected } = disagreement(data, level);
  const agreement = level === 'nominal' ? { observed: 1 - observed, expected: 1 - expected } : { observed: null, expected: null };
  if (expected === 0) return undefinedAgreement('constant', units, agreement.observed, agreement.expected);
  return { estimate: 1 - observed / expected, se: null, ciLow: null, ciHigh: null, ...agreement, units, reason: null };
}

/** Mean squared difference of two ratings within units, and of any two pairable ratings. */
export function disagreement({ categories, patterns }: Ratings, level: MeasurementLevel): { observed: number; expected: number } {
  const size = categories.length;
  const coincidences = new Float64Array(size * size);
  const totals = new Float64Array(size);
  for (const pattern of patterns) {
    const counts = countsByCategory(pattern, size);
    const raters = counts.reduce((sum, count) => sum + count, 0);
    if (raters < 2) continue;
    for (let c = 0; c < size; c++) {
      if (counts[c] === 0) continue;
      totals[c] += counts[c] * pattern.count;
      for (let k = 0; k < size; k++) {
        coincidences[c * size + k] += (pattern.count * counts[c] * (counts[k] - Number(c === k))) / (raters - 1);
      }
    }
  }
  const n = totals.reduce((sum, total) => sum + total, 0);
  const difference = squaredDifference(level, categories, totals);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < size; c++) {
    for (let k = 0; k < size; k++) {
      if (c === k || totals[c] === 0 || totals[k] === 0) continue;
      const squared = difference(c, k);
      observed += coincidences[c * size + k] * squared;
      expected += totals[c] * totals[k] * squared;
    }
  }
  return { observed: observed / n, expected: expected / (n * (n - 1)) };
}

/** δ² of two categories, by their places (Krippendorff 2011, section D). */
function squaredDifference(
  level: MeasurementLevel, categories: readonly Category[], totals: Float64Array,
): (c: number, k: number) => number {
  if (level === 'nominal') return () => 1;
  if (level === 'ordinal') {
    // Ratings at or below each category, its own counted half: the distance of two is the ratings from middle to middle.
    const middles = new Float64Array(totals.length);
    totals.reduce((below, total, c) => {
      middles[c] = below + total / 2;
      return below + total;
    }, 0);
    return (c, k) => (middles[c] - middles[k]) ** 2;
  }
  const values = categories.map((category) => {
    if (typeof category === 'number') return category;
    throw new RangeError(`The ${level} level needs categories that are numbers.`);
  });
  if (level === 'interval') return (c, k) => (values[c] - values[k]) ** 2;
  return (c, k) => (values[c] + values[k] === 0 ? 0 : ((values[c] - values[k]) / (values[c] + values[k])) ** 2);
}
