import type { RandomStream } from '../../numeric/random.js';
import type { AdjustmentName } from '../../results/correlation.js';
import type { ComparedGroup, ComparisonP, ComparisonTestName, PostHocComparison } from '../../results/compare.js';
import { adjustP } from '../adjust-p.js';
import { gamesHowell, tukeyKramer } from './compare-means-pairwise.js';
import { comparePairs } from './compare-pairs.js';
import { compareQuantities } from './compare-quantities.js';
import { compareTable, smallestExpectedCount } from './compare-tables.js';
import { chooseTest } from './compare-test.js';
import type { Comparison, TestChoice } from './compare-test.js';
import type { ComparisonOutcome } from './comparison-outcome.js';
import { descriptives } from '../table-one/descriptives.js';
import { dunnTest } from './dunn.js';
import { countTable, differences } from './grouped-values.js';
import type { ComparableColumn, GroupedValues } from './grouped-values.js';

export interface CompareVariableOptions {
  readonly p: ComparisonP;
  readonly confidence: number;
  readonly adjust: AdjustmentName;
  readonly paired: boolean;
  readonly stream: () => RandomStream;
}

/** Runs a test on one variable of the groups. */
export function compareVariable(
  test: ComparisonTestName, grouped: GroupedValues, options: CompareVariableOptions,
): ComparisonOutcome {
  switch (test) {
    case 'wilcoxon':
    case 'paired-t':
    case 'mcnemar':
      return comparePairs(test, grouped, options);
    case 'fisher':
    case 'chi-square':
    case 'chi-square-yates':
      return compareTable(test, countTable(grouped), options);
    default:
      return compareQuantities(test, grouped.groups, options);
  }
}

/** The test that the rule gives a variable, see `chooseTest`; where p is to be exact, every table gets Fisher's. */
export function testFor(
  kind: ComparableColumn['kind'], grouped: GroupedValues, { paired, p }: Pick<CompareVariableOptions, 'paired' | 'p'>,
): TestChoice {
  const choice = chooseTest(comparisonOf(kind, grouped, paired));
  return p === 'exact' && choice.test === 'chi-square' ? { test: 'fisher', why: 'asked' } : choice;
}

function comparisonOf(kind: ComparableColumn['kind'], grouped: GroupedValues, paired: boolean): Comparison {
  const { groups, values } = grouped;
  const isTable = kind === 'nominal' || values.length <= 2;
  const samples = kind !== 'number' || isTable ? [] : paired ? [differences(groups)] : groups;
  return {
    kind,
    groups: groups.length,
    paired,
    values: values.length,
    smallest: groups.reduce((least, { length }) => Math.min(least, length), Infinity),
    skewness: samples.reduce((most, sample) => Math.max(most, Math.abs(descriptives(sample).skewness ?? 0)), 0),
    smallestExpected: isTable && !paired ? smallestExpectedCount(countTable(grouped)) : Infinity,
  };
}

/** One variable's groups as a table prints them; categories have no mean. */
export function describeGroups(
  kind: ComparableColumn['kind'], { groups, missing }: GroupedValues, levels: readonly string[],
): ComparedGroup[] {
  return groups.map((values, index) => {
    const shared = { level: levels[index], n: values.length, missing: missing[index] };
    if (kind === 'nominal') return { ...shared, mean: null, sd: null, median: null, q1: null, q3: null };
    const { mean, sd, median, q1, q3 } = descriptives(values);
    return { ...shared, mean, sd, median, q1, q3 };
  });
}

/** Which of three or more groups differ: by Dunn's test after ranks, Tukey's or Games and Howell's after means. */
export function postHocComparisons(
  test: ComparisonTestName, { groups }: GroupedValues, levels: readonly string[], adjust: AdjustmentName,
): Omit<PostHocComparison, 'variable'>[] {
  if (groups.filter((values) => values.length > 0).length < 3) return [];
  const between = ({ first, second }: { readonly first: number; readonly second: number }) =>
    ({ first: levels[first], second: levels[second] });
  if (test === 'kruskal') {
    const pairs = dunnTest(groups);
    const adjusted = adjustP(pairs.map(({ p }) => p), adjust);
    return pairs.map((pair, index) => {
      const { meanRankDifference: difference, statistic, p } = pair;
      return { test: 'dunn', ...between(pair), difference, statistic, df: null, p, pAdjusted: adjusted[index] };
    });
  }
  if (test !== 'anova' && test !== 'welch-anova') return [];
  const [name, pairs] = test === 'anova'
    ? (['tukey-kramer', tukeyKramer(groups)] as const)
    : (['games-howell', gamesHowell(groups)] as const);
  return pairs.map((pair) => {
    const { difference, statistic, df, p } = pair;
    return { test: name, ...between(pair), difference, statistic, df, p: null, pAdjusted: p };
  });
}
