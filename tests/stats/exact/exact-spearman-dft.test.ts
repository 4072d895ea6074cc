import { describe, expect, it } from 'vitest';
import { complexArray, transform, transformLength } from '../../../src/stats/exact/exact-spearman-dft.js';

describe('transform', () => {
  it.each([1, 2, 16, 48, 80, 112])('is Σ z exp(−2πikt/n), n = %i', (n) => {
    const input = complexArray(n);
    for (let t = 0; t < n; t++) [input.re[t], input.im[t]] = [Math.sin(t * t), Math.cos(3 * t)];
    const output = transform(input);
    for (let k = 0; k < n; k++) {
      let [re, im] = [0, 0];
      for (let t = 0; t < n; t++) {
        const angle = (-2 * Math.PI * ((k * t) % n)) / n;
        re += input.re[t] * Math.cos(angle) - input.im[t] * Math.sin(angle);
        im += input.re[t] * Math.sin(angle) + input.im[t] * Math.cos(angle);
      }
      expect(output.re[k]).toBeCloseTo(re, 11);
      expect(output.im[k]).toBeCloseTo(im, 11);
    }
  });
});

describe('transformLength', () => {
  it('is the next multiple of a power of two, at most a quarter too long', () => {
    expect(transformLength(49_525)).toBe(7 * 2 ** 13);
    expect(transformLength(96_346)).toBe(3 * 2 ** 15);
    expect(transformLength(3)).toBe(16);
    for (let least = 64; least < 5000; least += 7) {
      expect(transformLength(least)).toBeGreaterThanOrEqual(least);
      expect(transformLength(least)).toBeLessThanOrEqual(1.25 * least + 1);
    }
  });
});
