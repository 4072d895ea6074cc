import { suppressSmallCells } from './suppress-small-cells.js';
import type { TableOneVariable } from './table-one.js';

/** What is to be hidden of one variable in one group. */
export interface HiddenInGroup {
  /** One for each of the variable's levels. */
  readonly levels: readonly boolean[];
  /** The count of values missing, and with it the count present, which is every percentage's denominator. */
  readonly missing: boolean;
  /** Mean, SD, median and quartiles. */
  readonly statistics: boolean;
}

export interface HiddenOfVariable {
  /** Nothing of the variable can be told, not even its levels. */
  readonly withheld: boolean;
  /** Overall first. */
  readonly groups: readonly HiddenInGroup[];
  readonly smd: boolean;
}

/** Groups whose size is small, and those whose size would reveal it: nothing of them is printed. */
export function hiddenGroups(sizes: readonly number[], below: number): boolean[] {
  const masks = suppressSmallCells({ counts: sizes.map((size) => [size]), shownRows: sizes.map(() => true), shownColumns: [false] }, below);
  return sizes.map((_, index) => masks?.totals[index] ?? true);
}

/**
 * What of a variable would tell of fewer than `below` people, and what would let a reader work that out. Counts are
 * protected by `suppressSmallCells`, the missing ones among them. A group of few has no mean or median either, nor
 * do so few groups that the overall mean would give theirs away.
 *
 * @param hidden by `hiddenGroups`, one for each group but overall
 */
export function suppressVariable(variable: TableOneVariable, hidden: readonly boolean[], below: number): HiddenOfVariable {
  return variable.summary === 'answers' ? suppressAnswers(variable, hidden, below) : suppressLevels(variable, hidden, below);
}

/**
 * Each answer of which a participant may give several splits them anew into those who gave it and the others, so each
 * is protected by itself. Those who answered none of them are the same for all.
 */
function suppressAnswers(variable: TableOneVariable, hidden: readonly boolean[], below: number): HiddenOfVariable {
  const masks = variable.levels.map((level, index) => suppressLevels({
    ...variable, summary: 'frequent', levels: [level, `not ${level}`],
    groups: variable.groups.map((group) => ({ ...group, counts: [group.counts[index], group.n - group.counts[index]] })),
  }, hidden, below));
  return {
    withheld: masks.some(({ withheld }) => withheld),
    groups: variable.groups.map((_, index): HiddenInGroup => ({
      levels: masks.map(({ groups }) => groups[index].levels[0]),
      missing: masks.some(({ groups }) => groups[index].missing),
      statistics: masks.some(({ groups }) => groups[index].statistics),
    })),
    smd: masks.some(({ smd }) => smd),
  };
}

function suppressLevels(variable: TableOneVariable, hidden: readonly boolean[], below: number): HiddenOfVariable {
  const [, ...groups] = variable.groups;
  const shown = groups.filter((_, index) => !hidden[index]);
  const withoutLevels = variable.levels.length === 0;
  const countsOf = ({ n, rows, counts }: TableOneVariable['groups'][number]): number[] => [...(withoutLevels ? [n] : counts), rows - n];
  const columns = shown.map(countsOf);
  // The groups that are not printed are one group to a reader, who can subtract the others from all.
  const rest = countsOf(variable.groups[0]).map((all, row) => columns.reduce((left, column) => left - column[row], all));
  const masks = suppressSmallCells({
    counts: rest.map((left, row) => [...columns.map((column) => column[row]), left]),
    // The share of frequent answers is printed, and the rest is not.
    shownRows: rest.map((_, row) => variable.summary !== 'frequent' || row !== 1),
    shownColumns: [...shown.map(() => true), false],
  }, below);
  const statistics = hiddenStatistics(groups.map(({ n }) => n), hidden, below);
  const missingRow = rest.length - 1;
  const inGroup = (masked: (row: number) => boolean, hidesStatistics: boolean): HiddenInGroup => ({
    levels: variable.levels.map((_, row) => masked(row)),
    missing: masked(missingRow),
    statistics: hidesStatistics,
  });
  let column = -1;
  const perGroup = groups.map((_, index) => {
    if (!hidden[index]) column += 1;
    const at = column;
    return inGroup((row) => masks === null || hidden[index] || masks.cells[row][at], statistics[index]);
  });
  const { n } = variable.groups[0];
  return {
    withheld: masks === null,
    groups: [inGroup((row) => masks?.totals[row] ?? true, masks === null || (n > 0 && n < below)), ...perGroup],
    smd: perGroup.some((group) => (withoutLevels ? group.statistics : group.missing || group.levels.includes(true))),
  };
}

/** The mean of all less the means that are printed is that of the others: together they must not be few. */
function hiddenStatistics(sizes: readonly number[], hidden: readonly boolean[], below: number): boolean[] {
  const isHidden = sizes.map((size, index) => hidden[index] || (size > 0 && size < below));
  for (;;) {
    const together = sizes.reduce((sum, size, index) => sum + (isHidden[index] ? size : 0), 0);
    const others = [...sizes.keys()].filter((index) => !isHidden[index] && sizes[index] > 0);
    if (together === 0 || together >= below || others.length === 0) return isHidden;
    isHidden[others.reduce((least, index) => (sizes[index] < sizes[least] ? index : least))] = true;
  }
}
