import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosine } from '../../../src/stats/correlation/cosine.js';
import { orthonormalBasis, unitResidual } from '../../../src/stats/correlation/unit-residuals.js';

const component = fc.integer({ min: -1000, max: 1000 });
const vector = fc
  .array(component, { minLength: 6, maxLength: 6 })
  .filter((values) => values.some((value) => value !== 0));

describe('orthonormalBasis', () => {
  it('is at right angles to a few roundings, however nearly parallel the vectors are', () => {
    fc.assert(
      fc.property(vector, vector, fc.integer({ min: 0, max: 5 }), (a, b, digits) => {
        const nearly = a.map((value, i) => value + b[i]! * 10 ** -digits);
        fc.pre(nearly.some((value) => value !== 0));
        const basis = orthonormalBasis([unit(a), unit(nearly)]);
        fc.pre(basis !== null);
        expect(Math.abs(dot(basis[0]!, basis[1]!))).toBeLessThan(3e-15);
        for (const one of basis) expect(dot(one, one)).toBeCloseTo(1, 14);
      }),
    );
  });

  it('is none where a vector lies in the span of those before it', () => {
    fc.assert(
      fc.property(vector, vector, component, component, (a, b, s, t) => {
        const mixed = a.map((value, i) => s * value + t * b[i]!);
        fc.pre(mixed.some((value) => value !== 0));
        expect(orthonormalBasis([unit(a), unit(b), unit(mixed)])).toBeNull();
      }),
    );
  });

  it('keeps a direction that shows in the sixth digit', () => {
    expect(orthonormalBasis([unit([1, 0, 0]), unit([1, 1e-6, 0])])).not.toBeNull();
    expect(orthonormalBasis([unit([1, 0, 0]), unit([1, 1e-8, 0])])).toBeNull();
  });
});

describe('unitResidual', () => {
  it('is the vector itself for an empty basis', () => {
    expect([...unitResidual(Float64Array.of(0.6, 0.8), [])!]).toEqual([0.6, 0.8]);
  });

  it('lets what is not a number through', () => {
    expect(unitResidual(Float64Array.of(NaN, 1), [Float64Array.of(1, 0)])![0]).toBeNaN();
  });
});

describe('cosine', () => {
  it('is exactly ±1 for the same and the opposite direction, and 0 at right angles', () => {
    fc.assert(
      fc.property(vector, (values) => {
        const u = unit(values);
        expect(cosine(u, u)).toBe(1);
        expect(cosine(u, u.map((value) => -value))).toBe(-1);
      }),
    );
    expect(cosine(Float64Array.of(1, 0), Float64Array.of(0, 1))).toBe(0);
  });
});

function unit(values: readonly number[]): Float64Array {
  const length = Math.hypot(...values);
  return Float64Array.from(values, (value) => value / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((total, value, i) => total + value * b[i]!, 0);
}
