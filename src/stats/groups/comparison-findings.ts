import type { ComparisonEffectName, ComparisonTestName } from '../../results/compare.js';
import { chiSquareTest } from '../tables/chi-square-test.js';
import { TEST_SCOPE } from './compare-test.js';
import type { ComparisonOutcome } from './comparison-outcome.js';
import { countTable, differences } from './grouped-values.js';
import type { GroupedValues } from './grouped-values.js';
import { moments, variance } from '../moments.js';
import { shapiroWilk } from './shapiro-wilk.js';
import type { WhyUndefined } from '../test-result.js';
import { pooled } from '../tie-term.js';

/** What a reader of one variable's comparison should know; none of it decides whether a test is run. */
export type ComparisonFinding =
  | { readonly code: 'undefined'; readonly reason: WhyUndefined }
  | NotNormal
  | { readonly code: 'unequal-variances'; readonly ratio: number }
  | { readonly code: 'sparse'; readonly cells: number; readonly below: number; readonly smallest: number }
  | { readonly code: 'ties'; readonly share: number }
  | { readonly code: 'unchanged'; readonly pairs: number; readonly n: number }
  | { readonly code: 'not-exact' }
  | { readonly code: 'drawn'; readonly pLow: number; readonly pHigh: number; readonly draws: number }
  | { readonly code: 'infinite'; readonly effect: ComparisonEffectName }
  /** ½ was added to every cell, because one is 0. */
  | { readonly code: 'half-added' }
  /** The test's own effect size has an estimate and no interval. */
  | { readonly code: 'no-interval'; readonly reason: WhyUndefined };

/** Shapiro-Wilk rejects normality; `group` is its place, or null for the differences of pairs. */
interface NotNormal {
  readonly code: 'not-normal';
  readonly group: number | null;
  readonly statistic: number;
  readonly p: number;
  readonly n: number;
}

/** Variances of which one is more than this many times another leave a pooled one meaningless. */
const LARGEST_VARIANCE_RATIO = 4;
const SMALL_EXPECTED = 5;
/** Of the Shapiro-Wilk test, whatever level the comparison itself is read at. */
const NORMALITY_LEVEL = 0.05;
/** From half of the values on, one value alone is the median of all. */
const MANY_TIES = 0.5;

/** The assumptions of the test that was run, checked on the values it was run on. */
export function comparisonFindings(
  test: ComparisonTestName, grouped: GroupedValues, outcome: ComparisonOutcome, asked: { readonly exact: boolean },
): ComparisonFinding[] {
  const { reason, pMethod, drawn, effects } = outcome;
  if (reason !== null) return [{ code: 'undefined', reason }];
  const { by, design } = TEST_SCOPE[test];
  const isExact = pMethod === 'exact';
  const findings: ComparisonFinding[] = [];
  if (by === 'means') findings.push(...normality(grouped, design === 'paired'));
  if (test === 'student' || test === 'anova') findings.push(...spread(grouped));
  if (test === 'chi-square' || test === 'chi-square-yates') findings.push(...sparseCells(grouped));
  if (by === 'ranks' && design !== 'paired' && !isExact) findings.push(...heavyTies(grouped));
  if (test === 'wilcoxon') findings.push(...unchangedPairs(grouped));
  if (asked.exact && by !== 'means' && !isExact) findings.push({ code: 'not-exact' });
  if (drawn !== null) findings.push({ code: 'drawn', ...drawn });
  return [...findings, ...effectFindings(effects, grouped)];
}

function effectFindings(effects: ComparisonOutcome['effects'], grouped: GroupedValues): ComparisonFinding[] {
  const [own] = effects;
  const isWald = own?.name === 'odds-ratio-wald';
  const infinite = effects.filter(({ estimate, ciHigh }) => estimate === Infinity || ciHigh === Infinity);
  return [
    ...(own !== undefined && own.estimate !== null && own.reason !== null
      ? [{ code: 'no-interval', reason: own.reason } as const]
      : []),
    ...(isWald && countTable(grouped).flat().includes(0) ? [{ code: 'half-added' } as const] : []),
    ...infinite.map(({ name }) => ({ code: 'infinite', effect: name } as const)),
  ];
}

function normality({ groups }: GroupedValues, paired: boolean): NotNormal[] {
  return (paired ? [differences(groups)] : groups).flatMap((sample, index): NotNormal[] => {
    const { statistic, p, n } = shapiroWilk(sample);
    if (p === null || statistic === null || p >= NORMALITY_LEVEL) return [];
    return [{ code: 'not-normal', group: paired ? null : index, statistic, p, n }];
  });
}

function spread({ groups }: GroupedValues): ComparisonFinding[] {
  const variances = groups.filter(({ length }) => length > 1).map((group) => variance(moments(group)));
  const ratio = Math.max(...variances) / Math.min(...variances);
  return ratio > LARGEST_VARIANCE_RATIO ? [{ code: 'unequal-variances', ratio }] : [];
}

function sparseCells(grouped: GroupedValues): ComparisonFinding[] {
  const table = countTable(grouped).filter((row) => row.some((count) => count > 0));
  const expected = chiSquareTest(table).expected.flat();
  const below = expected.filter((count) => count < SMALL_EXPECTED).length;
  return below === 0 ? [] : [{ code: 'sparse', cells: expected.length, below, smallest: Math.min(...expected) }];
}

function heavyTies({ groups }: GroupedValues): ComparisonFinding[] {
  const all = pooled(groups).sort();
  let most = 0;
  for (let from = 0, to = 0; to < all.length; to++) {
    if (all[to] !== all[from]) from = to;
    most = Math.max(most, to - from + 1);
  }
  const share = most / all.length;
  return share < MANY_TIES ? [] : [{ code: 'ties', share }];
}

function unchangedPairs({ groups }: GroupedValues): ComparisonFinding[] {
  const change = differences(groups);
  const pairs = change.filter((difference) => difference === 0).length;
  return pairs === 0 ? [] : [{ code: 'unchanged', pairs, n: change.length }];
}
