import type { AgreementRecord } from '../../results/agreement.js';
import type { CompareRecord } from '../../results/compare.js';
import type { CorrelationRecord } from '../../results/correlation.js';
import type { DescribeRecord } from '../../results/describe.js';
import type { JointRecord } from '../../results/joint.js';
import type { ResultRecord } from '../../results/record.js';
import type { ReliabilityRecord } from '../../results/reliability.js';
import type { SaturationRecord } from '../../results/saturation.js';
import type { ThemesRecord } from '../../results/themes.js';
import type { UsageRecord } from '../../results/usage.js';
import { coefficientName } from '../qualitative/agreement-words.js';
import { TEST_WORDS } from '../compare/compare-words.js';
import { ADJUSTMENT, COEFFICIENT, formatAlpha, methodNote } from '../correlate/correlation-words.js';
import { counted, formatCount, formatShare } from '../numbers.js';

type Teller = (record: never) => string;

/** A sentence or two for each record that says what was computed, by which test, with which settings. */
const TELLERS: ReadonlyMap<string, Teller> = new Map<string, Teller>([
  ['describe', describeText], ['correlation', correlationText], ['compare', compareText], ['reliability', reliabilityText], ['usage', usageText],
  ['themes', themesText], ['agreement', agreementText], ['saturation', saturationText], ['joint', jointText],
]);

/**
 * The methods of a study as text, from its records alone; what the records do not hold is not said. Records of one kind
 * that say the same are told once.
 */
export function methodsText(records: readonly ResultRecord[]): string[] {
  const told = records.flatMap((record) => {
    const teller = TELLERS.get(record.kind);
    return teller === undefined ? [] : [teller(record as never)];
  });
  const [tool] = records.map(({ provenance }) => provenance.tool);
  const seeds = [...new Set(records.map(({ provenance }) => provenance.seed).filter((seed) => seed !== null))];
  const software = tool === undefined ? [] : [`All figures were computed with ${tool}${seeds.length === 0 ? '' : `; what was drawn at random came from seed ${seeds.join(', ')}`}.`];
  return [...new Set([...told, ...software])];
}

function describeText({ method, by, n }: DescribeRecord): string {
  const centre = method.continuous === 'auto'
    ? `Numbers are told by mean and standard deviation, or by median and quartiles where |skewness| exceeds ${method.skewnessLimit}`
    : method.continuous === 'mean' ? 'Numbers are told by mean and standard deviation' : 'Numbers are told by median and quartiles';
  const frequent = method.frequent === null ? '' : `; ordinal items by the share of answers of ${method.frequent} or more`;
  const groups = by === null ? '' : `; by ${by.label}`;
  const masked = method.suppressBelow === null ? '' : ` Counts below ${method.suppressBelow}, and what would reveal them, are hidden.`;
  return `${counted(n.used, 'participant')} described. ${centre} (quantile type ${method.quantileType} of Hyndman and Fan)${frequent}; categories by count and percentage${groups}.${masked}`;
}

function correlationText(record: CorrelationRecord): string {
  const outcomes = [...new Set(record.estimates.map(({ y }) => y))];
  const label = record.variables.find(({ name }) => name === outcomes[0])?.label ?? outcomes[0];
  const pairs = counted(record.estimates.length, 'pair');
  return `${COEFFICIENT[record.method.name].title} of ${outcomes.length === 1 ? `${counted(record.estimates.length, 'variable')} with ${label}` : pairs} (${methodNote(record).replace(/\.$/, '')}).`;
}

function compareText({ method, estimates, groups }: CompareRecord): string {
  const tests = [...new Set(estimates.map(({ test }) => TEST_WORDS[test].name))];
  const [by] = estimates.map((estimate) => estimate.by);
  const adjusted = method.adjust === 'none' || estimates.length < 2 ? 'without adjustment' : `adjusted by ${ADJUSTMENT[method.adjust]} over ${counted(estimates.length, 'variable')}`;
  return `${groups.length} groups of ${by ?? ''} were compared by ${tests.join(', ')}, two-sided, p ${adjusted}; effect sizes have ${formatShare(method.confidence)} intervals.`;
}

