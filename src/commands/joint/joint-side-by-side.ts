import { finish } from '../../stats/steps.js';
import { fitOf } from '../../integration/fit.js';
import { linkStatisticsSteps } from '../../integration/link-statistics.js';
import { chooseQuotes } from '../../qualitative/choose-quotes.js';
import type { TreeCode } from '../../qualitative/code-tree.js';
import type { JointStatistic, SideBySide } from '../../results/joint.js';
import type { ThemeQuote } from '../../results/themes.js';
import { correlationRecord } from '../correlate/correlation-record.js';
import { linkedColumn, segmentsOfTheme, themeName, themeNamed } from './joint-data.js';
import type { JointData } from './joint-data.js';
import type { JointContext, Linked } from './joint-context.js';
import { themeAndVariable } from './joint-statistics.js';

/** Every link as one row: what was said, what was measured, and how the two fit. */
export async function sideBySide(context: JointContext): Promise<SideBySide[]> {
  const rows: SideBySide[] = [];
  for (const link of context.links) rows.push(await sideBySideRow(link, context));
  return rows;
}

export async function sideBySideRow(link: Linked, context: JointContext): Promise<SideBySide> {
  const { data, method } = context;
  const theme = themeNamed(link.theme, data, link.where);
  const segments = segmentsOfTheme(theme, data);
  const speakers = new Set(segments.flatMap(({ participants }) => [...participants])).size;
  const groups = new Set(segments.map(({ source }) => data.sources.get(source)?.group).filter((group) => typeof group === 'string'));
  const statistic = await statisticOf(link, context);
  return {
    type: 'side-by-side', theme: themeName(theme, data), variable: link.variable, expected: link.expected, declared: link.expected !== null,
    speakers: { n: speakers, of: data.observed.size },
    groups: method.groups === 0 ? null : { n: groups.size, of: method.groups },
    quotes: quotesOf(theme, data, method.quotes),
    statistic,
    fit: link.expected === null ? null : fitOf({ mentionedBy: speakers, estimate: statistic.estimate, low: statistic.ciLow, high: statistic.ciHigh }, link.expected, method.smallest),
    rationale: link.rationale,
    metaInference: link.metaInference,
  };
}

/** The variable's correlation with the outcome; of the outcome itself, how it differs with the theme. */
async function statisticOf(link: Linked, { data, outcome, method, seed, tool }: JointContext): Promise<JointStatistic> {
  linkedColumn(link.variable, data, link.where);
  if (outcome === null || link.variable === outcome.name) {
    const { both, name } = themeAndVariable(data, link);
    const { effect, p, pMethod } = finish(linkStatisticsSteps({ ...both, groups: null }, { confidence: method.confidence, resamples: 1, seed }));
    return { name: 'rank-biserial', x: `theme.${name}`, y: link.variable, n: both.values.length, ...effect, p, pMethod };
  }
  const { estimates: [found] } = await correlationRecord(data.dataset, {
    outcome: outcome.name, vars: [link.variable], adjust: 'none', confidence: method.confidence,
  }, { tool });
  const { x, y, n, estimate, ciLow, ciHigh, p, pMethod } = found;
  return { name: 'spearman', x, y, n, estimate, ciLow, ciHigh, p, pMethod };
}

/** Quotes by the rule of `themes`: of different participants and groups, near the median length. */
export function quotesOf(theme: TreeCode, data: JointData, count: number): ThemeQuote[] {
  const { sources, chosen } = data;
  return chooseQuotes(segmentsOfTheme(theme, data), sources, count).map(({ code, coding }): ThemeQuote => ({
    code: chosen.names.get(code) ?? code, document: sources.get(coding.source)?.name ?? coding.source, start: coding.start, end: coding.end,
    participant: coding.participant, group: sources.get(coding.source)?.group ?? null, coder: coding.coder, text: coding.quote ?? '',
  }));
}
