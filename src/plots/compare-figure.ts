import { compareLabels, differs } from '../present/compare/compare-table.js';
import type { ComparePresentation } from '../present/compare/compare-table.js';
import { EFFECT_WORDS, EQUALS, statisticText } from '../present/compare/compare-words.js';
import { ADJUSTMENT, formatAlpha } from '../present/correlate/correlation-words.js';
import { UNDEFINED, fixed, formatInterval, formatP, formatShare } from '../present/numbers.js';
import type { CompareRecord, ComparisonEffectName } from '../results/compare.js';
import { distributionPlot } from './distribution.js';
import type { DistributionGroup } from './distribution.js';
import { forestPlot } from './forest.js';
import type { ForestRow } from './forest.js';
import type { Svg } from './svg.js';

/** Effect sizes that are 0 where groups do not differ; ratios and shifts in a variable's own unit share no axis with them. */
const STANDARDISED: ReadonlySet<ComparisonEffectName> = new Set([
  'rank-biserial', 'matched-rank-biserial', 'cohens-d', 'hedges-g', 'cohens-dz', 'hedges-gz', 'cramers-v', 'cramers-v-bias-corrected',
]);

/** One variable in every group, with its test. */
export function compareDistribution(record: CompareRecord, groups: readonly DistributionGroup[], { style }: ComparePresentation): Svg {
  const [estimate] = record.estimates;
  const label = compareLabels(record)(estimate.variable);
  const p = formatP(estimate.p, style);
  const tested = statisticText(estimate, record.tests[0]);
  const printed = estimate.p === null ? '' : `${tested}, ${style === 'ama' ? 'P' : 'p'} ${/^[<>]/.test(p) ? p : `= ${p}`}`;
  return distributionPlot({
    title: label,
    description: `${printed === '' ? '' : `${printed}. `}${groups.map(({ label: level, n, median, q1, q3 }) => `${level}: n ${n}, median ${median}, quartiles ${q1} and ${q3}`).join('; ')}.`,
    axis: label, printed, groups,
  });
}

/** The standardised effect sizes of several variables, those of one kind together; null where there are none. */
export function compareForest(record: CompareRecord, presentation: ComparePresentation): Svg | null {
  const { digits, alpha } = presentation;
  const labelOf = compareLabels(record);
  const kinds = new Map<ComparisonEffectName, ForestRow[]>();
  record.estimates.forEach((estimate, index) => {
    const effect = record.effects.find(({ variable, name }) => variable === estimate.variable && STANDARDISED.has(name));
    if (effect === undefined) return;
    const interval = effect.ciLow === null || effect.ciHigh === null ? '' : ` (${formatInterval(effect.ciLow, effect.ciHigh, digits)})`;
    kinds.set(effect.name, [...(kinds.get(effect.name) ?? []), {
      label: labelOf(estimate.variable), estimate: effect.estimate, low: effect.ciLow, high: effect.ciHigh,
      printed: effect.estimate === null ? UNDEFINED : `${EFFECT_WORDS[effect.name].symbol}${EQUALS}${fixed(effect.estimate, digits)}${interval}`.replace(/-(?=[\d.])/g, '\u2212'),
      standsOut: differs(record, index, alpha),
    }]);
  });
  if (kinds.size === 0) return null;
  const groups = [...kinds].map(([name, rows]) => ({ label: EFFECT_WORDS[name].name, rows }));
  const [first, second] = record.groups;
  const against = record.groups.length === 2 ? `: ${first.level} against ${second.level}` : '';
  return forestPlot({
    title: `Effect sizes${against}`,
    description: groups.flatMap(({ rows }) => rows).map(({ label, printed }) => `${label}: ${printed}`).join('; ').concat('.'),
    axis: `Effect size (${formatShare(record.method.confidence)} CI)`,
    nothing: 0,
    range: null,
    key: `Filled: ${record.method.adjust === 'none' ? 'p' : `p (${ADJUSTMENT[record.method.adjust]})`} ≤ ${formatAlpha(alpha)}.`,
    groups,
  });
}
