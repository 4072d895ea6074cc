import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveSize, weightFault, weightedRows } from '../../../src/stats/correlation/weights.js';

const all = Uint32Array.of(0, 1, 2, 3);
const weights = (values: number[], missing = [0, 0, 0, 0]) => ({
  values: Float64Array.from(values),
  missing: Uint8Array.from(missing),
});

describe('effectiveSize', () => {
  it('is the number of rows where sampling weights are equal, and falls as they differ (Kish 1965)', () => {
    expect(effectiveSize(Float64Array.of(0.2, 0.2, 0.2, 0.2), 'sampling')).toBeCloseTo(4, 14);
    expect(effectiveSize(Float64Array.of(1, 1, 2), 'sampling')).toBeCloseTo(16 / 6, 14);
  });

  it('lies between 1 and the number of rows and does not see the scale of sampling weights', () => {
    const positive = fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(positive, fc.integer({ min: -40, max: 40 }), (values, exponent) => {
        const given = Float64Array.from(values);
        const size = effectiveSize(given, 'sampling');
        expect(size).toBeGreaterThan(1 - 1e-12);
        expect(size).toBeLessThan(values.length * (1 + 1e-12));
        expect(effectiveSize(given.map((value) => value * 2 ** exponent), 'sampling')).toBe(size);
      }),
    );
  });

  it('is the sum of frequencies', () => {
    expect(effectiveSize(Float64Array.of(1, 1, 2), 'frequency')).toBe(4);
  });
});

describe('weightFault', () => {
  it('names the first row that is below 0, among those given and present', () => {
    const below = weights([1, -1, -2, 3]);
    expect(weightFault(below, all, 'sampling')).toEqual({ row: 1, fault: 'negative' });
    expect(weightFault(below, Uint32Array.of(0, 2), 'sampling')).toEqual({ row: 2, fault: 'negative' });
    expect(weightFault(weights([1, -1, 0, 3], [0, 2, 0, 0]), all, 'sampling')).toBeNull();
  });

  it('asks whole numbers of frequencies only', () => {
    expect(weightFault(weights([1, 0, 2.5, 3]), all, 'frequency')).toEqual({ row: 2, fault: 'not-whole' });
    expect(weightFault(weights([1, 0, 2.5, 3]), all, 'sampling')).toBeNull();
  });
});

describe('weightedRows', () => {
  it('leaves out rows whose weight is 0 or missing', () => {
    expect([...weightedRows(weights([1, 0, NaN, 0.5], [0, 0, 1, 0]), all)]).toEqual([0, 3]);
  });
});
