import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pInterval } from '../../../src/claims/checks/test-p.js';
import type { TestDistribution } from '../../../src/claims/checks/test-p.js';
import { golden } from './golden-checks.js';

const at = (value: number) => ({ low: value, high: value });

describe('pInterval', () => {
  const vectors = golden.groups['p_recalc'] as unknown as { type: string; value: number; df1: number; df2: number; p: number }[];
  it.each(vectors.map((vector) => [`${vector.type} = ${vector.value}`, vector] as const))('%s has scipy’s p', (_, { type, value, df1, df2, p }) => {
    const distributions: Readonly<Record<string, TestDistribution>> = {
      t: { name: 't', df: at(df2) }, F: { name: 'f', df1: at(df1), df2: at(df2) }, Z: { name: 'normal' }, Chi2: { name: 'chi-square', df: at(df1) },
    };
    expect(pInterval(at(value), distributions[type])).toEqual({ low: expect.closeTo(p, 12), high: expect.closeTo(p, 12) });
  });

  it('holds the p of every statistic in the interval', () => {
    fc.assert(fc.property(fc.double({ min: -0.99, max: 0.98, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (low, share) => {
      const whole = pInterval({ low, high: low + 0.01 }, { name: 'correlation', df: at(52) });
      const inside = pInterval(at(low + 0.01 * share), { name: 'correlation', df: at(52) });
      expect(inside.low).toBeGreaterThanOrEqual(whole.low - 1e-15);
      expect(inside.high).toBeLessThanOrEqual(whole.high + 1e-15);
    }));
  });

  it('is 1 at its upper end where the statistic may be 0, and 0 where it has no bound', () => {
    expect(pInterval({ low: -0.005, high: 0.005 }, { name: 'normal' }).high).toBe(1);
    expect(pInterval({ low: 2.2, high: Infinity }, { name: 't', df: at(28) }).low).toBe(0);
  });

  it('widens with degrees of freedom that were rounded', () => {
    const whole = pInterval(at(2.2), { name: 't', df: at(27.5) });
    const rounded = pInterval(at(2.2), { name: 't', df: { low: 27.45, high: 27.55 } });
    expect(rounded.low).toBeLessThan(whole.low);
    expect(rounded.high).toBeGreaterThan(whole.high);
  });

  it('agrees with R for Kendall’s τ without ties: 2 * pnorm(-3 * .3 * sqrt(20 * 19) / sqrt(2 * 45)) = .0644', () => {
    expect(pInterval(at(0.3), { name: 'kendall', n: 20 }).low).toBeCloseTo(0.0644110132528, 12);
  });

  it('holds the exact p of a small U too: of 9 and 11, U = 11 has 2 * pwilcox(11, 9, 11) = .002286 in R', () => {
    const { low, high } = pInterval({ low: 10.5, high: 11.5 }, { name: 'mann-whitney', n1: 9, n2: 11 });
    expect([low, high]).toEqual([expect.closeTo(0.002286259, 9), expect.closeTo(0.0044, 4)]);
    const { low: mirrored } = pInterval({ low: 87.5, high: 88.5 }, { name: 'mann-whitney', n1: 9, n2: 11 });
    expect(mirrored).toBeCloseTo(low, 12);
  });

  it('spans U with and without the continuity correction: of 20 and 18, U = 123.5 and its mirror image 236.5', () => {
    // z = (180 − 123.5) / √(20 · 18 · 39 / 12) = 1.6518, and 1.6372 with ½ taken off.
    const { low, high } = pInterval({ low: 123.5, high: 123.5 }, { name: 'mann-whitney', n1: 20, n2: 18 });
    expect([low, high]).toEqual([expect.closeTo(0.09857, 4), expect.closeTo(0.10159, 4)]);
    expect(pInterval({ low: 236.5, high: 236.5 }, { name: 'mann-whitney', n1: 20, n2: 18 }).low).toBe(low);
  });
});
