import { describe, expect, it } from 'vitest';
import { fisherZVariance } from '../../../src/stats/correlation/fisher-z-variance.js';

describe('fisherZVariance', () => {
  it('has the constants of Fisher (1921), Bonett & Wright (2000) and Fieller, Hartley & Pearson (1957)', () => {
    expect(fisherZVariance('fisher', 'pearson', 0.4, 30)).toBeCloseTo(1 / 27, 15);
    expect(fisherZVariance('bonett-wright', 'spearman', -0.4, 30)).toBeCloseTo(1.08 / 27, 15);
    expect(fisherZVariance('fieller', 'spearman', 0.4, 30)).toBeCloseTo(1.06 / 27, 15);
    expect(fisherZVariance('fieller', 'kendall', 0.4, 30)).toBeCloseTo(0.437 / 26, 15);
  });

  it('takes an n that is a fraction, and is none where n spends it all', () => {
    expect(fisherZVariance('fisher', 'pearson', 0, 3.5)).toBe(2);
    expect(fisherZVariance('fisher', 'pearson', 0, 3)).toBeNull();
    expect(fisherZVariance('fieller', 'kendall', 0, 4)).toBeNull();
    expect(fisherZVariance('fieller', 'spearman', 0, 4)).toBe(1.06);
  });
});
