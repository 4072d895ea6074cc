import type { CompareRecord, ComparisonTestName } from '../../results/compare.js';
import type { Warning, WarningCode } from '../../results/warning.js';
import type { ComparisonFinding } from '../../stats/groups/comparison-findings.js';
import type { WhyUndefined } from '../../stats/test-result.js';
import { EFFECT_WORDS, SUMMARY, TEST_WORDS } from './compare-words.js';
import { counted, fixed, formatCount, formatP, formatShare } from '../numbers.js';

/** A finding and the variable and test it is about. */
export type NamedFinding = ComparisonFinding & { readonly variable: string; readonly test: ComparisonTestName };

/** What the comparisons found odd, in words, one warning a variable. */
export function comparisonWarnings(
  findings: readonly NamedFinding[], { levels, path }: { readonly levels: readonly string[]; readonly path: string },
): Warning[] {
  return findings.map((finding) => ({
    code: CODE[finding.code],
    message: `${finding.variable}: ${messageOf(finding, levels)}.`,
    where: `${path}:${finding.variable}`,
  }));
}

const CODE: Readonly<Record<ComparisonFinding['code'], WarningCode>> = {
  undefined: 'W_COMPARE_UNDEFINED',
  'not-normal': 'W_COMPARE_NORMALITY',
  'unequal-variances': 'W_COMPARE_VARIANCES',
  sparse: 'W_COMPARE_SPARSE',
  ties: 'W_COMPARE_TIES',
  unchanged: 'W_COMPARE_UNCHANGED',
  'not-exact': 'W_COMPARE_NOT_EXACT',
  drawn: 'W_COMPARE_DRAWN',
  infinite: 'W_COMPARE_INFINITE',
  'half-added': 'W_COMPARE_HALF',
  'no-interval': 'W_COMPARE_INTERVAL',
};

function messageOf(finding: NamedFinding, levels: readonly string[]): string {
  const { test } = finding;
  const { name } = TEST_WORDS[test];
  switch (finding.code) {
    case 'undefined':
      return `undefined, because ${whyUndefined(finding.reason, test)}`;
    case 'not-normal': {
      const depart = finding.group === null ? 'the differences depart' : `${levels[finding.group]} departs`;
      const verdict = `Shapiro–Wilk W = ${fixed(finding.statistic, 3)}, n = ${finding.n}, p ${comparedP(finding.p)}`;
      return `${depart} from a normal distribution, ${verdict}; ${name} was run all the same`;
    }
    case 'unequal-variances': {
      const other = test === 'student' ? 'welch' : 'welch-anova';
      const times = `one group’s variance is ${fixed(finding.ratio, 1)} times another’s`;
      return `${times}, and ${name} assumes one for all; --test ${other} does not`;
    }
    case 'sparse': {
      const cells = `${finding.below} of ${counted(finding.cells, 'cell')} with an expected count below 5`;
      return `${cells} (the smallest ${fixed(finding.smallest, 1)}), where chi-square is rough; --test fisher is exact`;
    }
    case 'ties':
      return `${formatShare(Number(finding.share.toFixed(2)))} of the values are one and the same; ` +
        'p is corrected for ties, and the shift may be 0 all the same';
    case 'unchanged':
      return `${finding.pairs} of ${counted(finding.n, 'pair')} did not change and were left out before ranking`;
    case 'not-exact':
      return `${name} has no exact p here, so it is approximate`;
    case 'drawn': {
      const limits = `${fixed(finding.pLow, 4)} and ${fixed(finding.pHigh, 4)} with 95% confidence`;
      return `the exact p would not end in time; from ${formatCount(finding.draws)} random tables, and between ${limits}`;
    }
    case 'infinite':
      return `${EFFECT_WORDS[finding.effect].name}: no upper bound, because a cell is 0`;
    case 'half-added':
      return 'a cell is 0, so ½ was added to every cell for the odds ratio; --test fisher needs none';
    case 'no-interval':
      return `no interval, because ${whyNoInterval(finding.reason)}`;
  }
}

const UNDEFINED: Readonly<Partial<Record<WhyUndefined, string>>> = {
  'empty-group': 'fewer than two groups have values',
  'too-few': 'a group has too few values for this test',
  constant: 'all values are equal',
  'empty-margin': 'a value or a group has no participants',
  'too-large': 'the exact p would not end in time; --p approximate gives one',
};

function whyUndefined(reason: WhyUndefined, test: ComparisonTestName): string {
  if (reason === 'constant' && (test === 'wilcoxon' || test === 'mcnemar')) return 'no pair changed';
  if (reason === 'constant' && SUMMARY[test] === 'mean') return 'the values within a group do not vary';
  return UNDEFINED[reason] ?? reason;
}

function whyNoInterval(reason: WhyUndefined): string {
  if (reason === 'separated') return 'every change goes one way';
  return reason === 'too-few' ? 'a group has too few values for one' : (UNDEFINED[reason] ?? reason);
}

/** `= .012` or `< .001`. */
function comparedP(p: number): string {
  const text = formatP(p);
  return text.startsWith('<') ? `< ${text.slice(1)}` : `= ${text}`;
}

/** Said once below the table, with the variables that they are about. */
const TOGETHER: readonly (readonly [WarningCode, string])[] = [
  ['W_COMPARE_NORMALITY', 'Departs from normal by Shapiro–Wilk, p < .05 (means of this many values usually bear it)'],
  ['W_COMPARE_VARIANCES', 'Variances differ more than fourfold, against the test’s assumption'],
  ['W_COMPARE_SPARSE', 'Expected counts below 5, where chi-square is rough'],
  ['W_COMPARE_TIES', 'Half of the values or more are equal'],
  ['W_COMPARE_HALF', '½ added to every cell for the odds ratio, because one is 0'],
];

/** Said below the table as they are, because each explains a cell. */
const ONE_BY_ONE = new Set<WarningCode>([
  'W_COMPARE_UNDEFINED', 'W_COMPARE_UNCHANGED', 'W_COMPARE_NOT_EXACT', 'W_COMPARE_DRAWN', 'W_COMPARE_INTERVAL',
]);

/** What the reader of a comparison's table should know of its assumptions. */
export function assumptionNotes({ warnings, variables }: CompareRecord, labelOf: (name: string) => string): string[] {
  const together = TOGETHER.flatMap(([code, words]) => {
    const places = new Set(warnings.filter((warning) => warning.code === code).map(({ where }) => where));
    const names = variables.filter(({ name }) => [...places].some((where) => where.endsWith(`:${name}`)));
    return names.length === 0 ? [] : [`${words}: ${names.map(({ name }) => labelOf(name)).join(', ')}.`];
  });
  return [...together, ...warnings.filter(({ code }) => ONE_BY_ONE.has(code)).map(({ message }) => message)];
}

/** The warnings for the person at the terminal, one line each: those that no note of the table says. */
export function compareWarningLines(warnings: readonly Warning[]): string[] {
  return warnings
    .filter(({ code }) => !code.startsWith('W_COMPARE_'))
    .map(({ where, message }) => `${where}: ${message}`);
}
