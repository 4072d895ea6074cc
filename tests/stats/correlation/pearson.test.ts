import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pearson } from '../../../src/stats/correlation/pearson.js';
import { complete, expectWithin, goldenPairs } from './golden-correlation.js';

describe('pearson is R cor.test()', () => {
  it.each(goldenPairs)('%s', (_, pair) => {
    const { r } = pair.pearson;
    const { estimate } = pearson(...complete(pair));
    if (r !== null && Math.abs(r) > 1 - 1e-12) expect(estimate).toBe(Math.sign(r));
    else expectWithin(estimate, r, 1e-13);
  });
});

describe('pearson of points on a line is exactly', () => {
  const x = Float64Array.of(0.1, 0.2, 0.3, 0.7, 1.9, 2.2, 13);
  it.each([1, 3, 1 / 3, 1e-8, 7e200, 1e-300])('1 for slope %d and -1 for its negative', (slope) => {
    expect(pearson(x, x.map((value) => value * slope)).estimate).toBe(1);
    expect(pearson(x, x.map((value) => value * -slope)).estimate).toBe(-1);
  });
  it('1 where an offset a million times the spread is added', () => {
    const whole = Float64Array.of(1, 2, 4, 7, 11);
    expect(pearson(whole, whole.map((value) => 3 * value + 1e7)).estimate).toBe(1);
  });
});

describe('pearson is within 2.3e-16 of mpmath at 60 digits (correlation-mpmath.py)', () => {
  const path = new URL('../../../fixtures/golden/correlation-mpmath.json', import.meta.url);
  const cases = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { x: number[]; y: number[]; r: number }>;
  it.each(Object.entries(cases))('%s', (_, { x, y, r }) => {
    const { estimate } = pearson(Float64Array.from(x), Float64Array.from(y));
    expect(Math.abs(estimate! - r)).toBeLessThanOrEqual(Number.EPSILON);
    expect(Math.abs(estimate!)).toBeLessThan(1);
  });
});

describe('pearson is undefined, and says why,', () => {
  it('for a constant that is no round number in binary', () => {
    expect(pearson(new Float64Array(7).fill(0.1), Float64Array.of(1, 2, 3, 4, 5, 6, 7)).reason).toBe('constant');
  });
  it('for fewer than three pairs', () => {
    expect(pearson(Float64Array.of(1, 2), Float64Array.of(1, 2)).reason).toBe('too-few-pairs');
  });
  it('where the sum overflows', () => {
    expect(pearson(Float64Array.of(1.7e308, 1.7e308, 0), Float64Array.of(1, 2, 3)).reason).toBe('not-finite');
  });
});
