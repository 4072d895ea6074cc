import type { DescribeEstimate, HiddenFields } from '../../results/describe.js';
import type { HiddenInGroup, HiddenOfVariable } from '../../stats/table-one/suppress-table-one.js';
import type { TableOneVariable, VariableInGroup } from '../../stats/table-one/table-one.js';

const NOTHING = {
  n: null, denominator: null, percent: null, mean: null, sd: null, median: null, q1: null, q3: null, missing: null, smd: null,
};
const STATISTICS = ['mean', 'sd', 'median', 'q1', 'q3'] as const;

/**
 * The rows of a Table 1 as estimates, variable by variable and group by group, and which of their fields are hidden.
 *
 * @param masks one for each variable, null where nothing is hidden
 * @param hiddenGroups one for each group but overall
 */
export function describeEstimates(
  variables: readonly TableOneVariable[],
  masks: readonly (HiddenOfVariable | null)[],
  hiddenGroups: readonly boolean[],
): { estimates: DescribeEstimate[]; hidden: HiddenFields[] } {
  const estimates: DescribeEstimate[] = [];
  const hidden: HiddenFields[] = [];
  const put = (whole: DescribeEstimate, fields: readonly (keyof DescribeEstimate)[]): void => {
    estimates.push(fields.length === 0 ? whole : { ...whole, ...Object.fromEntries(fields.map((field) => [field, null])) });
    if (fields.length > 0) hidden.push({ variable: whole.variable, level: whole.level, group: whole.group, fields });
  };
  for (const [index, variable] of variables.entries()) {
    const mask = masks[index];
    for (const [place, group] of variable.groups.entries()) {
      const inGroup = mask?.groups[place] ?? null;
      put(wholeEstimate(variable, group), inGroup === null ? [] : [
        ...(inGroup.missing ? ['n', 'missing'] as const : []),
        ...(place > 0 && hiddenGroups[place - 1] ? ['denominator'] as const : []),
        // Named whether or not they are defined, or the names would tell a group of one by its lack of an SD.
        ...(inGroup.statistics && group.place !== null ? STATISTICS : []),
        ...(mask?.smd && place === 0 ? ['smd'] as const : []),
      ]);
      if (mask?.withheld) continue;
      for (const [level, name] of printedLevels(variable)) {
        put(levelEstimate(variable, group, level, name), secretsOfLevel(inGroup, level));
      }
    }
  }
  return { estimates, hidden };
}

function wholeEstimate({ column, smd }: TableOneVariable, { level, rows, n, place }: VariableInGroup): DescribeEstimate {
  const { mean, sd, median, q1, q3 } = place ?? NOTHING;
  return {
    variable: column.name, level: null, group: level,
    ...NOTHING, n, denominator: rows, mean, sd, median, q1, q3, missing: rows - n, smd: level === null ? smd : null,
  };
}

function levelEstimate({ column }: TableOneVariable, { level: group, n, counts }: VariableInGroup, level: number, name: string): DescribeEstimate {
  const count = counts[level];
  return {
    variable: column.name, level: name, group,
    ...NOTHING, n: count, denominator: n, percent: n === 0 ? null : (100 * count) / n,
  };
}

/** Of frequent and other answers only the first are told. */
function printedLevels({ summary, levels }: TableOneVariable): [number, string][] {
  return [...levels.entries()].slice(0, summary === 'frequent' ? 1 : levels.length);
}

/** Count and percentage of any level that is told give the denominator away, and with it the count missing. */
function secretsOfLevel(inGroup: HiddenInGroup | null, level: number): (keyof DescribeEstimate)[] {
  if (inGroup === null) return [];
  return [
    ...(inGroup.levels[level] ? ['n', 'percent'] as const : []),
    ...(inGroup.missing ? ['denominator', 'percent'] as const : []),
  ].filter((field, index, all) => all.indexOf(field) === index);
}
