import { describe, expect, it } from 'vitest';
import { TEST_SCOPE, chooseTest } from '../../../src/stats/groups/compare-test.js';
import type { Comparison } from '../../../src/stats/groups/compare-test.js';

const number: Comparison = { kind: 'number', groups: 2, paired: false, values: 30, smallest: 15, skewness: 1, smallestExpected: Infinity };
const table: Comparison = { ...number, kind: 'nominal', values: 3, smallestExpected: 5 };

describe('chooseTest compares numbers by their means, not assuming equal variances', () => {
  it('where every group has 15 values and no |skewness| is above 1', () => {
    expect(chooseTest(number)).toEqual({ test: 'welch', why: 'means' });
    expect(chooseTest({ ...number, groups: 3 })).toEqual({ test: 'welch-anova', why: 'means' });
    expect(chooseTest({ ...number, paired: true })).toEqual({ test: 'paired-t', why: 'means' });
  });
  it('and else by ranks, saying which bound it was', () => {
    expect(chooseTest({ ...number, smallest: 14 })).toEqual({ test: 'mann-whitney', why: 'few' });
    expect(chooseTest({ ...number, skewness: 1.01 })).toEqual({ test: 'mann-whitney', why: 'skewed' });
    expect(chooseTest({ ...number, smallest: 14, groups: 3 })).toEqual({ test: 'kruskal', why: 'few' });
    expect(chooseTest({ ...number, skewness: 1.01, paired: true })).toEqual({ test: 'wilcoxon', why: 'skewed' });
  });
});

describe('chooseTest compares ordinal scales by ranks, however many and however even', () => {
  it.each([['mann-whitney', {}], ['kruskal', { groups: 4 }], ['wilcoxon', { paired: true }]] as const)('%s', (test, design) => {
    expect(chooseTest({ ...number, kind: 'ordinal', values: 6, smallest: 500, skewness: 0, ...design })).toEqual({ test, why: 'ordinal' });
  });
});

describe('chooseTest compares categories as a table', () => {
  it('by chi-square, and by Fisher’s test where an expected count is below 5', () => {
    expect(chooseTest(table)).toEqual({ test: 'chi-square', why: 'categories' });
    expect(chooseTest({ ...table, smallestExpected: 4.99 })).toEqual({ test: 'fisher', why: 'sparse' });
    expect(chooseTest({ ...table, groups: 4, smallestExpected: 1 })).toEqual({ test: 'fisher', why: 'sparse' });
  });
  it('whatever has two values is one, a 0/1 answer too; pairs go to McNemar', () => {
    for (const kind of ['number', 'ordinal'] as const) {
      expect(chooseTest({ ...number, kind, values: 2, smallestExpected: 8 })).toEqual({ test: 'chi-square', why: 'two-values' });
      expect(chooseTest({ ...number, kind, values: 2, paired: true })).toEqual({ test: 'mcnemar', why: 'two-values' });
    }
  });
});

it('every test that is chosen is for the design it is chosen for', () => {
  for (const kind of ['number', 'ordinal', 'nominal'] as const) {
    for (const values of [2, 9]) {
      for (const smallest of [3, 50]) {
        for (const [groups, paired] of [[2, false], [3, false], [2, true]] as const) {
          const { design } = TEST_SCOPE[chooseTest({ kind, groups, paired, values, smallest, skewness: 0, smallestExpected: 3 }).test];
          expect(paired ? design === 'paired' : design !== 'paired' && (groups === 2 || design === 'several')).toBe(true);
        }
      }
    }
  }
});
