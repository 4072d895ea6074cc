import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../src/numeric/random.js';
import { finish } from '../../../src/stats/steps.js';
import { recursionEffort } from '../../../src/stats/exact/exact-spearman-effort.js';
import { greatestT, leastT, spearmanMargins } from '../../../src/stats/exact/exact-spearman-margins.js';
import type { SpearmanMargins } from '../../../src/stats/exact/exact-spearman-margins.js';
import { recursionSteps } from '../../../src/stats/exact/exact-spearman-recursion.js';

const AMPLE = { work: 1e9, bytes: 1e9 };

function margins(n: number, levels: number, yLevels: number): SpearmanMargins {
  const stream = randomStream(3, 'recursion');
  const draw = (bound: number) => Float64Array.from({ length: n }, () => stream.below(bound));
  return spearmanMargins(draw(levels), draw(yLevels)).margins;
}

describe('recursionSteps', () => {
  it.each([
    [30, 3, 1000],
    [20, 5, 5],
    [80, 2, 20],
  ])('both sides of any T add up to 1: n = %i, %i × %i levels', (n, levels, yLevels) => {
    const table = margins(n, levels, yLevels);
    const [least, greatest] = [leastT(table), greatestT(table)];
    for (const share of [0.3, 0.5, 0.6]) {
      const t = Math.round(least + share * (greatest - least));
      const upper = finish(recursionSteps(table, { low: -Infinity, high: t }, AMPLE))!;
      const lower = finish(recursionSteps(table, { low: t - 1, high: Infinity }, AMPLE))!;
      expect(Math.abs(upper.p + lower.p - 1)).toBeLessThanOrEqual(upper.error + lower.error);
    }
    expect(finish(recursionSteps(table, { low: least - 1, high: greatest + 1 }, AMPLE))!.p).toBe(0);
  });

  it.each([
    [40, 3, 1000],
    [24, 5, 5],
    [24, 4, 9],
    [12, 12, 12],
  ])('its work is known within a factor of three beforehand: n = %i, %i × %i levels', (n, levels, yLevels) => {
    const table = margins(n, levels, yLevels);
    const expected = recursionEffort(table, Infinity)!;
    const steps = recursionSteps(table, { low: 0, high: 1 }, AMPLE);
    let work = 0;
    for (let step = steps.next(); !step.done; step = steps.next()) work = step.value;
    expect(work / expected.work).toBeGreaterThan(1 / 3);
    expect(work / expected.work).toBeLessThan(3);
    expect(recursionEffort(table, expected.work / 2)).toBeNull();
  });

  it('stops at the limits', () => {
    const table = margins(30, 4, 1000);
    expect(finish(recursionSteps(table, { low: 0, high: 1 }, { ...AMPLE, work: 1e5 }))).toBeNull();
    expect(finish(recursionSteps(table, { low: 0, high: 1 }, { ...AMPLE, bytes: 1e5 }))).toBeNull();
  });
});