function reliabilityText({ method, scales }: ReliabilityRecord): string {
  return `${counted(scales.length, 'scale')} scored as the ${method.score} of the items; Cronbach’s alpha with Feldt’s ${formatShare(method.confidence)} interval and McDonald’s omega total of one factor, ${method.missing} deletion.`;
}

function usageText({ method, n, participants }: UsageRecord): string {
  const window = method.relativeTo !== null
    ? `, of the days ${method.relativeTo.days.join(' to ')} from ${method.relativeTo.column}`
    : method.from === null && method.to === null ? '' : `, from ${method.from ?? 'the first event'} to ${method.to ?? 'the last'}`;
  return `${formatCount(n.used)} events of the portal log were counted for ${counted(participants.total, 'participant')}${window}. Days are those of ${method.timezone.value}; a gap of more than ${method.gapMinutes} minutes starts a new session; duplicate events are ${method.duplicates}.`;
}

function themesText({ method }: ThemesRecord): string {
  const coders = method.coders.length === 1 ? `One coder (${method.coders[0]})` : `${method.coders.length} coders (${method.coders.join(', ')})`;
  const groups = method.groups === 0 ? '' : ` in ${counted(method.groups, 'group')}`;
  return `${coders} coded ${counted(method.documents, 'transcript')} of ${counted(method.participants, 'participant')}${groups}. A theme’s frequency is the share of the participants heard who mention it, its intensity the share of all ${counted(method.segments, 'segment')} (Onwuegbuzie and Teddlie 2003); who was not heard is not observed.`;
}

function agreementText({ method, estimates }: AgreementRecord): string {
  const coefficients = [...new Set(estimates.map(coefficientName))];
  const interval = method.ci === 'none' ? '' : `, with ${formatShare(method.confidence)} intervals${method.resamples === null ? '' : ` from ${formatCount(method.resamples)} resamples`}`;
  return `Agreement of ${method.coders.join(' and ')} by ${method.unit}: ${coefficients.map((name) => (name.startsWith('Agreement') ? 'share of agreement' : name)).join(', ')}${interval}.`;
}

function saturationText({ method, points }: SaturationRecord): string {
  const [point] = points;
  const reached = point === undefined || point.at === null ? 'it was not reached' : `it was reached at ${point.at}`;
  return `Saturation after Guest, Namey and Chen (2020), by ${method.unit}, with a base of ${method.base}, runs of ${method.run} and a threshold of ${formatShare(method.threshold)}: ${reached}.`;
}

const OTHER_DISPLAYS: Readonly<Record<string, string>> = {
  cases: 'Participants were ordered by the outcome, each with the themes they mention.',
  convergence: 'For each theme the participants who mention it were counted in each group or document.',
  thread: 'One theme was followed from quotes and codes to its measures and meta-inferences.',
};

function jointText({ method, estimates, provenance }: JointRecord): string {
  const links = estimates.flatMap((estimate) => ('declared' in estimate ? [estimate] : []));
  const declared = links.filter((link) => link.declared).length;
  if (method.type === 'statistics-by-themes') {
    const within = method.resamples === null ? '' : `; a second p shuffles the theme ${formatCount(method.resamples)} times within focus groups (seed ${provenance.seed})`;
    const exact = links.every((link) => !('pMethod' in link) || link.p === null || link.pMethod === 'exact') ? ', exact given the ties,' : ', exact given the ties in small samples,';
    const family = declared === 0 ? 'No link was declared in advance: all are exploratory, and no p is adjusted.' : 'Holm and Benjamini–Hochberg over the links declared in advance.';
    return `Those who mention a theme were compared with those heard who do not, by the Mann–Whitney test${exact} with rank-biserial correlations${within}. ${family}`;
  }
  if (method.type !== 'side-by-side') return OTHER_DISPLAYS[method.type];
  if (declared === 0) return 'Themes and the outcome were set side by side; no link was declared in advance, so that all are exploratory.';
  return `${counted(declared, 'link')} of theme and variable ${declared === 1 ? 'was' : 'were'} declared in advance with the direction expected; the fit of statistic and expectation follows a rule on the ${formatShare(method.confidence)} interval, with ${formatAlpha(method.smallest)} as the smallest effect that would matter.`;
}
