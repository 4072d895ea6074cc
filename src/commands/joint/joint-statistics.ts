import { PRESENT } from '../../dataset/column.js';
import type { StatisticsByTheme } from '../../results/joint.js';
import { linkStatisticsSteps } from '../../integration/link-statistics.js';
import type { LinkStatistics, ThemeAndVariable } from '../../integration/link-statistics.js';
import { adjustP } from '../../stats/adjust-p.js';
import { linkedColumn, mentionsOf, themeName, themeNamed } from './joint-data.js';
import type { JointData } from './joint-data.js';
import type { JointContext, Linked } from './joint-context.js';

/** Every link as the outcome of those who mention the theme against those who do not. */
export async function statisticsByThemes({ data, links, method, seed, pause }: JointContext): Promise<StatisticsByTheme[]> {
  const found: { link: Linked; name: string; statistics: LinkStatistics }[] = [];
  for (const link of links) {
    const { name, both } = themeAndVariable(data, link);
    const steps = linkStatisticsSteps(both, { confidence: method.confidence, resamples: method.resamples ?? 1, seed });
    let step = steps.next();
    for (; !step.done; step = steps.next()) await pause({ done: found.length, total: links.length });
    found.push({ link, name, statistics: step.value });
  }
  // The family is what was declared in advance; what is only looked at is neither adjusted nor counted.
  const family = found.map(({ link, statistics }) => (link.expected === null ? null : statistics.p));
  const [holm, bh] = [adjustP(family, 'holm'), adjustP(family, 'bh')];
  return found.map(({ link, name, statistics }, index): StatisticsByTheme => ({
    type: 'statistics-by-themes', theme: name, variable: link.variable, expected: link.expected, declared: link.expected !== null,
    ...statistics, pHolm: holm[index], pBh: bh[index],
  }));
}

/** The participants who were observed and have a value. */
export function themeAndVariable(data: JointData, { theme, variable, where }: Linked): { name: string; both: ThemeAndVariable } {
  const code = themeNamed(theme, data, where);
  const column = linkedColumn(variable, data, where);
  const mentions = mentionsOf(code, data);
  const rows = [...mentions.keys()].filter((row) => mentions[row] !== null && column.missing[row] === PRESENT);
  const known = [...new Set(rows.map((row) => data.groups[row]))];
  const isGrouped = known.some((group) => group !== null);
  const name = themeName(code, data);
  return {
    name,
    both: {
      theme: name, variable,
      mentions: Float64Array.from(rows, (row) => mentions[row]!),
      values: Float64Array.from(rows, (row) => column.values[row]),
      groups: isGrouped ? Int32Array.from(rows, (row) => known.indexOf(data.groups[row])) : null,
    },
  };
}
