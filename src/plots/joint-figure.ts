import { UNDEFINED, fixed, formatInterval, formatP } from '../present/numbers.js';
import type { NumberStyle } from '../present/numbers.js';
import type { Convergence, JointRecord, StatisticsByTheme } from '../results/joint.js';
import { heatMap } from './heat-map.js';
import { jointBars } from './joint-bars.js';
import type { Svg } from './svg.js';

/** Statistics by themes as medians and quartiles, of the first variable where there are several; convergence as a map; else null. */
export function jointPicture(record: JointRecord, style: NumberStyle): Svg | null {
  if (record.method.type === 'statistics-by-themes') return statisticsPicture(record, record.estimates as readonly StatisticsByTheme[], style);
  if (record.method.type === 'convergence') return convergencePicture(record.estimates as readonly Convergence[]);
  return null;
}

function statisticsPicture({ labels }: JointRecord, estimates: readonly StatisticsByTheme[], style: NumberStyle): Svg {
  const [{ variable }] = estimates;
  const own = estimates.filter((estimate) => estimate.variable === variable);
  const label = labels[variable] ?? variable;
  const printed = ({ effect, p }: StatisticsByTheme): string => {
    if (effect.estimate === null) return UNDEFINED;
    const test = formatP(p, style);
    const interval = effect.ciLow === null ? '' : ` (${formatInterval(effect.ciLow, effect.ciHigh, 2)})`;
    return `r = ${fixed(effect.estimate, 2)}${interval}, ${style === 'ama' ? 'P' : 'p'} ${/^[<>]/.test(test) ? test : `= ${test}`}`.replace(/-(?=[\d.])/g, '\u2212');
  };
  return jointBars({
    title: `${label} by theme`,
    description: own.map((estimate) => `${estimate.theme}: ${estimate.mentioned.n} mention it, median ${estimate.mentioned.median ?? UNDEFINED}; ${estimate.notMentioned.n} do not, median ${estimate.notMentioned.median ?? UNDEFINED}; ${printed(estimate)}`).join('. ').concat('.'),
    axis: label,
    rows: own.map((estimate) => ({ theme: estimate.theme, mentioned: estimate.mentioned, notMentioned: estimate.notMentioned, printed: printed(estimate) })),
  });
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
    key: 'Participants who mention the theme, of those who speak there; the fuller, the larger the share.',
  });
}
