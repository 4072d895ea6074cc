import { describe, expect, it } from 'vitest';
import { itemCorrelation, itemCovariance, toCorrelation } from '../../../src/stats/scales/item-covariance.js';
import { expectClose } from '../groups/golden-groups.js';
import { item } from './golden-scales.js';

const items = [item([1, 2, 4, null, 5]), item([2, 2, 5, 1, null]), item([3, 1, null, 2, 4])];

describe('itemCovariance is R cov', () => {
  it('pairwise: each two items on their own rows, an item\'s variance on all its answers', () => {
    const { covariance, n } = itemCovariance(items, 'pairwise');
    expect(n).toBe(5);
    // Rows 1-3 of the first two: (1, 2), (2, 2), (4, 5).
    expectClose(covariance[0][1], 2.5, 1e-14);
    expectClose(covariance[0][0], 10 / 3, 1e-14);
    expect(covariance[1][0]).toBe(covariance[0][1]);
  });
  it('listwise: on the complete rows only', () => {
    const { covariance, n } = itemCovariance(items, 'listwise');
    expect(n).toBe(2);
    expect(covariance.map((row) => [...row])).toEqual([[0.5, 0, -1], [0, 0, 0], [-1, 0, 2]]);
  });
});

describe('itemCorrelation is R cor', () => {
  it('pairwise: standard deviations too on the rows of both, unlike the pairwise covariances', () => {
    const { correlation } = itemCorrelation(items, 'pairwise');
    expectClose(correlation[0][1], 2.5 / Math.sqrt((7 / 3) * 3), 1e-14);
    const { covariance } = itemCovariance(items, 'pairwise');
    expect(Math.abs(toCorrelation(covariance)[0][1] - correlation[0][1])).toBeGreaterThan(0.05);
    expect(correlation[2][2]).toBe(1);
  });
  it('is NaN for an item that does not vary on the rows that count', () => {
    expect(itemCorrelation(items, 'listwise').correlation[1]).toEqual(Float64Array.of(NaN, NaN, NaN));
  });
});
