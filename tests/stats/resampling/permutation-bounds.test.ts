import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactBounds, roundedBounds } from '../../../src/stats/resampling/permutation-bounds.js';

describe('exactBounds', () => {
  it('mirrors the observed value in the expectation', () => {
    expect(exactBounds(7, 'two-sided', new Map())).toEqual({ low: -7, high: 7 });
    expect(exactBounds(-7, 'two-sided', new Map([[3, 0n]]))).toEqual({ low: -7, high: 7 });
    expect(exactBounds(1, 'two-sided', new Map([[2, 5n]]))).toEqual({ low: 1, high: 4 });
  });

  it('takes the next whole number out where the mirror image falls between two', () => {
    expect(exactBounds(1, 'two-sided', new Map([[3, 1n]]))).toEqual({ low: -1, high: 1 });
    expect(exactBounds(0, 'two-sided', new Map([[3, 1n]]))).toEqual({ low: 0, high: 1 });
  });

  it('looks to one side only where that was asked', () => {
    expect(exactBounds(4, 'less', new Map())).toEqual({ low: 4, high: Infinity });
    expect(exactBounds(4, 'greater', new Map())).toEqual({ low: -Infinity, high: 4 });
  });

  it('counts T exactly when |T − E| ≥ |t − E| in fractions', () => {
    const fraction = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: -60, max: 60 }));
    const fractions = fc.array(fraction, { maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fractions, (observed, terms) => {
        const expectation = new Map<number, bigint>();
        for (const [under, over] of terms) expectation.set(under, (expectation.get(under) ?? 0n) + BigInt(over));
        // 27,720 is a common multiple of 1 to 12.
        const scaled = terms.reduce((sum, [under, over]) => sum + over * (27_720 / under), 0);
        const { low, high } = exactBounds(observed, 'two-sided', expectation);
        const totals = Array.from({ length: 301 }, (_, at) => at - 150);
        const distance = Math.abs(27_720 * observed - scaled);
        expect(totals.filter((total) => total <= low || total >= high))
          .toEqual(totals.filter((total) => Math.abs(27_720 * total - scaled) >= distance));
      }),
      { numRuns: 200 },
    );
  });
});

describe('roundedBounds', () => {
  it('lets a value that misses the observed one by less than the tolerance tie with it', () => {
    const { low, high } = roundedBounds(0.3, 'two-sided', 0.1, 1e-12);
    expect(0.1 + 0.2 - 1e-13 >= high).toBe(true);
    expect(-0.1 + 1e-13 <= low).toBe(true);
    expect(0.3 - 1e-11 >= high).toBe(false);
  });

  it('looks to one side only where that was asked', () => {
    expect(roundedBounds(0.3, 'less', 0, 0.01)).toEqual({ low: 0.31, high: Infinity });
    expect(roundedBounds(0.3, 'greater', 0, 0.01)).toEqual({ low: -Infinity, high: 0.29 });
  });
});
