import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlationsThatFit, sizesThatFit } from '../../../src/claims/checks/sample-sizes-that-fit.js';
import { studentTTwoSided } from '../../../src/numeric/student-t.js';

const RHO = { low: -0.295, high: -0.285 };
const P = { low: 0.035, high: 0.045 };
const pOf = (r: number, n: number): number => studentTTwoSided(r * Math.sqrt((n - 2) / (1 - r * r)), n - 2);

describe('sizesThatFit', () => {
  it('finds n from 47 to 54 for ρ = −0.29, p = 0.04 (J Am Med Inform Assoc 2013;20:519, abstract)', () => {
    expect(sizesThatFit(RHO, P)).toEqual({ least: 47, most: 54 });
  });

  it('agrees with trying every n', () => {
    fc.assert(fc.property(fc.integer({ min: 15, max: 95 }), fc.integer({ min: 1, max: 60 }), (r, p) => {
      const [correlation, room] = [{ low: (r - 0.5) / 100, high: (r + 0.5) / 100 }, { low: (p - 0.5) / 100, high: (p + 0.5) / 100 }];
      const fitting = Array.from({ length: 1000 }, (_, index) => index + 3)
        .filter((n) => pOf(correlation.high, n) <= room.high + 1e-13 && pOf(correlation.low, n) >= room.low - 1e-13);
      expect(sizesThatFit(correlation, room)).toEqual(fitting.length === 0 ? null : { least: fitting[0], most: fitting.at(-1) });
    }), { numRuns: 60 });
  });

  it('has no end for p < .05, nor for a correlation that may be 0', () => {
    expect(sizesThatFit(RHO, { low: 0, high: 0.05 })).toEqual({ least: 45, most: Infinity });
    expect(sizesThatFit({ low: -0.005, high: 0.005 }, { low: 0.5, high: 1 })?.most).toBe(Infinity);
  });

  it('finds none where ρ is too large for its p at any n', () => {
    expect(sizesThatFit({ low: 0.9995, high: 1 }, { low: 0.04, high: 0.05 })).toBeNull();
  });
});

describe('correlationsThatFit', () => {
  it('leaves .285 to .2875 at n = 54, and all that rounds to −0.29 at n = 50', () => {
    const at54 = correlationsThatFit(RHO, P, 54)!;
    expect(at54.low).toBe(0.285);
    expect(at54.high).toBeCloseTo(0.28755, 5);
    expect(pOf(at54.high, 54)).toBeCloseTo(0.035, 10);
    expect(correlationsThatFit(RHO, P, 50)).toEqual({ low: 0.285, high: 0.295 });
  });

  it('leaves nothing at the 39 of the focus groups', () => {
    expect(correlationsThatFit(RHO, P, 39)).toBeNull();
  });
});
