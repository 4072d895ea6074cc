import type { AgreementLevel } from '../results/agreement.js';
import { countsByCategory } from './ratings.js';
import type { Category, Ratings } from './ratings.js';

/** Pairs of ratings within units, and the ratings that can be paired (Krippendorff 2011, section C). */
export interface Coincidences {
  readonly size: number;
  /** Row by row, symmetric; each unit weighs as many as its ratings. */
  readonly pairs: Float64Array;
  readonly totals: Float64Array;
  readonly n: number;
}

/**
 * Counts the pairs within units; a unit that fewer than two coded has none.
 *
 * Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C.
 */
export function coincidences({ categories, patterns }: Ratings): Coincidences {
  const size = categories.length;
  const pairs = new Float64Array(size * size);
  const totals = new Float64Array(size);
  for (const pattern of patterns) {
    const counts = countsByCategory(pattern, size);
    const raters = counts.reduce((sum, count) => sum + count, 0);
    if (raters < 2) continue;
    for (let c = 0; c < size; c++) {
      if (counts[c] === 0) continue;
      totals[c] += counts[c] * pattern.count;
      for (let k = 0; k < size; k++) pairs[c * size + k] += (pattern.count * counts[c] * (counts[k] - Number(c === k))) / (raters - 1);
    }
  }
  return { size, pairs, totals, n: totals.reduce((sum, total) => sum + total, 0) };
}

/** δ² of every two categories, row by row (Krippendorff 2011, section D). @throws RangeError of a level that needs numbers. */
export function squaredDifferences(level: AgreementLevel, categories: readonly Category[], totals: Float64Array): Float64Array {
  const difference = metric(level, categories, totals);
  return Float64Array.from({ length: categories.length ** 2 }, (_, at) => {
    const [c, k] = [Math.floor(at / categories.length), at % categories.length];
    return c === k ? 0 : difference(c, k);
  });
}

function metric(level: AgreementLevel, categories: readonly Category[], totals: Float64Array): (c: number, k: number) => number {
  if (level === 'nominal') return () => 1;
  if (level === 'ordinal') {
    const middle = middles(totals);
    return (c, k) => (middle[c] - middle[k]) ** 2;
  }
  const values = categories.map((category) => {
    if (typeof category === 'number') return category;
    throw new RangeError(`The ${level} level needs categories that are numbers.`);
  });
  if (level === 'interval') return (c, k) => (values[c] - values[k]) ** 2;
  return (c, k) => (values[c] + values[k] === 0 ? 0 : ((values[c] - values[k]) / (values[c] + values[k])) ** 2);
}

/** Ratings below each category and half of those in it: the distance of two is the ratings from middle to middle. */
export function middles(totals: Float64Array): Float64Array {
  let below = 0;
  return totals.map((total) => {
    below += total;
    return below - total / 2;
  });
}
