import { scaleBand, scaleLinear } from 'd3-scale';
import { figure } from './figure.js';
import { element, ink, line, text, title } from './svg.js';
import type { Svg } from './svg.js';
import { fitted, widest } from './text-width.js';

export interface UseOverTime {
  readonly title: string;
  readonly description: string;
  /** In order and without gaps, such as `2011-01`. */
  readonly periods: readonly string[];
  readonly series: readonly { readonly label: string; readonly counts: readonly number[] }[];
}

const ROW = 46;
const TOP = 40;
const PLOT = 460;
const GAP = 16;

/** Events in each period, a row of bars for each feature, every row on the scale of its own greatest count. */
export function useOverTime({ title: name, description, periods, series }: UseOverTime): Svg {
  const labels = widest(series.map(({ label }) => label), 220);
  const left = GAP + labels + GAP;
  const x = scaleBand<number>().domain(periods.map((_, index) => index)).range([left, left + PLOT]).paddingInner(0.15);
  const every = Math.max(1, Math.ceil((periods.length * (widest(periods, PLOT, 11) + 12)) / PLOT));
  const bottom = TOP + series.length * ROW;
  const rows = series.map(({ label, counts }, row) => {
    const base = TOP + (row + 1) * ROW - 8;
    const most = Math.max(1, ...counts);
    const height = scaleLinear().domain([0, most]).range([0, ROW - 14]);
    return element(
      'g', {},
      text(fitted(label, labels), [GAP, base - 8]),
      ...counts.map((count, index) => (count === 0 ? '' : element(
        'rect', { x: x(index)!, y: base - height(count), width: x.bandwidth(), height: height(count), class: 'mark-fill', fill: ink('mark'), stroke: 'none' },
        title(`${label}, ${periods[index]}: ${count}`),
      ))),
      line([left, base], [left + PLOT, base], 'rule'),
      text(`most ${most}`, [left + PLOT + 8, base - 8], { class: 'muted', size: 11 }),
    );
  });
  const ticks = periods.flatMap((period, index) => (index % every === 0
    ? [text(period, [x(index)! + x.bandwidth() / 2, bottom + 12], { anchor: 'middle', class: 'muted', size: 11 })] : []));
  return figure(
    { width: left + PLOT + 80, height: bottom + 26, title: name, description },
    text(name, [GAP, 20], { weight: 'bold', size: 13 }),
    ...rows, ...ticks,
  );
}
