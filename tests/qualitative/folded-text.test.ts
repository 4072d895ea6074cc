import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedText } from '../../src/qualitative/folded-text.js';

describe('foldedText', () => {
  it.each([
    ['JOSE\u0301 O’Hara', 'josé o\'hara'], ['Stra\u00DFe', 'strasse'], ['Ann\u2011Marie\u00A0Lee', 'ann-marie lee'],
    ['An\u00ADna', 'anna'], ['ΟΔΟΣ οδος οδοσ', 'οδοσ οδοσ οδοσ'], ['a\r\nb\tc', 'a  b c'], ['x\u0301y', 'x\u0301y'], ['👍 `quoted`', '👍 \'quoted\''],
  ])('%j is %j', (text, folded) => {
    expect(foldedText(text).folded).toBe(folded);
  });

  it('tells for every unit the place it came from, in order, and the end', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', 'é', 'e\u0301', 'ß', '👍', '\u00AD', '\u200D', '’'), maxLength: 30 });
    fc.assert(fc.property(text, (one) => {
      const { folded, places } = foldedText(one);
      expect(places).toHaveLength(folded.length + 1);
      expect(places.at(-1)).toBe(one.length);
      expect([...places]).toEqual([...places].sort((a, b) => a - b));
      const middle = places[Math.floor(folded.length / 2)]!;
      expect(folded.startsWith(foldedText(one.slice(0, middle)).folded)).toBe(true);
    }));
  });
});
