import { scaleLinear } from 'd3-scale';
import { bottomAxis, leftAxis } from './axis.js';
import { figure } from './figure.js';
import { element, ink, text } from './svg.js';
import type { Svg } from './svg.js';

export interface RankScatter {
  readonly title: string;
  readonly description: string;
  /** The coefficient, its interval and p, as the table prints them. */
  readonly printed: string;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Mid-ranks of the pairs, from 1; points on one place are drawn as one, larger. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

const SIZE = 340;
const [LEFT, TOP] = [72, 56];

/** Ranks against ranks, which is what Spearman's ρ sees: tied answers stand in one column, equal points are one disc. */
export function rankScatter({ title: name, description, printed, xLabel, yLabel, x, y }: RankScatter): Svg {
  const n = x.length;
  const across = scaleLinear().domain([1, Math.max(2, n)]).range([LEFT + 10, LEFT + SIZE - 10]);
  const up = scaleLinear().domain([1, Math.max(2, n)]).range([TOP + SIZE - 10, TOP + 10]);
  const points = new Map<string, { x: number; y: number; count: number }>();
  for (let i = 0; i < n; i++) {
    const key = `${x[i]} ${y[i]}`;
    const point = points.get(key) ?? { x: x[i], y: y[i], count: 0 };
    point.count += 1;
    points.set(key, point);
  }
  const discs = [...points.values()].map((point) =>
    element('circle', {
      cx: across(point.x), cy: up(point.y), r: 3.5 * Math.sqrt(point.count), class: 'mark-fill', fill: ink('mark'), 'fill-opacity': 0.55, stroke: ink('mark'), 'stroke-width': 1,
    }));
  return figure(
    { width: LEFT + SIZE + 24, height: TOP + SIZE + 52, title: name, description },
    text(name, [16, 20], { weight: 'bold', size: 13 }),
    text(printed, [16, 40], { class: 'muted' }),
    bottomAxis(across, TOP + SIZE, { label: `${xLabel} (rank)`, ticks: 5 }),
    leftAxis(up, LEFT, { label: `${yLabel} (rank)`, ticks: 5 }),
    ...discs,
  );
}
