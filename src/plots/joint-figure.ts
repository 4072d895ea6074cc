import { formatAlpha } from '../present/correlate/correlation-words.js';
import { UNDEFINED, fixed, formatInterval, formatP, formatShare } from '../present/numbers.js';
import type { NumberStyle } from '../present/numbers.js';
import type { Convergence, JointRecord, SideBySide, StatisticsByTheme } from '../results/joint.js';
import { forestPlot } from './forest.js';
import type { ForestRow } from './forest.js';
import { heatMap } from './heat-map.js';
import { jointBars } from './joint-bars.js';
import type { Svg } from './svg.js';

/** What decides which points are filled, and how numbers look. */
export interface JointPresentation {
  readonly alpha: number;
  readonly style: NumberStyle;
}

/**
 * Statistics by themes as medians and quartiles where they are of one variable, else their effect sizes on one axis; a
 * side-by-side display as its statistics; convergence as a map; else null.
 */
export function jointPicture(record: JointRecord, presentation: JointPresentation): Svg | null {
  switch (record.method.type) {
    case 'statistics-by-themes': {
      const estimates = record.estimates as readonly StatisticsByTheme[];
      return new Set(estimates.map(({ variable }) => variable)).size === 1 ? medians(record, estimates, presentation) : effects(record, estimates, presentation);
    }
    case 'side-by-side': return sideBySide(record, record.estimates as readonly SideBySide[]);
    case 'convergence': return convergencePicture(record.estimates as readonly Convergence[]);
    default: return null;
  }
}

function medians({ labels }: JointRecord, estimates: readonly StatisticsByTheme[], { style }: JointPresentation): Svg {
  const [{ variable }] = estimates;
  const label = labels[variable] ?? variable;
  return jointBars({
    title: `${label} by theme`,
    description: estimates.map((estimate) => `${estimate.theme}: ${estimate.mentioned.n} mention it, median ${estimate.mentioned.median ?? UNDEFINED}; ${estimate.notMentioned.n} do not, median ${estimate.notMentioned.median ?? UNDEFINED}; ${effectText(estimate, style)}`).join('. ').concat('.'),
    axis: label,
    rows: estimates.map((estimate) => ({ theme: estimate.theme, mentioned: estimate.mentioned, notMentioned: estimate.notMentioned, printed: effectText(estimate, style) })),
  });
}

function effects({ labels, method }: JointRecord, estimates: readonly StatisticsByTheme[], { alpha, style }: JointPresentation): Svg {
  const row = (one: StatisticsByTheme): ForestRow => ({
    label: one.theme, estimate: one.effect.estimate, low: one.effect.ciLow, high: one.effect.ciHigh, printed: effectText(one, style),
    standsOut: (one.pHolm ?? 1) <= alpha,
  });
  return forestPlot({
    title: 'Those who mention a theme against those who were heard and do not',
    description: estimates.map((one) => `${one.theme}, ${labels[one.variable] ?? one.variable}: ${effectText(one, style)}`).join('; ').concat('.'),
    axis: `Rank-biserial correlation (${formatShare(method.confidence)} CI)`,
    nothing: 0, range: [-1, 1], key: `Above 0: who mentions the theme has higher values. Filled: declared in advance, and p (Holm) ≤ ${formatAlpha(alpha)}.`,
    groups: [...new Set(estimates.map(({ variable }) => variable))].map((variable) => ({
      label: labels[variable] ?? variable, rows: estimates.filter((one) => one.variable === variable).map(row),
    })),
  });
}

function effectText({ effect, p }: StatisticsByTheme, style: NumberStyle): string {
  if (effect.estimate === null) return UNDEFINED;
  const test = formatP(p, style);
  const interval = effect.ciLow === null ? '' : ` (${formatInterval(effect.ciLow, effect.ciHigh, 2)})`;
  return minus(`r = ${fixed(effect.estimate, 2)}${interval}, ${style === 'ama' ? 'P' : 'p'} ${/^[<>]/.test(test) ? test : `= ${test}`}`);
}

function sideBySide({ labels, method }: JointRecord, estimates: readonly SideBySide[]): Svg {
  const row = ({ theme, fit, statistic: { name, estimate, ciLow, ciHigh } }: SideBySide): ForestRow => {
    const interval = ciLow === null ? '' : ` (${formatInterval(ciLow, ciHigh, 2)})`;
    const figure = estimate === null ? UNDEFINED : minus(`${name === 'spearman' ? 'ρ' : 'r'} = ${fixed(estimate, 2)}${interval}`);
    return { label: theme, estimate, low: ciLow, high: ciHigh, printed: fit === null ? figure : `${figure}; ${fit}`, standsOut: fit === 'agreement' };
  };
  const variables = [...new Set(estimates.map(({ variable }) => variable))];
  const groups = variables.map((variable) => ({ label: labels[variable] ?? variable, rows: estimates.filter((one) => one.variable === variable).map(row) }));
  return forestPlot({
    title: 'Themes and the figures that belong to them',
    description: groups.map(({ label, rows }) => `${label}: ${rows.map((one) => `${one.label} ${one.printed}`).join(', ')}`).join('. ').concat('.'),
    axis: `ρ with the outcome, or rank-biserial r (${formatShare(method.confidence)} CI)`,
    nothing: 0, range: [-1, 1], key: 'Filled: theme and figure agree, by the rule of the table.', groups,
  });
}

function minus(text: string): string {
  return text.replace(/(?<![\d.])-(?=[\d.])/g, '\u2212');
}

function convergencePicture(estimates: readonly Convergence[]): Svg {
  const sources = [...new Set(estimates.map(({ source }) => source))];
  const themes = [...new Set(estimates.map(({ theme }) => theme))];
  const at = new Map(estimates.map((estimate) => [JSON.stringify([estimate.theme, estimate.source]), estimate]));
  return heatMap({
    title: 'Themes by source', description: `Participants who mention each of ${themes.length} themes in ${sources.join(', ')}.`,
    rows: themes, columns: sources,
    cells: themes.map((theme) => sources.map((source) => {
      const { participants, observed, segments } = at.get(JSON.stringify([theme, source]))!;
      return { shade: observed === 0 ? 0 : participants / observed, printed: `${participants}/${observed}`, hint: `${theme}, ${source}: ${participants} of ${observed} participants, ${segments} segments` };
    })),
    key: ['Participants who mention the theme, of those who speak there; the fuller, the larger the share.'],
  });
}
