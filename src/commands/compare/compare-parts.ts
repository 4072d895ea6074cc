import type {
  ComparisonCount, ComparisonEffect, ComparisonEstimate, ComparisonTest, PostHocComparison, VariableEffect,
} from '../../results/compare.js';
import { TEST_SCOPE } from '../../stats/groups/compare-test.js';
import type { TestChoice } from '../../stats/groups/compare-test.js';
import { describeGroups } from '../../stats/groups/compare-variable.js';
import type { ComparisonFinding } from '../../stats/groups/comparison-findings.js';
import type { ComparisonOutcome, NamedEffect } from '../../stats/groups/comparison-outcome.js';
import { countTable } from '../../stats/groups/grouped-values.js';
import type { ComparableColumn, GroupedValues } from '../../stats/groups/grouped-values.js';

/** Everything that was found out about one variable, before it is told as parts of a record. */
export interface VariableCompared extends TestChoice {
  readonly column: ComparableColumn;
  readonly grouped: GroupedValues;
  readonly outcome: ComparisonOutcome;
  readonly findings: readonly ComparisonFinding[];
  readonly postHoc: readonly Omit<PostHocComparison, 'variable'>[];
}

/** Values are counted one by one where there are at most this many. */
const MOST_COUNTED = 20;

/** One variable's line of the record; its groups are told as they were compared. */
export function estimateOf(
  { column, grouped, test, outcome }: VariableCompared,
  by: string,
  levels: readonly string[],
  pAdjusted: number | null,
): ComparisonEstimate {
  const { statistic, df, p, pMethod, effects } = outcome;
  return {
    variable: column.name, by, test, statistic, df, p, pMethod, pAdjusted,
    effect: effects.length === 0 ? null : finite(effects[0]),
    groups: describeGroups(column.kind, grouped, levels),
  };
}

export function testOf({ column, grouped, why, test, outcome }: VariableCompared): ComparisonTest {
  const { groups, values } = grouped;
  const { by, design } = TEST_SCOPE[test];
  return {
    variable: column.name,
    why,
    n: design === 'paired' ? groups[0].length : groups.reduce((total, { length }) => total + length, 0),
    df2: outcome.df2,
    z: outcome.z,
    smallestExpected: outcome.smallestExpected,
    event: by === 'table' && values.length === 2 ? values[1].label : null,
  };
}

export function effectsOf({ column, outcome }: VariableCompared): VariableEffect[] {
  return outcome.effects.map((effect) => ({
    variable: column.name,
    ...finite(effect),
    infinite: effect.estimate === Infinity || effect.ciHigh === Infinity,
  }));
}

export function countsOf({ column, grouped }: VariableCompared, levels: readonly string[]): ComparisonCount[] {
  const { groups, values } = grouped;
  if (values.length > MOST_COUNTED) return [];
  const table = countTable(grouped);
  return values.flatMap(({ label }, place) => levels.map((level, group): ComparisonCount => {
    const n = table[group][place];
    const denominator = groups[group].length;
    const percent = denominator === 0 ? null : (100 * n) / denominator;
    return { variable: column.name, level, value: label, n, denominator, percent };
  }));
}

export function postHocOf({ column, postHoc }: VariableCompared): PostHocComparison[] {
  return postHoc.map((pair) => ({ variable: column.name, ...pair }));
}

/** JSON has no infinity: a bound that is none is null, and `infinite` tells it from one that is undefined. */
function finite({ name, estimate, ciLow, ciHigh }: NamedEffect): ComparisonEffect {
  return { name, estimate: finiteOrNull(estimate), ciLow: finiteOrNull(ciLow), ciHigh: finiteOrNull(ciHigh) };
}

function finiteOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
