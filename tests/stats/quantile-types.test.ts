import { describe, expect, it } from 'vitest';
import { median, quantile } from '../../src/stats/quantile-types.js';
import type { QuantileType } from '../../src/stats/quantile-types.js';
import { expectClose, goldenGroups, shared, sharedStatistics } from './groups/golden-groups.js';

describe('quantile(sorted, p, type) is R quantile(type = 1 … 9)', () => {
  it.each(Object.entries(goldenGroups.quantiles))('%s', (_, { x, probs, types }) => {
    const sorted = Float64Array.from(x).sort();
    types.forEach((expected, i) => probs.forEach((p, j) => {
      expectClose(quantile(sorted, p, (i + 1) as QuantileType), expected[j], 1e-13);
    }));
  });

  it.skipIf(shared.absent)(`all nine types of reference/statistics.json${shared.skipped}`, () => {
    const { x, probs, ...types } = sharedStatistics<number[]>('quantiles');
    const sorted = Float64Array.from(x).sort();
    expect(Object.keys(types)).toHaveLength(9);
    Object.values(types).forEach((expected, i) => probs.forEach((p, j) => {
      expectClose(quantile(sorted, p, (i + 1) as QuantileType), expected[j], 1e-13);
    }));
  });
});

it('quantile gives the extremes at 0 and 1 for every type', () => {
  const sorted = Float64Array.of(-2, 0, 5, 9);
  for (const type of [1, 2, 3, 4, 5, 6, 7, 8, 9] as const) {
    expect([quantile(sorted, 0, type), quantile(sorted, 1, type)]).toEqual([-2, 9]);
  }
});

it('median is the middle value, or the mean of the middle two', () => {
  expect(median(Float64Array.of(1, 2, 40))).toBe(2);
  expect(median(Float64Array.of(1, 2, 4, 40))).toBe(3);
});

it('quantile needs a value, and a probability from 0 to 1', () => {
  expect(() => quantile(new Float64Array(), 0.5)).toThrow(RangeError);
  expect(() => quantile(Float64Array.of(1), 1.1)).toThrow(RangeError);
  expect(() => quantile(Float64Array.of(1), NaN)).toThrow(RangeError);
});
