import type { ComparisonTestName, WhyTest } from '../../results/compare.js';

/** What the choice of a test rests on. */
export interface Comparison {
  readonly kind: 'number' | 'ordinal' | 'nominal';
  readonly groups: number;
  /** Two waves of the same participants. */
  readonly paired: boolean;
  /** Different values among all that are present. */
  readonly values: number;
  /** Values in the smallest group; of pairs, their number. */
  readonly smallest: number;
  /** The greatest |skewness| of any group, or of the differences of pairs; 0 where it is undefined. */
  readonly skewness: number;
  /** The smallest expected count of the table of groups by values; Infinity where there is none. */
  readonly smallestExpected: number;
}

export interface TestChoice {
  readonly test: ComparisonTestName;
  readonly why: WhyTest;
}

/** Under this many values a group, or beyond this |skewness|, means are left for ranks; under this count, χ². */
export const COMPARISON_RULE = { fewestForMeans: 15, mostSkewed: 1, leastExpected: 5 } as const;

const BY_RANKS = { two: 'mann-whitney', several: 'kruskal', paired: 'wilcoxon' } as const;
const BY_MEANS = { two: 'welch', several: 'welch-anova', paired: 'paired-t' } as const;

/**
 * The test that fits a variable and the groups:
 * 1. categories, and whatever has two values, as a table: χ² without Yates' correction, or Fisher's exact test where
 *    an expected count is under 5 (Cochran 1954); pairs of two-valued answers by McNemar's test;
 * 2. an ordinal scale by ranks, because its steps need not be equal;
 * 3. a number by its means with Welch's test, which needs no equal variances (Delacre, Lakens & Leys 2017), where
 *    every group has 15 values and no |skewness| is above 1 (Bulmer 1979: "highly skewed"); else by ranks.
 *
 * Means keep their level from about 15 values a group on, unless the values are strongly skewed (Fagerland & Sandvik
 * 2009, "Performance of five two-sample location tests for skewed distributions with unequal variances"). Tests of
 * assumptions choose nothing: their verdict depends on n more than on what it costs to be wrong.
 *
 * @example
 * chooseTest({ kind: 'ordinal', groups: 2, paired: false, values: 6, smallest: 15, skewness: 0, smallestExpected: 2 });
 * // { test: 'mann-whitney', why: 'ordinal' }
 */
export function chooseTest(comparison: Comparison): TestChoice {
  const { kind, paired, values, smallest, skewness, smallestExpected } = comparison;
  if (kind === 'nominal' || values <= 2) {
    const why = kind === 'nominal' ? 'categories' : 'two-values';
    if (paired) return { test: 'mcnemar', why };
    if (smallestExpected < COMPARISON_RULE.leastExpected) return { test: 'fisher', why: 'sparse' };
    return { test: 'chi-square', why };
  }
  const design = paired ? 'paired' : comparison.groups === 2 ? 'two' : 'several';
  if (kind === 'ordinal') return { test: BY_RANKS[design], why: 'ordinal' };
  if (smallest < COMPARISON_RULE.fewestForMeans) return { test: BY_RANKS[design], why: 'few' };
  if (skewness > COMPARISON_RULE.mostSkewed) return { test: BY_RANKS[design], why: 'skewed' };
  return { test: BY_MEANS[design], why: 'means' };
}

/** What a test compares, and for which designs it is. */
export interface TestScope {
  readonly by: 'ranks' | 'means' | 'table';
  readonly design: 'two' | 'several' | 'paired';
}

/** `several` groups may be two. */
export const TEST_SCOPE: Readonly<Record<ComparisonTestName, TestScope>> = {
  'mann-whitney': { by: 'ranks', design: 'two' },
  kruskal: { by: 'ranks', design: 'several' },
  welch: { by: 'means', design: 'two' },
  student: { by: 'means', design: 'two' },
  'welch-anova': { by: 'means', design: 'several' },
  anova: { by: 'means', design: 'several' },
  'chi-square': { by: 'table', design: 'several' },
  'chi-square-yates': { by: 'table', design: 'two' },
  fisher: { by: 'table', design: 'several' },
  wilcoxon: { by: 'ranks', design: 'paired' },
  'paired-t': { by: 'means', design: 'paired' },
  mcnemar: { by: 'table', design: 'paired' },
};
