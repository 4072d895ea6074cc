import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCount, checkPercent, denominatorsOf } from '../../../src/claims/paper/check-share.js';
import { decimal } from '../../../src/numeric/decimal.js';
import { checkedText, verdicts } from './reading.js';

describe('denominatorsOf', () => {
  it('finds every n of which the count is that percentage, as trying them all does', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 5, max: 1000 }), (count, tenths) => {
      // |1000 count / n − tenths| <= ½, in whole numbers.
      const tried = Array.from({ length: 13_400 }, (_, index) => index + 1).filter((n) => Math.abs(2000 * count - 2 * tenths * n) <= n);
      const found = denominatorsOf(count, { digits: BigInt(tenths), exponent: -1 });
      expect(found).toEqual(tried.length === 0 ? null : { low: tried[0], high: tried.at(-1) });
    }), { numRuns: 50 });
  });

  it('has no end for 0 %, and none for a count of 0', () => {
    expect([denominatorsOf(3, decimal('0')), denominatorsOf(0, decimal('65'))]).toEqual([null, null]);
  });
});

describe('a count of more than all', () => {
  it('is right only under a condition, though its percentage is that of the two numbers', () => {
    const verdict = (count: number, percent: string) => checkCount(count, decimal(percent), { n: 54, from: 'option' }, 'either').verdict;
    expect([verdict(58, '107'), verdict(54, '100'), verdict(58, '93')]).toEqual(['conditional', 'consistent', 'inconsistent']);
  });
});

describe('a percentage in a sentence', () => {
  it.each([
    ['Twelve of 54 (22%) came', '54 (22%) | percent consistent'],
    ['Twenty-one out of the 54 (40%) came', '54 (40%) | percent inconsistent'],
    ['12 (22%) came', '12 (22%) | count consistent'],
    ['heterogeneity was high (I² = 64%)', 'I² = 64% | percent not-checkable'],
    ['I2: 64% of the trials', '64% | percent not-checkable'],
    ['adjusted R² was 23.1%', '23.1% | percent not-checkable'],
    ['fewer came (95% CI 0.1% to 0.7%)', null],
    ['of women (95% CI, 78%–97%)', null],
    ['in phase I 64% came', '64% | percent inconsistent'],
  ])('%s: %s', (text, expected) => {
    expect(verdicts(checkedText(text, { n: 54 }))).toEqual(expected === null ? [] : [expected]);
  });
});

describe('an n that only the text gave', () => {
  it('makes a condition of what a told one makes a finding', () => {
    const verdict = (from: 'text' | 'option') => [checkPercent(decimal('36'), { n: 54, from }, 'either').verdict, checkCount(19, decimal('36'), { n: 54, from }, 'either').verdict];
    expect([verdict('text'), verdict('option')]).toEqual([['conditional', 'conditional'], ['inconsistent', 'inconsistent']]);
  });

  it('is not that of a count larger than it, nor of a percentage of less than half a person', () => {
    expect(checkCount(60, decimal('36'), { n: 54, from: 'text' }, 'either').verdict).toBe('not-checkable');
    expect(checkCount(140, decimal('66.0'), { n: 140, from: 'text' }, 'either')).toMatchObject({ verdict: 'not-checkable', computed: { name: 'n', low: 212, high: 212 } });
    expect(checkCount(140, decimal('100'), { n: 140, from: 'text' }, 'either').verdict).toBe('consistent');
    expect(checkPercent(decimal('0.5'), { n: 54, from: 'text' }, 'either').verdict).toBe('not-checkable');
  });
});
