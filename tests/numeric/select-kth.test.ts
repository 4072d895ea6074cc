import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectKth, selectMedian } from '../../src/numeric/select-kth.js';
import { median } from '../../src/stats/quantile-types.js';

const few = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 40 });
/** Long enough that the pivot comes from a sample. */
const many = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 601, maxLength: 2500, size: 'max' });

describe('selection', () => {
  it.each([['few numbers with ties', few, 200], ['many numbers', many, 20]] as const)('of %s finds what sorting finds, with smaller ones before and greater after', (_, arbitrary, numRuns) => {
    fc.assert(fc.property(arbitrary, fc.nat(), (list, at) => {
      const values = Float64Array.from(list);
      const k = at % values.length;
      const sorted = values.slice().sort();
      expect(selectKth(values, k)).toBe(sorted[k]);
      expect(values.slice(0, k).every((value) => value <= sorted[k])).toBe(true);
      expect(values.slice(k).every((value) => value >= sorted[k])).toBe(true);
      expect(values.slice().sort()).toEqual(sorted);
    }), { numRuns });
  });

  it('gives the median of an even count as the mean of the two in the middle', () => {
    fc.assert(fc.property(few, (list) => {
      expect(selectMedian(Float64Array.from(list))).toBe(median(Float64Array.from(list).sort()));
    }));
  });
});
