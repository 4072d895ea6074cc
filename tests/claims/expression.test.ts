import { describe, expect, it } from 'vitest';
import { evaluate, operands, parseExpression } from '../../src/claims/expression.js';

const VALUES: ReadonlyMap<string, number | null> = new Map([['a.x', 9.65], ['b[u v].x', 6.45], ['none.x', null], ['t-1.x', 2]]);
const value = (text: string) => evaluate(parseExpression(text, 'study.yml:3:5'), ({ text: one }) => VALUES.get(one) ?? null);

describe('a formula of figures', () => {
  it.each([
    ['a.x', 9.65], ['a.x - b[u v].x', 9.65 - 6.45], ['a.x / b[u v].x', 9.65 / 6.45], ['2 * (a.x + 1)', 21.3], ['-t-1.x', -2], ['t-1.x ^ 3 ^ 2', 512], ['-t-1.x ^ 2', -4],
    ['10 - 4 - 3', 3], ['12 / 3 / 2', 2], ['1 + 2 * 3', 7], ['sqrt(9 / 4)', 1.5], ['abs(-3)', 3], ['1.5e1', 15], ['100 * .5', 50], ['ln(exp(2))', 2], ['log10(1000)', 3],
  ])('%s', (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 12);
  });
  // R 4.2.2: 2*pt(-2.148, 14), pchisq(4, 1, lower = FALSE), pf(4.2, 3, 50, lower = FALSE), 2*pnorm(-1.96);
  // chisq.test and fisher.test of matrix(c(12, 5, 7, 30), 2, byrow = TRUE).
  it.each([
    ['p_t(-2.148, 14)', 0.049701783], ['p_chi_square(4, 1)', 0.045500264], ['p_f(4.2, 3, 50)', 0.009992662], ['p_z(1.96)', 0.049995790],
    ['p_fisher_2x2(3, 1, 1, 3)', 0.485714286], ['p_chi_square_2x2(3, 1, 1, 3)', 0.157299207], ['chi_square_2x2(3, 1, 1, 3)', 2], ['p_yates_2x2(3, 1, 1, 3)', 0.479500122],
  ])('%s is R’s', (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 7);
  });
  it('is undefined where an operand is, or where there is no answer', () => {
    expect(['none.x + 1', 'a.x / 0', 'sqrt(-1)', 'ln(0)', 'p_fisher_2x2(1.5, 1, 1, 1)', 'p_chi_square_2x2(0, 0, 1, 3)'].map(value)).toEqual([null, null, null, null, null, null]);
  });
  it('knows what it is made of', () => {
    expect(operands(parseExpression('sqrt(a.x) * b[u v].x - 1', '')).map(({ text }) => text)).toEqual(['a.x', 'b[u v].x']);
  });
  it.each(['a.x +', '(a.x', 'a.x)', 'a.x b.x', '1 2', 'sqrt()', 'sqrt(1, 2)', '* 3', '(', '1 +', `${'('.repeat(99)}1${')'.repeat(99)}`])('%s is none', (text) => {
    expect(() => value(text)).toThrow(expect.objectContaining({ code: 'E_ADDRESS_SYNTAX', where: 'study.yml:3:5' }));
  });
  it('offers the nearest function', () => {
    expect(() => value('sqr(2)')).toThrow(expect.objectContaining({ hint: 'Nearest: sqrt.' }));
  });
});
