import { fixed } from '../present/numbers.js';
import type { ThemeEstimate, ThemesRecord } from '../results/themes.js';
import { barsPlot } from './bars.js';
import type { BarRow } from './bars.js';
import type { Svg } from './svg.js';

/** Themes as bars: of the participants observed, or where nobody is known the segments; of each level of `by` in turn. */
export function themesFigure({ method, estimates }: ThemesRecord): Svg {
  const counted = method.participants > 0;
  const used = new Set(estimates.filter(({ by, segments }) => by === null && segments > 0).map(({ path }) => path));
  const levels = counted && method.levels.length > 0 ? method.levels : [null];
  const rows = (level: string | null): BarRow[] => estimates.filter((one) => one.by === level && used.has(one.path)).map((one) => ({
    label: one.depth === 0 ? one.code : one.path.split(' › ').at(-1) ?? one.code,
    indent: one.depth, value: counted ? one.percent : one.segments, printed: printed(one, counted), pale: one.isCategory,
  }));
  const groups = levels.map((level) => ({ label: level === null ? null : `${method.by}: ${level}, n = ${estimates.find((one) => one.by === level)?.observed ?? 0}`, rows: rows(level) }));
  return barsPlot({
    title: 'Themes',
    description: groups.map(({ label, rows: bars }) =>
      `${label === null ? '' : `${label}. `}${bars.map((bar) => `${bar.label} ${bar.printed}`).join(', ')}.`).join(' '),
    axis: counted ? 'Participants in the transcripts, %' : 'Segments',
    most: counted ? 100 : null,
    groups,
  });
}

function printed({ participants, percent, segments }: ThemeEstimate, counted: boolean): string {
  return counted ? `${participants ?? 0} (${fixed(percent, 0)}%)` : String(segments);
}
