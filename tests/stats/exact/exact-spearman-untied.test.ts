import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/stats/steps.js';
import { untiedEffort, untiedSteps } from '../../../src/stats/exact/exact-spearman-untied.js';

const AMPLE = { work: 1e10, bytes: 1e9 };
const upper = (n: number, high: number): number => finish(untiedSteps(n, { low: -Infinity, high }, AMPLE))!.p;

/** How many permutations of 0 … n − 1 give each Σ i π(i). */
function countsByDefinition(n: number): number[] {
  const counts: number[] = Array<number>((n * (n - 1) * (2 * n - 1)) / 6 + 1).fill(0);
  const order = Array.from({ length: n }, (_, i) => i);
  const deal = (row: number, t: number): void => {
    if (row === n) counts[t]++;
    for (let i = row; i < n; i++) {
      [order[row], order[i]] = [order[i], order[row]];
      deal(row + 1, t + row * order[row]);
      [order[row], order[i]] = [order[i], order[row]];
    }
  };
  deal(0, 0);
  return counts;
}

describe('untiedSteps', () => {
  it.each([2, 3, 4, 5, 6, 7, 8])('counts every tail of all permutations: n = %i', (n) => {
    const counts = countsByDefinition(n);
    const all = counts.reduce((sum, count) => sum + count);
    let tail = all;
    counts.forEach((count, t) => {
      expect(upper(n, t)).toBe(tail / all);
      expect(finish(untiedSteps(n, { low: t, high: Infinity }, AMPLE))!.p).toBe((all - tail + count) / all);
      tail -= count;
    });
  });

  it('counts one permutation with the greatest T, n − 1 with the next and (n − 2)(n − 3)/2 with that after it', () => {
    // Adjacent ranks exchanged once, or at two places: Σd² = 2 and 4 (OEIS A175929).
    const all = 6_402_373_705_728_000;
    expect(upper(18, 1785) * all).toBeCloseTo(1, 12);
    expect(upper(18, 1784) * all).toBeCloseTo(18, 9);
    expect(upper(18, 1783) * all).toBeCloseTo(18 + 120, 9);
  });

  it('is symmetric about the mean', () => {
    const [n, greatest, least] = [13, 650, 286];
    for (const t of [460, 500, 560, 640]) {
      const lower = finish(untiedSteps(n, { low: greatest + least - t, high: Infinity }, AMPLE))!.p;
      expect(lower).toBe(upper(n, t));
    }
  });

  it('says beforehand that n = 22 takes about 1.3e9 steps and 280 MB, and gives up beyond it or its limits', () => {
    const { work, bytes } = untiedEffort(22);
    expect(work).toBeGreaterThan(1e9);
    expect(work).toBeLessThan(1.5e9);
    expect(bytes / 1e6).toBeLessThan(300);
    expect(finish(untiedSteps(23, { low: 0, high: 9999 }, AMPLE))).toBeNull();
    expect(finish(untiedSteps(16, { low: 0, high: 9999 }, { ...AMPLE, work: 1e6 }))).toBeNull();
  });
});
