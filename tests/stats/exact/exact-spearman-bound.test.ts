import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/stats/steps.js';
import { CoefficientBounds } from '../../../src/stats/exact/exact-spearman-bound.js';
import { coefficientSteps } from '../../../src/stats/exact/exact-spearman-coefficients.js';
import { planInversion } from '../../../src/stats/exact/exact-spearman-inversion.js';
import { spearmanMargins } from '../../../src/stats/exact/exact-spearman-margins.js';
import { tiltTowards } from '../../../src/stats/exact/exact-spearman-tilt.js';

interface Bounded {
  modulus: number;
  bound: number;
  sharper: number;
}

/** The moduli of all coefficients and their bounds, as shares of the greatest. */
function bounded(x: readonly number[], y: readonly number[], deviations: number): Bounded[] {
  const { margins } = spearmanMargins(Float64Array.from(x), Float64Array.from(y));
  const inversion = planInversion(margins, { work: 1e10, bytes: 1e9 })!;
  const { lattice, meanScore, modulus } = inversion;
  const tilt = tiltTowards(inversion, inversion.mean + deviations * inversion.deviation);
  const bounds = new CoefficientBounds(lattice, margins.columns, meanScore, tilt, modulus);
  const all = Array.from({ length: modulus / 2 + 1 }, (_, k) => k);
  const { re, im, logScale } = finish(coefficientSteps(lattice, margins.columns, meanScore, tilt, all, modulus));
  return all.map((k) => ({
    modulus: Math.hypot(re[k], im[k]) / re[0],
    bound: Math.exp(bounds.log(k) - logScale) / re[0],
    sharper: Math.exp(bounds.sharperLog(k) - logScale) / re[0],
  }));
}

/** Where a coefficient is nothing but rounding, its modulus says nothing. */
const NOISE = 1e-13;

describe('CoefficientBounds', () => {
  it('lies above the coefficient at every frequency, tilted or not, with ties or without', () => {
    const values = fc.array(fc.nat(4), { minLength: 9, maxLength: 9 });
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 9 });
    fc.assert(
      fc.property(values, fc.oneof(values, order), fc.constantFrom(0, 1, 2), (x, y, deviations) => {
        fc.pre(new Set(x).size > 1 && new Set(y).size > 1);
        for (const { modulus, bound, sharper } of bounded(x, y, deviations)) {
          expect(modulus).toBeLessThanOrEqual(sharper + NOISE);
          expect(sharper).toBeLessThanOrEqual(bound);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is close enough to be of use: below 1e-5 for nine frequencies in ten of 30 rows, five levels', () => {
    const x = Array.from({ length: 30 }, (_, i) => (i * i) % 5 + i % 2);
    const y = Array.from({ length: 30 }, (_, i) => (i * 17) % 31);
    const all = bounded(x, y, 0);
    for (const { modulus, sharper } of all) expect(modulus).toBeLessThanOrEqual(sharper + NOISE);
    expect(all.filter(({ bound }) => bound < 1e-5).length / all.length).toBeGreaterThan(0.9);
  });
});
