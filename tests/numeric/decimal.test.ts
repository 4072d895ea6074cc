import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDecimals, compareDecimals, decimal, decimalNumber, decimalOf, decimalText, roundDecimal } from '../../src/numeric/decimal.js';

const decimals = fc.record({ digits: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), exponent: fc.integer({ min: -30, max: 10 }) });

describe('a decimal', () => {
  it('keeps every written digit', () => {
    expect(['-0.290', '.5', '12.', '5.81e-3', '1.23e6', '-0'].map((text) => decimalText(decimal(text)))).toEqual(['-0.290', '0.5', '12', '0.00581', '1230000', '0']);
  });
  it.each(['', '.', '-', '1.2.3', '1e', 'Infinity', '0x1', '1 2'])('is not read from %j', (text) => {
    expect(() => decimal(text)).toThrow('is no decimal number');
  });
  it('reads back as its own text', () => {
    fc.assert(fc.property(decimals, (one) => { expect(compareDecimals(decimal(decimalText(one)), one)).toBe(0); }));
  });
  it('adds and orders without error', () => {
    fc.assert(fc.property(decimals, decimals, (a, b) => {
      expect(compareDecimals(addDecimals(addDecimals(a, b), { ...b, digits: -b.digits }), a)).toBe(0);
      expect(compareDecimals(a, b)).toBe(-compareDecimals(b, a) || 0);
    }));
  });
});

describe('decimalOf', () => {
  it('takes 12 digits as known, so that a tie of the decimals is one whatever the nearest double', () => {
    expect([1.005, 0.28500000000000003, 2.3299999999999996].map((value) => decimalNumber(decimalOf(value)))).toEqual([1.005, 0.285, 2.33]);
    expect(compareDecimals(decimalOf(0.285000000001), decimal('0.285'))).toBe(1);
  });
  it('takes a whole number as it is', () => {
    expect(decimalText(decimalOf(9_007_199_254_740_991))).toBe('9007199254740991');
  });
});

describe('roundDecimal', () => {
  it.each([
    ['0.285', '0.29', '0.28', '0.28', '0.28'], ['-0.285', '-0.29', '-0.28', '-0.28', '-0.28'], ['0.295', '0.30', '0.29', '0.30', '0.29'],
    ['0.2851', '0.29', '0.29', '0.29', '0.28'], ['0.2849', '0.28', '0.28', '0.28', '0.28'], ['7', '7.00', '7.00', '7.00', '7.00'],
  ])('%s half-up %s, half-down %s, half-even %s, cut %s', (text, ...rounded) => {
    expect((['half-up', 'half-down', 'half-even', 'truncate'] as const).map((way) => decimalText(roundDecimal(decimal(text), -2, way)))).toEqual(rounded);
  });
  it('rounds to tens and hundreds', () => {
    expect(decimalText(roundDecimal(decimal('1234567'), 4, 'half-up'))).toBe('1230000');
  });
});
