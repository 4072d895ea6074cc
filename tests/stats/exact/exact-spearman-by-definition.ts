import { midRanks } from '../../../src/numeric/mid-ranks.js';
import type { Alternative } from '../../../src/stats/resampling/permutation-bounds.js';

export const alternatives = ['two-sided', 'less', 'greater'] as const;

/** The p of Spearman's ρ by going through all n! pairings; doubled mid-ranks are whole, so nothing is rounded. */
export function pByDefinition(x: Float64Array, y: Float64Array): Record<Alternative, number> {
  const a = midRanks(x).map((rank) => 2 * rank);
  const b = midRanks(y).map((rank) => 2 * rank);
  const n = x.length;
  const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  const observed = a.reduce((sum, rank, i) => sum + rank * b[i], 0);
  const distance = (t: number): number => Math.abs(n * t - total(a) * total(b));
  const counts = { 'two-sided': 0, less: 0, greater: 0 };
  let pairings = 0;
  const deal = (row: number, t: number): void => {
    if (row === n) {
      pairings++;
      if (t <= observed) counts.less++;
      if (t >= observed) counts.greater++;
      if (distance(t) >= distance(observed)) counts['two-sided']++;
      return;
    }
    for (let i = row; i < n; i++) {
      [b[row], b[i]] = [b[i], b[row]];
      deal(row + 1, t + a[row] * b[row]);
      [b[row], b[i]] = [b[i], b[row]];
    }
  };
  deal(0, 0);
  return {
    'two-sided': counts['two-sided'] / pairings,
    less: counts.less / pairings,
    greater: counts.greater / pairings,
  };
}
