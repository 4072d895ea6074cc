import { describe, expect, it } from 'vitest';
import { dunnTest } from '../../../src/stats/groups/dunn.js';
import { expectClose, goldenGroups } from './golden-groups.js';

describe('dunnTest is Dunn\'s z with ties, by its formula in R (group-tests.R)', () => {
  it.each(Object.entries(goldenGroups.kGroups))('%s', (_, { groups, dunn_z, dunn_p }) => {
    const found = dunnTest(groups.map((values) => Float64Array.from(values)));
    expect(found).toHaveLength((groups.length * (groups.length - 1)) / 2);
    found.forEach(({ statistic, p }, i) => {
      expectClose(statistic, dunn_z.flat()[i], 1e-11);
      expectClose(p, dunn_p.flat()[i], 1e-11);
    });
  });
});

it('dunnTest names the pairs by their place, passing over groups without values', () => {
  const groups = [Float64Array.of(1, 2), new Float64Array(), Float64Array.of(3), Float64Array.of(2, 5)];
  expect(dunnTest(groups).map(({ first, second }) => [first, second])).toEqual([[0, 2], [0, 3], [2, 3]]);
});

it('dunnTest has a positive z where the first group ranks higher, and none where all are equal', () => {
  expect(dunnTest([Float64Array.of(5, 6), Float64Array.of(1, 2)])[0].statistic).toBeGreaterThan(0);
  const [pair] = dunnTest([Float64Array.of(1), Float64Array.of(1)]);
  expect(pair).toMatchObject({ statistic: null, p: null, reason: 'constant' });
});
