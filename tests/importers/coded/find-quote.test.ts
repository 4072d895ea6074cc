import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from '../../../src/importers/coded/find-quote.js';

describe('findQuote', () => {
  it('finds every stretch of a text that stands there once, and counts one that stands there oftener', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '👍', '.', '(', '’'), minLength: 1, maxLength: 25 });
    fc.assert(fc.property(text, fc.nat(), fc.nat(), (one, a, b) => {
      const units = [...one];
      const [start, end] = [a % units.length, b % units.length].sort((x, y) => x - y);
      const quote = units.slice(start, end + 1).join('');
      if (quote.trim() === '') return;
      const found = findQuote(quote, one);
      if ('start' in found) expect(one.slice(found.start, found.end)).toBe(quote);
      else expect(found.times).toBeGreaterThan(1);
    }));
  });

  it.each([
    ['another quotation mark and dash', 'he said "fine" - so', 'Then he said “fine” – so.', 5],
    ['white space and line breaks', 'one  two\nthree', 'x one two three', 2],
    ['three points for an ellipsis', 'well... yes', 'oh well… yes', 3],
    ['what means something in a pattern', 'a.b (c)* [d]', 'no a.b (c)* [d]', 3],
  ])('%s', (_, quote, text, start) => {
    expect(findQuote(quote, text)).toMatchObject({ start });
  });

  it('finds nothing where nothing stands, and nothing in nothing', () => {
    expect([findQuote('xyz', 'abc'), findQuote('', 'abc'), findQuote(' ', 'abc'), findQuote('a', '')]).toEqual([{ times: 0 }, { times: 0 }, { times: 0 }, { times: 0 }]);
  });
});
