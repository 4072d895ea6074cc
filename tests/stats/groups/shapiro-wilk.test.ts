import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapiroWilk } from '../../../src/stats/groups/shapiro-wilk.js';
import { expectClose, goldenGroups, shared, sharedStatistics } from './golden-groups.js';

type Cells = (number | null)[];
type R = { W: number; p: number } | { error: string };
interface Tested { x: Cells; y: Cells; expect: { shapiro_x: R; shapiro_y: R } }

const uniform = Array.from({ length: 5000 }, (_, i) => (((i + 1) * 7919) % 5003) / 5003);

describe('shapiroWilk is R shapiro.test', () => {
  it.each(Object.entries(goldenGroups.shapiro))('%s', (name, { x, w, p }) => {
    const found = shapiroWilk(Float64Array.from(name === 'uniform_5000' ? uniform : x));
    expectClose(found.statistic, w, 1e-12);
    expectClose(found.p, p);
  });

  it.skipIf(shared.absent)(`x and y of the fourteen data sets of reference/statistics.json${shared.skipped}`, () => {
    const sets = Object.values(sharedStatistics<Tested>('correlation'));
    expect(sets).toHaveLength(14);
    for (const { x, y, expect: { shapiro_x, shapiro_y } } of sets) {
      const complete = x.map((value, i) => value !== null && y[i] !== null);
      for (const [values, expected] of [[x, shapiro_x], [y, shapiro_y]] as const) {
        const found = shapiroWilk(Float64Array.from(values.filter((_, i) => complete[i]) as number[]));
        if ('error' in expected) expect(found).toMatchObject({ p: null, reason: 'constant' });
        else {
          expectClose(found.statistic, expected.W);
          expectClose(found.p, expected.p);
        }
      }
    }
  });
});

describe('shapiroWilk', () => {
  it('does not change with the unit, or when the values are mirrored', () => {
    const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 30 });
    fc.assert(fc.property(values, (x) => {
      const found = shapiroWilk(Float64Array.from(x));
      if (found.statistic === null) return;
      expectClose(shapiroWilk(Float64Array.from(x, (value) => 7 - 4 * value)).statistic, found.statistic, 1e-12);
      expect(found.statistic).toBeLessThanOrEqual(1);
    }), { numRuns: 40 });
  });
  it('is undefined below three values, above five thousand, and for a constant', () => {
    expect(shapiroWilk(new Float64Array())).toMatchObject({ p: null, reason: 'empty-group' });
    expect(shapiroWilk(Float64Array.of(1, 2))).toMatchObject({ p: null, reason: 'too-few' });
    expect(shapiroWilk(Float64Array.of(2, 2, 2))).toMatchObject({ p: null, reason: 'constant' });
    expect(shapiroWilk(new Float64Array(5001).map((_, i) => i))).toMatchObject({ p: null, reason: 'too-large' });
  });
});
