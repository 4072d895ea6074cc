import { describe, expect, it } from 'vitest';
import { descriptives } from '../../../src/stats/table-one/descriptives.js';
import { expectClose, goldenGroups, shared, sharedStatistics } from '../groups/golden-groups.js';

interface Described {
  y: (number | null)[];
  x: (number | null)[];
  expect: { desc_y: Record<string, number> };
}

describe('descriptives are R mean, sd, quantile, mad and psych skew and kurtosi (type 3)', () => {
  it.each(Object.entries(goldenGroups.descriptives))('%s', (_, { x, skew, ...expected }) => {
    const found = descriptives(Float64Array.from(x));
    for (const [name, value] of Object.entries(expected)) {
      expectClose(found[name as 'mean'], value as number, 1e-12);
    }
    expectClose(found.skewness, skew, 1e-12);
    expect(found.reason).toBeNull();
  });

  it.skipIf(shared.absent)(`the fourteen data sets of reference/statistics.json${shared.skipped}`, () => {
    const sets = Object.values(sharedStatistics<Described>('correlation'));
    expect(sets).toHaveLength(14);
    for (const { x, y, expect: { desc_y: expected } } of sets) {
      const complete = y.filter((value, i) => value !== null && x[i] !== null) as number[];
      const found = descriptives(Float64Array.from(complete));
      for (const name of ['mean', 'sd', 'median', 'min', 'max', 'mad'] as const) {
        expectClose(found[name], expected[name]);
      }
      expectClose(found.q3! - found.q1!, expected['iqr']);
      expectClose(found.skewness, expected['skew_psych3']);
      expectClose(found.kurtosis, expected['kurt_psych3']);
    }
  });
});

describe('descriptives that are undefined are null, and say why:', () => {
  it('nothing of no values', () => {
    const nothing = { n: 0, mean: null, sd: null, median: null, reason: 'empty-group' };
    expect(descriptives(new Float64Array())).toMatchObject(nothing);
  });
  it('no spread of one value', () => {
    const found = descriptives(Float64Array.of(7));
    expect(found).toMatchObject({ mean: 7, median: 7, sd: null, skewness: null, reason: 'too-few' });
  });
  it('no shape of equal values, whose spread is exactly 0', () => {
    const found = descriptives(new Float64Array(9).fill(0.1));
    expect(found).toMatchObject({ mean: 0.1, sd: 0, mad: 0, skewness: null, kurtosis: null, reason: 'constant' });
  });
});

it('descriptives do not depend on the order of the values, and leave them as they are', () => {
  const values = Float64Array.of(3, 1, 9, 2, 2);
  const sorted = descriptives(Float64Array.of(1, 2, 2, 3, 9));
  expect(descriptives(values).median).toBe(sorted.median);
  expect([...values]).toEqual([3, 1, 9, 2, 2]);
});
