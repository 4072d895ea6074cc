import { describe, expect, it } from 'vitest';
import { omegaTotal } from '../../../src/stats/scales/omega-total.js';
import { reversed } from '../../../src/stats/scales/scale-scores.js';
import { expectClose, shared, sharedStatistics } from '../groups/golden-groups.js';
import { goldenScales, item } from './golden-scales.js';

describe('omegaTotal is psych omega(nfactors = 1, flip = FALSE) within 1e-6', () => {
  it.each(Object.entries(goldenScales).filter(([, scale]) => scale.listwise.omega !== null && scale.items.length > 2))(
    '%s',
    (_, { items, pairwise, listwise }) => {
      expect(Math.abs(omegaTotal(items.map(item), 'listwise').estimate! - listwise.omega!)).toBeLessThan(1e-6);
      expect(Math.abs(omegaTotal(items.map(item), 'pairwise').estimate! - pairwise.omega!)).toBeLessThan(1e-6);
    },
  );

  it.skipIf(shared.absent)(`the omega of reference/statistics.json${shared.skipped}`, () => {
    const reference = sharedStatistics<never>('reliability') as unknown as {
      items_with_item4_reversed: Record<string, number[]>; omega_total_1factor_minres: number;
    };
    const items = Object.values(reference.items_with_item4_reversed).map(item);
    const recoded = items.with(3, reversed(items[3], { min: 1, max: 5 }));
    expectClose(omegaTotal(recoded, 'listwise').estimate, reference.omega_total_1factor_minres, 1e-6);
  });
});

describe('omegaTotal', () => {
  it('of three items comes from the loadings that fit them exactly: λ₁² = r₁₂r₁₃ / r₂₃', () => {
    const items = goldenScales['three'].items.map(item);
    const { loadings, estimate } = omegaTotal(items, 'listwise');
    const r = (i: number, j: number): number => loadings[i] * loadings[j];
    const found = correlations(goldenScales['three'].items as number[][]);
    for (const [i, j] of [[0, 1], [0, 2], [1, 2]]) expectClose(r(i, j), found[i][j], 1e-11);
    const total = 3 + 2 * (found[0][1] + found[0][2] + found[1][2]);
    expectClose(estimate, loadings.reduce((sum, loading) => sum + loading, 0) ** 2 / total, 1e-11);
  });
  it('is undefined for two items, for one that never varies, and where a loading passes 1', () => {
    const a = item([1, 2, 3, 4, 5, 3]);
    expect(omegaTotal([a, item([2, 2, 3, 5, 4, 3])], 'listwise').reason).toBe('too-few');
    expect(omegaTotal([a, a, item([1, 1, 1, 1, 1, 1])], 'listwise').reason).toBe('constant');
    expect(omegaTotal([item([null]), item([1]), item([1])], 'listwise').reason).toBe('empty-group');
    // r₁₂ = r₁₃ = .8 or so and r₂₃ near 0: λ₁² = r₁₂r₁₃ / r₂₃ is far above 1.
    const x = [1, 2, 3, 4, 5, 6, 7, 8];
    const wiggle = [1, -1, -1, 1, 1, -1, -1, 1].map((v) => 2.2 * v);
    const parts = [x, x.map((v, i) => v + wiggle[i]), x.map((v, i) => v - wiggle[i])];
    expect(omegaTotal(parts.map(item), 'listwise')).toMatchObject({ estimate: null, reason: 'heywood' });
  });
});

function correlations(items: readonly number[][]): number[][] {
  const centred = items.map((values) => values.map((value) => value - values.reduce((a, b) => a + b) / values.length));
  const dot = (a: number[], b: number[]): number => a.reduce((sum, value, i) => sum + value * b[i], 0);
  return centred.map((a) => centred.map((b) => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))));
}
