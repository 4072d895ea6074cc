import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodePoints } from '../../src/dataset/code-points.js';

const texts = fc.string({ unit: fc.constantFrom('a', '\n', 'é', 'e\u0301', '👍', '👩‍⚕️', '𝒳'), maxLength: 20 });

describe('CodePoints', () => {
  it('slices as a list of code points would', () => {
    fc.assert(fc.property(texts, fc.nat(30), fc.nat(30), (text, a, b) => {
      const list = [...text];
      const [start, end] = [Math.min(a, b, list.length), Math.min(Math.max(a, b), list.length)];
      const points = new CodePoints(text);
      expect(points.length).toBe(list.length);
      expect(points.slice(start, end)).toBe(list.slice(start, end).join(''));
    }));
  });

  it('names the code point at every unit, the first and the second of a pair alike', () => {
    fc.assert(fc.property(texts, (text) => {
      const points = new CodePoints(text);
      const units = [...text].flatMap((character, index) => Array.from(character.split(''), () => index));
      expect(Array.from(text.split(''), (_, unit) => points.codePoint(unit))).toEqual(units);
      expect(points.codePoint(text.length)).toBe(points.length);
    }));
  });

  it('goes from a code point to its first unit and back', () => {
    const points = new CodePoints('👍a👍');
    expect([0, 1, 2, 3].map((at) => points.unit(at))).toEqual([0, 2, 3, 5]);
    expect([0, 2, 3, 5].map((at) => points.codePoint(at))).toEqual([0, 1, 2, 3]);
  });
});
