import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalUpperQuantile, normalUpperTail } from '../../../src/numeric/normal.js';
import { detectableCorrelation } from '../../../src/stats/correlation/detectable.js';
import { golden as allGolden } from './golden-partial-weighted.js';

const golden = allGolden.detectable;

describe('detectableCorrelation', () => {
  it('agrees with R\'s uniroot', () => {
    golden.n.forEach((n, i) => {
      expect(detectableCorrelation({ n })).toBeCloseTo(golden['bonett-wright'][i]!, 10);
      expect(detectableCorrelation({ n, method: 'pearson' })).toBeCloseTo(golden.fisher[i]!, 10);
    });
  });

  it('agrees with Cohen (1992), "A power primer", table 2: n = 783, 85 and 28 for r = .10, .30 and .50', () => {
    for (const [n, r] of [[783, 0.1], [85, 0.3], [28, 0.5]] as const) {
      expect(Math.abs(detectableCorrelation({ n, method: 'pearson' })! - r)).toBeLessThan(0.01);
    }
  });

  it('is the first point of a fine grid whose power reaches what was asked', () => {
    for (const [n, alpha, power] of [[12, 0.05, 0.8], [54, 0.05, 0.8], [54, 0.01, 0.9], [300, 0.1, 0.5]] as const) {
      const found = detectableCorrelation({ n, alpha, power })!;
      const step = 1e-4;
      let rho = 0;
      while (powerAt(rho, n, alpha) < power) rho += step;
      expect(rho - step).toBeLessThan(found);
      expect(rho).toBeGreaterThanOrEqual(found - 1e-12);
    }
  });

  it('falls with n, and rises with the power and with a stricter alpha', () => {
    const n = fc.double({ min: 4, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(n, fc.double({ min: 0.5, max: 0.98, noNaN: true }), (size, power) => {
        const here = detectableCorrelation({ n: size, power })!;
        expect(detectableCorrelation({ n: size + 1, power })).toBeLessThanOrEqual(here);
        expect(detectableCorrelation({ n: size, power: power + 0.01 })).toBeGreaterThanOrEqual(here);
        expect(detectableCorrelation({ n: size, power, alpha: 0.01 })).toBeGreaterThanOrEqual(here);
      }),
    );
  });

  it('has a Kendall and a Fieller form', () => {
    const reach = normalUpperQuantile(0.025) + normalUpperQuantile(0.2);
    const at = (variance: number): number => Math.tanh(reach * Math.sqrt(variance));
    expect(detectableCorrelation({ n: 54, method: 'kendall' })).toBeCloseTo(at(0.437 / 50), 13);
    expect(detectableCorrelation({ n: 54, variance: 'fieller' })).toBeCloseTo(at(1.06 / 51), 13);
  });

  it('is null where n leaves no variance, and refuses what makes no sense', () => {
    expect(detectableCorrelation({ n: 3 })).toBeNull();
    expect(detectableCorrelation({ n: 4, method: 'kendall' })).toBeNull();
    for (const wrong of [{ alpha: 0 }, { alpha: 1 }, { power: 1 }, { power: 0.4 }]) {
      expect(() => detectableCorrelation({ n: 54, ...wrong })).toThrow(RangeError);
    }
    expect(() => detectableCorrelation({ n: 54, method: 'pearson', variance: 'fieller' })).toThrow(RangeError);
  });
});

/** The chance that z = atanh r, normal with the Bonett-Wright variance, passes the critical value on ρ's side. */
function powerAt(rho: number, n: number, alpha: number): number {
  const deviation = Math.sqrt((1 + (rho * rho) / 2) / (n - 3));
  return normalUpperTail(normalUpperQuantile(alpha / 2) - Math.atanh(rho) / deviation);
}
