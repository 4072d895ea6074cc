import type { CompareRecord, PostHocComparison } from '../../results/compare.js';
import type { Cell, Table, TableColumn } from '../../results/table.js';
import { compareLabels, differs, intervalCell, numberCell } from './compare-table.js';
import type { ComparePresentation } from './compare-table.js';
import { EFFECT_WORDS } from './compare-words.js';
import { ADJUSTMENT } from '../correlate/correlation-words.js';
import { estimatesTable } from '../estimates-table.js';
import { UNDEFINED, fixed, formatP, formatShare } from '../numbers.js';

const POST_HOC: Readonly<Record<PostHocComparison['test'], string>> = {
  dunn: 'Dunn’s test on mean ranks',
  'tukey-kramer': 'Tukey–Kramer, p for all pairs of means together',
  'games-howell': 'Games–Howell, p for all pairs of means together',
};

/** Which groups differ, for the variables whose groups differ at alpha; no table where none do. */
export function postHocTables(record: CompareRecord, { alpha, digits, style }: ComparePresentation): Table[] {
  const variables = record.estimates.filter((_, index) => differs(record, index, alpha)).map(({ variable }) => variable);
  const byVariable = variables
    .map((variable) => ({ variable, pairs: record.postHoc.filter((pair) => pair.variable === variable) }))
    .filter(({ pairs }) => pairs.length > 0);
  if (byVariable.length === 0) return [];
  const pairs = byVariable.flatMap((one) => one.pairs);
  const labelOf = compareLabels(record);
  const p = style === 'ama' ? 'P' : 'p';
  const hasOwnP = pairs.some((pair) => pair.p !== null);
  const columns: TableColumn[] = [
    { key: 'groups', header: 'Groups', align: 'left' },
    { key: 'difference', header: 'Difference', align: 'right' },
    { key: 'statistic', header: 'z or t', align: 'right' },
    ...(hasOwnP ? [{ key: 'p', header: p, align: 'right' } as const] : []),
    { key: 'pAdjusted', header: `${p} (all pairs)`, align: 'right' },
  ];
  return [{
    caption: 'Groups that differ, pair by pair',
    columns,
    rows: pairs.map((pair) => [
      { text: `${pair.first} less ${pair.second}`, ...emphasisOf(pair, alpha) },
      { text: fixed(pair.difference, digits), value: pair.difference },
      numberCell(fixed(pair.statistic, 2), pair.statistic),
      ...(hasOwnP ? [numberCell(formatP(pair.p, style), pair.p)] : []),
      numberCell(formatP(pair.pAdjusted, style), pair.pAdjusted),
    ]),
    notes: [`${postHocWords(record, pairs).join('; ')}.`],
    groups: byVariable.map(({ variable, pairs: own }) => ({ label: labelOf(variable), rows: own.length })),
  }];
}

function emphasisOf({ pAdjusted }: PostHocComparison, alpha: number): Pick<Cell, 'emphasis'> {
  return (pAdjusted ?? 1) <= alpha ? { emphasis: 'strong' } : {};
}

function postHocWords({ method }: CompareRecord, pairs: readonly PostHocComparison[]): string[] {
  const adjusted = method.adjust === 'none' ? 'not adjusted' : `${ADJUSTMENT[method.adjust]} over the pairs of a variable`;
  return [...new Set(pairs.map(({ test }) => test))]
    .map((test) => (test === 'dunn' ? `${POST_HOC[test]}, ${adjusted}` : POST_HOC[test]));
}

/** Every effect size with its interval, a group of rows for each variable. */
export function effectTable(record: CompareRecord, { digits }: ComparePresentation): Table {
  const labelOf = compareLabels(record);
  const byVariable = record.variables
    .map(({ name }) => ({ name, effects: record.effects.filter(({ variable }) => variable === name) }))
    .filter(({ effects }) => effects.length > 0);
  return {
    caption: 'Effect sizes',
    columns: [
      { key: 'effect', header: 'Effect size', align: 'left' },
      { key: 'estimate', header: 'Estimate', align: 'right' },
      { key: 'ci', header: `${formatShare(record.method.confidence)} CI`, align: 'right' },
      { key: 'interval', header: 'Interval', align: 'left' },
    ],
    rows: byVariable.flatMap(({ effects }) => effects.map((effect) => {
      const { name, estimate, ciLow, infinite } = effect;
      const size = estimate === null && infinite ? '∞' : fixed(estimate, digits);
      return [
        { text: EFFECT_WORDS[name].name, value: name },
        numberCell(size, estimate),
        intervalCell(effect, infinite, digits),
        { text: (ciLow === null ? null : EFFECT_WORDS[name].interval) ?? UNDEFINED },
      ];
    })),
    notes: record.groups.length === 2 ? [`${record.groups[0].level} against ${record.groups[1].level}.`] : [],
    groups: byVariable.map(({ name, effects }) => ({ label: labelOf(name), rows: effects.length })),
  };
}

/** The estimates for a program: one row a variable, each group's numbers in its own columns (`groups.control.n`). */
export function compareData(record: CompareRecord): Table {
  return estimatesTable({
    ...record,
    estimates: record.estimates.map(({ groups, ...rest }) => ({
      ...rest,
      groups: Object.fromEntries(groups.map(({ level, ...numbers }) => [level, numbers])),
    })),
  });
}
