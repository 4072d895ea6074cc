import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midRanks } from '../../../src/numeric/mid-ranks.js';
import { Sample } from '../../../src/stats/correlation/sample.js';
import { weightedMidRanks } from '../../../src/stats/correlation/weighted-mid-ranks.js';

const weight = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const values = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 20 });

describe('weightedMidRanks', () => {
  it('is the weight below less the weight above', () => {
    const { levels } = Sample.of(Float64Array.of(5, 7, 7, 9));
    const ranks = weightedMidRanks(levels, Float64Array.of(1, 2, 3, 4));
    expect([...ranks.values]).toEqual([-9, -3, -3, 6]);
    expect([...ranks.weighted]).toEqual([-9, -6, -9, 24]);
    expect(ranks.sumOfSquares).toBe(81 + 5 * 9 + 4 * 36);
  });

  it('is twice the mid-rank less n + 1 where every weight is 1', () => {
    fc.assert(
      fc.property(values, (given) => {
        const data = Float64Array.from(given);
        const ranks = weightedMidRanks(Sample.of(data).levels, new Float64Array(data.length).fill(1));
        expect([...ranks.values]).toEqual([...midRanks(data)].map((rank) => 2 * rank - (data.length + 1)));
      }),
    );
  });

  it('has exactly the opposite ranks for the reversed variable, whatever the weights', () => {
    fc.assert(
      fc.property(values, fc.array(weight, { minLength: 20, maxLength: 20 }), (given, weights) => {
        const data = Float64Array.from(given);
        const of = (one: Float64Array): number[] =>
          [...weightedMidRanks(Sample.of(one).levels, Float64Array.from(weights)).values];
        expect(of(data.map((value) => -value)).map((rank) => 0 - rank)).toEqual(of(data).map((rank) => 0 + rank));
      }),
    );
  });
});
