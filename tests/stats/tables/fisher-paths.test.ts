import { expect, it } from 'vitest';
import { byAscendingSum, firstAtLeast, places } from '../../../src/stats/tables/fisher-paths.js';

it('byAscendingSum orders the ways and adds up their chances from each on', () => {
  const { sums, chances, from } = byAscendingSum(new Map([[7, 0.5], [2, 0.25], [11, 0.125]]));
  expect(sums).toEqual(Float64Array.of(2, 7, 11));
  expect(chances).toEqual(Float64Array.of(0.25, 0.5, 0.125));
  expect(from).toEqual(Float64Array.of(0.875, 0.625, 0.125, 0));
});

it('firstAtLeast finds a value or the next, and the end of the list', () => {
  const list = Float64Array.of(2, 7, 7, 11);
  expect([1, 2, 3, 7, 8, 12].map((at) => firstAtLeast(list, at))).toEqual([0, 0, 1, 1, 3, 4]);
});

it('places never begin behind the value that is looked for', () => {
  const list = Float64Array.of(3, 3, 4, 90, 1000, 1001, 5000, Infinity);
  const { begin, perPlace } = places(list);
  for (const at of [3.5, 4, 89, 90, 91, 999, 1001, 4999, 5000, 6000, 1e9]) {
    const place = Math.min((at - 3) * perPlace, begin.length - 1) | 0;
    expect(begin[place]).toBeLessThanOrEqual(firstAtLeast(list, at));
  }
});
