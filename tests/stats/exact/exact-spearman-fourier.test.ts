import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../src/numeric/random.js';
import { finish } from '../../../src/stats/steps.js';
import { fourierSteps } from '../../../src/stats/exact/exact-spearman-fourier.js';
import { deviationOfT, expectedT, greatestT, spearmanMargins, totalScore } from '../../../src/stats/exact/exact-spearman-margins.js';
import type { BoundedP, SpearmanMargins } from '../../../src/stats/exact/exact-spearman-margins.js';
import { recursionSteps } from '../../../src/stats/exact/exact-spearman-recursion.js';
import { exactBounds } from '../../../src/stats/resampling/permutation-bounds.js';
import type { Alternative, Bounds } from '../../../src/stats/resampling/permutation-bounds.js';
import { alternatives, pByDefinition } from './exact-spearman-by-definition.js';

const AMPLE = { work: 1e10, bytes: 1e9 };

function boundsOf(margins: SpearmanMargins, observed: number, alternative: Alternative): Bounds {
  const sum = BigInt(totalScore(margins.rows)) * BigInt(totalScore(margins.columns));
  return exactBounds(observed, alternative, new Map([[margins.n, sum]]));
}

function drawn(n: number, levels: number, key: string): Float64Array {
  const stream = randomStream(11, key);
  return Float64Array.from({ length: n }, () => stream.below(levels));
}

describe('fourierSteps', () => {
  it('keeps its stated error for every small data set, as the recursion does', () => {
    const values = (n: number) => fc.array(fc.nat(3), { minLength: n, maxLength: n });
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 7 }).chain((n) => fc.tuple(values(n), values(n))), ([a, b]) => {
        fc.pre(new Set(a).size > 1 && new Set(b).size > 1);
        const [x, y] = [Float64Array.from(a), Float64Array.from(b)];
        const expected = pByDefinition(x, y);
        const { margins, observed } = spearmanMargins(x, y);
        for (const alternative of alternatives) {
          const bounds = boundsOf(margins, observed, alternative);
          // Where every T counts there is nothing to invert.
          if (bounds.high - bounds.low < 2) continue;
          for (const steps of [fourierSteps, recursionSteps]) {
            const { p, error } = finish<BoundedP | null>(steps(margins, bounds, AMPLE))!;
            expect(Math.abs(p - expected[alternative])).toBeLessThanOrEqual(error + 2 ** -52);
            expect(error).toBeLessThan(1e-8);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('does not take T = least for a T beyond the greatest, though they are equal modulo M', () => {
    const [x, y] = [Float64Array.of(1, 2, 3, 3, 0, 3, 3), Float64Array.of(0, 1, 0, 0, 2, 0, 0)];
    const { margins, observed } = spearmanMargins(x, y);
    const bounds = boundsOf(margins, observed, 'two-sided');
    expect(bounds.high).toBeGreaterThan(greatestT(margins) + 1);
    expect(finish(fourierSteps(margins, bounds, AMPLE))!.p).toBeCloseTo(1 / 14, 12);
  });

  it.each([
    ['two levels, range within the window', 60, 2, 20],
    ['two levels, range beyond the window', 110, 2, 20],
    ['three levels', 28, 3, 12],
  ])('agrees with the recursion from the middle to the far tail: %s', (_, n, levels, yLevels) => {
    const { margins } = spearmanMargins(drawn(n, levels, 'x'), drawn(n, yLevels, 'y'));
    for (const far of [0.2, 1.5, 2.6, 4.5]) {
      const t = Math.ceil(expectedT(margins) + far * deviationOfT(margins));
      for (const alternative of alternatives) {
        const bounds = boundsOf(margins, t, alternative);
        const exact = finish(recursionSteps(margins, bounds, AMPLE))!;
        const inverted = finish(fourierSteps(margins, bounds, AMPLE))!;
        expect(Math.abs(inverted.p - exact.p)).toBeLessThanOrEqual(inverted.error + exact.error);
        expect(inverted.error).toBeLessThan(Math.max(1e-9 * exact.p, Math.min(1e-14, 1e-2 * exact.p)));
      }
    }
  });

  it('counts the partitions of up to 20 where a binary x misses the greatest rank sum by 20', () => {
    const x = Float64Array.from({ length: 100 }, (_, i) => Number(i >= 50 ? i !== 60 : i === 40));
    const { margins, observed } = spearmanMargins(x, Float64Array.from({ length: 100 }, (_, i) => i));
    const { p, error } = finish(fourierSteps(margins, { low: -Infinity, high: observed }, AMPLE))!;
    // 1 + 1 + 2 + 3 + 5 + … + 627 partitions, of 100 over 50 choices.
    const exact = 2714 / 100_891_344_545_564_193_334_812_497_256;
    expect(Math.abs(p - exact)).toBeLessThanOrEqual(error);
    expect(error).toBeLessThan(1e-3 * exact);
  });

  it('states what fewer frequencies cost, and stays within it', () => {
    const { margins, observed } = spearmanMargins(drawn(24, 4, 'x'), drawn(24, 12, 'y'));
    const bounds = boundsOf(margins, observed, 'two-sided');
    const exact = finish(recursionSteps(margins, bounds, AMPLE))!;
    const ample = finish(fourierSteps(margins, bounds, AMPLE))!;
    const narrow = finish(fourierSteps(margins, bounds, { ...AMPLE, work: 2.5e6 }))!;
    expect(narrow.error).toBeGreaterThan(5 * ample.error);
    expect(Math.abs(narrow.p - exact.p)).toBeLessThanOrEqual(narrow.error);
    expect(finish(fourierSteps(margins, bounds, { ...AMPLE, work: 1e4 }))).toBeNull();
    expect(finish(fourierSteps(margins, bounds, { ...AMPLE, bytes: 1e4 }))).toBeNull();
  });
});
