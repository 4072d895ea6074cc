import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  meanPairwiseDifference, standardizedCategoryDifference, standardizedMeanDifference,
} from '../../../src/stats/table-one/standardized-difference.js';
import { expectClose, goldenGroups } from '../groups/golden-groups.js';

describe('standardizedCategoryDifference is Yang & Dalton\'s, with R\'s solve (group-tests.R)', () => {
  it.each(Object.entries(goldenGroups.categories))('%s', (_, { first, second, smd }) => {
    expectClose(standardizedCategoryDifference(first, second).estimate, smd, 1e-12);
  });
});

describe('standardizedCategoryDifference', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 4 });
  it('does not depend on the order of the categories, nor on which one is left out', () => {
    fc.assert(fc.property(counts, counts, (first, second) => {
      const { estimate } = standardizedCategoryDifference(first, second);
      const turned = standardizedCategoryDifference(first.toReversed(), second.toReversed()).estimate!;
      expect(Math.abs(turned - estimate!)).toBeLessThan(1e-7);
    }), { numRuns: 40 });
  });
  it('is that of a 0/1 variable for two categories: |p − q| over its spread', () => {
    expectClose(standardizedCategoryDifference([30, 70], [50, 50]).estimate, 0.2 / Math.sqrt((0.21 + 0.25) / 2), 1e-14);
  });
  it('is 0 for equal shares, and for one category in both', () => {
    expect(standardizedCategoryDifference([1, 2, 3], [10, 20, 30]).estimate).toBe(0);
    expect(standardizedCategoryDifference([0, 5], [0, 9]).estimate).toBe(0);
  });
  it('is undefined without a shared category, which R\'s tableone shows as 0 or NaN, and without counts', () => {
    expect(standardizedCategoryDifference([5, 0, 2], [0, 7, 0])).toEqual({ estimate: null, reason: 'separated' });
    expect(standardizedCategoryDifference([0, 0], [1, 2])).toEqual({ estimate: null, reason: 'empty-group' });
  });
});

describe('standardizedMeanDifference', () => {
  const a = Float64Array.of(1, 2, 3, 6);
  const b = Float64Array.of(4, 9);
  it('weighs both variances alike, whatever the groups\' sizes', () => {
    expectClose(standardizedMeanDifference(a, b).estimate, (3 - 6.5) / Math.sqrt((14 / 3 + 12.5) / 2), 1e-14);
  });
  it('is undefined without spread, and for fewer than two values', () => {
    expect(standardizedMeanDifference(Float64Array.of(1, 1), Float64Array.of(2, 2)).reason).toBe('constant');
    expect(standardizedMeanDifference(Float64Array.of(1), b).reason).toBe('too-few');
    expect(standardizedMeanDifference(new Float64Array(), b).reason).toBe('empty-group');
  });
});

describe('meanPairwiseDifference', () => {
  it('averages the sizes of all differences', () => {
    const groups = [[30, 70], [50, 50], [90, 10]];
    const between = (i: number, j: number): number => standardizedCategoryDifference(groups[i], groups[j]).estimate!;
    const mean = (between(0, 1) + between(0, 2) + between(1, 2)) / 3;
    expectClose(meanPairwiseDifference(groups, standardizedCategoryDifference).estimate, mean, 1e-14);
  });
  it('is undefined where one pair is, and for one group', () => {
    const groups = [Float64Array.of(1, 1), Float64Array.of(2, 2), Float64Array.of(3, 9)];
    expect(meanPairwiseDifference(groups, standardizedMeanDifference).reason).toBe('constant');
    expect(meanPairwiseDifference(groups.slice(1, 2), standardizedMeanDifference).reason).toBe('too-few');
  });
});
