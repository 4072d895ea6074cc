import { describe, expect, it } from 'vitest';
import { decimalPlaces } from '../../../src/stats/table-one/decimal-places.js';

describe('decimalPlaces', () => {
  it.each<[number[], number]>([[[], 0], [[45, 70], 0], [[7.1, 8, 6.25], 2], [[-0.125, 1e3], 3], [[5e-1], 1]])('of %j is %i', (values, places) => {
    expect(decimalPlaces(Float64Array.from(values))).toBe(places);
  });
  it('of computed values leaves three significant digits to the SD, a mean having one decimal more', () => {
    const thirds = Float64Array.from([10, 20, 31], (value) => value / 3);
    expect(decimalPlaces(thirds)).toBe(1);
    expect(decimalPlaces(thirds.map((value) => value / 1000))).toBe(4);
    expect(decimalPlaces(thirds.map((value) => value * 1000))).toBe(0);
  });
});
