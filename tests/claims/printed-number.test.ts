import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNotSignificant, printedNumber, printedNumbers } from '../../src/claims/printed-number.js';
import { decimalNumber, decimalText } from '../../src/numeric/decimal.js';

/** What a text prints, as `label relation value`. */
function read(text: string): string[] {
  return printedNumbers(text).map(({ label, relation, value, percent, marks }) =>
    `${label ?? ''}${relation}${decimalText(value)}${percent ? '%' : ''}${marks}`);
}

describe('a number alone', () => {
  it.each([
    ['-0.29', '-0.29'], ['−0.29', '-0.29'], ['− .29', '-0.29'], ['–0.29', '-0.29'], ['+0.29', '0.29'],
    ['.04', '0.04'], ['0·04', '0.04'], ['0,29', '0.29'], ['0,045', '0.045'], ['−,668', '-0.668'],
    ['11,455', '11455'], ['1,234,567.80', '1234567.80'], ['1 234', '1234'], ['1\u2009234', '1234'], ['1\u202F234\u202F567', '1234567'], ['12’345', '12345'],
    ['57.1 years', '57.1'], ['0.050', '0.050'], ['p = .000', '0.000'], ['95%', '95'], ['95 per cent', '95'],
    ['.5e-3', '0.0005'], ['1E5', '100000'], ['5.81 × 10−48', `0.${'0'.repeat(47)}581`], ['5.81×10^-48', `0.${'0'.repeat(47)}581`],
    ['5.81 x 10⁻⁴', '0.000581'], ['1.23 × 10^6', '1230000'], ['1.23·10^{6}', '1230000'], ['2 * 10**3', '2000'],
  ])('%s is %s', (text, value) => {
    expect(decimalText(printedNumber(text)!.value)).toBe(value);
  });

  it('has the power of ten of its last digit as its unit', () => {
    expect(['0.29', '0.290', '57', '1.23 × 10^6', '.5e-3', '11,455', '9.0'].map((text) => printedNumber(text)!.place)).toEqual([-2, -3, 0, 4, -4, 0, -1]);
  });

  it('is none where there are two, or none', () => {
    expect(['7.0 to 8.9', '35 (65%)', 'NS', '', 'HbA1c', '1,2,3'].map(printedNumber)).toEqual([null, null, null, null, null, null]);
  });
});

describe('numbers in a text', () => {
  it.each([
    ['(ρ=-0.29, p=0.04)', ['ρ=-0.29', 'p=0.04']],
    ['t(28) = 2.20, p < .001', ['t(28)=2.20', 'p<0.001']],
    ['χ²(2, N = 90) = 0.89, p ≤ .35', ['χ²(2,N=90)=0.89', 'p<=0.35']],
    ['-0.52 to -0.02', ['=-0.52', '=-0.02']],
    ['7.0–8.9', ['=7.0', '=8.9']],
    ['7.0 – 8.9', ['=7.0', '=8.9']],
    ['[−0.52, −0.02]', ['=-0.52', '=-0.02']],
    ['-0.52–-0.02', ['=-0.52', '=-0.02']],
    ['[7.0,8.9]', ['=7.0', '=8.9']],
    ['57.1 ± 10.2', ['=57.1', '=10.2']],
    ['35/54 (65%)', ['=35', '=54', '=65%']],
    ['0.69** and −0.26#', ['=0.69**', '=-0.26#']],
    ['HbA1c of COVID-19, v2.9.1 and Q10', ['=2.9'].slice(1)],
    ['<1% of 3 people', ['<1%', '=3']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('gives where each stands', () => {
    const text = 'use of SM (ρ=−0.29, p=.04) in 54';
    expect(printedNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual(['ρ=−0.29', 'p=.04', '54']);
  });

  it('takes no time over long runs of one character', () => {
    for (const run of ['1', ',1', 'a', '(', ' ', '-', '.', 'p(', '= ', '1 × 10']) printedNumbers(run.repeat(20_000));
  });
});

describe('a number written and read', () => {
  const style = fc.record({ minus: fc.constantFrom('-', '−', '–'), point: fc.constantFrom('.', '·'), zero: fc.boolean() });
  it('is the same whatever its minus, point and leading zero', () => {
    fc.assert(fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 1, max: 6 }), style, (units, decimals, { minus, point, zero }) => {
      const plain = (units / 10 ** decimals).toFixed(decimals);
      const text = plain.replace('-', minus).replace(/(?<!\d)0\./, zero ? '0.' : '.').replace('.', point);
      const { value, place } = printedNumber(text)!;
      expect(decimalNumber(value)).toBe(Number(plain));
      expect(place).toBe(-decimals);
    }));
  });
});

describe('"not significant"', () => {
  it.each(['NS', 'n.s.', 'ns', '(NS)', 'not significant', 'non-significant', 'nonsignificant', 'N. S.'])('%s', (text) => {
    expect(isNotSignificant(text)).toBe(true);
  });
  it('is not a number, nor a word that begins like it', () => {
    expect(['nsp', '0.05', '', 'significant'].map(isNotSignificant)).toEqual([false, false, false, false]);
  });
});
