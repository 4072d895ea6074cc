import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitOf } from '../../src/integration/fit.js';
import type { ExpectedDirection } from '../../src/integration/fit.js';

const interval = (estimate: number, low: number, high: number) => ({ mentionedBy: 5, estimate, low, high });

describe('fitOf', () => {
  it.each([
    ['the paper’s correlation, as expected', interval(-0.29, -0.52, -0.01), 'negative', 'agreement'],
    ['the paper’s correlation, against expectation', interval(-0.29, -0.52, -0.01), 'positive', 'dissonance'],
    ['not significant and wide: not dissonance', interval(-0.19, -0.44, 0.09), 'positive', 'inconclusive'],
    ['not significant, the other side ruled out', interval(-0.19, -0.44, 0.09), 'negative', 'partial'],
    ['not significant, the other side open', interval(-0.17, -0.42, 0.1), 'negative', 'inconclusive'],
    ['narrow about nothing where something was expected', interval(0.01, -0.06, 0.08), 'positive', 'dissonance'],
    ['narrow about nothing where nothing was expected', interval(0.01, -0.06, 0.08), 'none', 'agreement'],
    ['wide about nothing where nothing was expected', interval(0.01, -0.3, 0.3), 'none', 'inconclusive'],
    ['something where nothing was expected', interval(0.3, 0.1, 0.5), 'none', 'dissonance'],
  ] as const)('%s', (_, evidence, expected, fit) => {
    expect(fitOf(evidence, expected, 0.1)).toBe(fit);
  });

  it('is silence where nobody mentions the theme or the statistic is undefined', () => {
    expect(fitOf({ ...interval(0.5, 0.3, 0.7), mentionedBy: 0 }, 'positive', 0.1)).toBe('silence');
    expect(fitOf({ mentionedBy: 5, estimate: null, low: null, high: null }, 'positive', 0.1)).toBe('silence');
  });

  it('never calls a wide interval dissonance, and does not care which side is called positive', () => {
    const bounds = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    const turned: Record<ExpectedDirection, ExpectedDirection> = { positive: 'negative', negative: 'positive', none: 'none' };
    fc.assert(fc.property(bounds, fc.constantFrom<ExpectedDirection>('positive', 'negative', 'none'), ([a, b, share], expected) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const estimate = low + share * (high - low);
      const fit = fitOf(interval(estimate, low, high), expected, 0.1);
      expect(fitOf(interval(-estimate, -high, -low), turned[expected], 0.1)).toBe(fit);
      if (low <= -0.1 && high >= 0.1) expect(fit).toBe('inconclusive');
    }));
  });
});
