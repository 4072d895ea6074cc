import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilDivide, floorDivide } from '../../src/numeric/whole-division.js';

describe('floorDivide and ceilDivide', () => {
  it('are the whole numbers next below and above the quotient, whatever its sign', () => {
    fc.assert(fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 15n), (a, b) => {
      const floor = floorDivide(a, b);
      expect(floor * b <= a && a < (floor + 1n) * b).toBe(true);
      expect(ceilDivide(a, b)).toBe(floor * b === a ? floor : floor + 1n);
    }));
  });
});
