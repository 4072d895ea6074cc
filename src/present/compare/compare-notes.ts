import type { CompareRecord, ComparisonEstimate, ComparisonTestName } from '../../results/compare.js';
import { EFFECT_WORDS, SUMMARY, TEST_WORDS } from './compare-words.js';
import { ADJUSTMENT } from '../correlate/correlation-words.js';
import { counted, formatCount, formatShare } from '../numbers.js';

type LabelOf = (name: string) => string;

/** The sentences below a comparison: what its cells hold, how its tests were made and chosen, who is missing. */
export function methodNotes(record: CompareRecord, labelOf: LabelOf): string[] {
  return [
    valuesNote(record),
    testNote(record),
    effectNote(record),
    ruleNote(record),
    participantsNote(record, labelOf),
  ].filter((note) => note !== null);
}

function valuesNote({ estimates }: CompareRecord): string | null {
  const shown = new Set(estimates.map(({ test }) => SUMMARY[test]));
  return sentence([
    shown.has('median') ? '[IQR]: first to third quartile' : null,
    shown.has('counts') ? 'n (%) of those with a value' : null,
  ]);
}

const EXACT = 'exact given the ties';

const P_METHOD = new Map([
  ['exact', EXACT],
  ['normal', 'normal approximation, corrected for ties and continuity'],
  ['normal-uncorrected', 'normal approximation, corrected for ties'],
  ['chi-square-corrected', 'with continuity correction'],
  ['chi-square', 'without continuity correction'],
  ['monte-carlo', 'Monte Carlo'],
]);

function testNote({ estimates, method }: CompareRecord): string | null {
  const waysOf = new Map<ComparisonTestName, Set<string>>();
  for (const { test, pMethod } of estimates) {
    if (pMethod === null) continue;
    waysOf.set(test, (waysOf.get(test) ?? new Set<string>()).add(P_METHOD.get(pMethod) ?? pMethod));
  }
  if (waysOf.size === 0) return null;
  const tests = estimates.filter(({ p }) => p !== null).length;
  return sentence([
    ...Array.from(waysOf, ([test, ways]) => testWords(test, [...ways])),
    'two-sided',
    method.adjust === 'none' || tests < 2 ? null : `${ADJUSTMENT[method.adjust]} over ${counted(tests, 'test')}`,
  ]);
}

function testWords(test: ComparisonTestName, ways: readonly string[]): string {
  const { symbol, name } = TEST_WORDS[test];
  switch (test) {
    case 'mcnemar':
      return ways.includes(EXACT)
        ? `b: pairs that changed to the value, ${name}, exact`
        : `χ²: ${name}, ${ways.join(' or ')}`;
    case 'mann-whitney':
    case 'wilcoxon':
      return `${symbol}: ${name}, ${ways.join(' or ')}`;
    default:
      return symbol === null ? name : `${symbol}: ${name}`;
  }
}

function effectNote(record: CompareRecord): string | null {
  const { estimates, method } = record;
  const names = [...new Set(estimates.flatMap(({ effect }) => (effect === null ? [] : [effect.name])))];
  return sentence([
    ...names.map((name) => {
      const { symbol, name: words, interval } = EFFECT_WORDS[name];
      return `${symbol}: ${words}${interval === null ? '' : ` (${formatShare(method.confidence)} CI: ${interval})`}`;
    }),
    ...directions(record, names),
  ]);
}

/** Which group stands first in a difference and above in an odds ratio; more than two groups have no direction. */
function directions({ groups, method }: CompareRecord, names: readonly string[]): string[] {
  if (groups.length !== 2) return [];
  const [first, second] = groups.map(({ level }) => level);
  const isOdds = (name: string): boolean => name.startsWith('odds-ratio');
  const isDifference = (name: string): boolean => !isOdds(name) && !name.startsWith('cramers-v') && !name.endsWith('squared');
  const odds = method.paired === null
    ? `odds in ${first} over odds in ${second}`
    : `pairs that changed to the value in ${second} over pairs that changed from it`;
  return [
    ...(names.some(isDifference) ? [`differences are ${first} less ${second}`] : []),
    ...(names.some(isOdds) ? [`OR: ${odds}`] : []),
  ];
}

function ruleNote({ method, tests }: CompareRecord): string | null {
  if (method.test !== 'auto' || tests.every(({ why }) => why === 'asked')) return null;
  const { fewestForMeans, mostSkewed, leastExpected } = method.rule;
  const isPaired = method.paired !== null;
  const bounds = isPaired
    ? `there are ${fewestForMeans} pairs and the |skewness| of their differences is not above ${mostSkewed}`
    : `every group has ${fewestForMeans} values and no |skewness| is above ${mostSkewed}`;
  const table = isPaired ? 'McNemar’s test' : `χ², or Fisher’s test where an expected count is below ${leastExpected}`;
  const has = (...whys: string[]): boolean => tests.some(({ why }) => whys.includes(why));
  const rules = sentence([
    has('ordinal') ? 'ordinal scales by ranks' : null,
    has('means', 'few', 'skewed') ? `numbers by means where ${bounds}, else by ranks` : null,
    has('categories', 'two-values', 'sparse') ? `categories and two-valued variables by ${table}` : null,
    '--test chooses another',
  ]);
  return `Tests by the rule: ${rules}`;
}

function participantsNote({ method, n, by, estimates, groups }: CompareRecord, labelOf: LabelOf): string | null {
  const { unpaired = 0, id = 0, by: ungrouped = 0, counts = 0 } = n.excludedBy;
  const incomplete = estimates.filter((estimate) => estimate.groups.some(({ missing }) => missing > 0));
  const note = sentence([
    method.paired === null ? null : `${counted(groups[0].n, 'pair')} matched by ${method.paired}`,
    unpaired === 0 ? null : `${counted(unpaired, 'row')} left out whose participant is in one wave only`,
    id === 0 ? null : `${counted(id, 'row')} left out without ${method.paired}`,
    ungrouped === 0 ? null : `${counted(ungrouped, 'row')} left out without ${by.label}`,
    counts === 0 ? null : `${counted(counts, 'row')} left out that count for nobody`,
    incomplete.length === 0 ? null : missingWords(incomplete, labelOf),
  ]);
  return note === null ? null : note[0].toUpperCase() + note.slice(1);
}

const MOST_NAMED = 12;

function missingWords(estimates: readonly ComparisonEstimate[], labelOf: LabelOf): string {
  const named = estimates.slice(0, MOST_NAMED).map(({ variable, groups }) =>
    `${labelOf(variable)} (n ${groups.map(({ n }) => formatCount(n)).join(', ')})`);
  const more = estimates.length - named.length;
  return `values missing in ${named.join(', ')}${more > 0 ? ` and ${counted(more, 'more variable')}` : ''}`;
}

/** The parts that there are, as one sentence; null where there are none. */
function sentence(parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : `${said.join('; ')}.`;
}
