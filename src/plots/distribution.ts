import { scaleLinear } from 'd3-scale';
import { bottomAxis } from './axis.js';
import { figure } from './figure.js';
import { element, ink, line, text, title } from './svg.js';
import type { Svg } from './svg.js';
import { fitted, widest } from './text-width.js';

/** One group's values in five numbers, and one by one where every participant may be shown. */
export interface DistributionGroup {
  readonly label: string;
  readonly n: number;
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
  /** In any order; empty where no participant's value is shown. */
  readonly values: readonly number[];
}

export interface Distribution {
  readonly title: string;
  readonly description: string;
  readonly axis: string;
  /** The test of the groups as the table prints it; empty where there is none. */
  readonly printed: string;
  readonly groups: readonly DistributionGroup[];
}

const ROW = 74;
const TOP = 56;
const PLOT = 400;
const GAP = 16;
const DOT = 3;

/** A box for the middle half of each group, its median, a line to the ends, and every value as a dot where allowed. */
export function distributionPlot({ title: name, description, axis, printed, groups }: Distribution): Svg {
  const labels = groups.map(({ label, n }) => `${label} (n = ${n})`);
  const wide = widest(labels, 220);
  const left = GAP + wide + GAP;
  const x = scaleLinear()
    .domain([Math.min(...groups.map((group) => group.min)), Math.max(...groups.map((group) => group.max))])
    .nice().range([left, left + PLOT]);
  const bottom = TOP + groups.length * ROW;
  return figure(
    { width: left + PLOT + GAP * 1.5, height: bottom + 50, title: name, description },
    text(name, [GAP, 20], { weight: 'bold', size: 13 }),
    text(printed, [GAP, 40], { class: 'muted' }),
    bottomAxis(x, bottom, { label: axis, rulesTo: TOP }),
    ...groups.map((group, index) => {
      const y = TOP + index * ROW;
      return element('g', {}, text(fitted(labels[index], wide), [GAP, y + ROW / 2 + 4]), box(group, x, y + ROW / 2), ...dots(group.values, x, y + ROW / 2));
    }),
  );
}

function box({ label, n, min, q1, median, q3, max }: DistributionGroup, x: (value: number) => number, y: number): Svg {
  const half = 15;
  return element(
    'g', {}, title(`${label}: n ${n}, median ${median}, quartiles ${q1} and ${q3}, from ${min} to ${max}`),
    line([x(min), y], [x(q1), y], 'muted'),
    line([x(q3), y], [x(max), y], 'muted'),
    element('rect', { x: x(q1), y: y - half, width: Math.max(1, x(q3) - x(q1)), height: 2 * half, class: 'box', fill: '#e7eef6', stroke: ink('mark') }),
    line([x(median), y - half], [x(median), y + half], 'mark', { 'stroke-width': 3 }),
  );
}

/** Stacked away from the line where they would cover each other, above and below in turn. */
function dots(values: readonly number[], x: (value: number) => number, y: number): Svg[] {
  const placed: { at: number; lane: number }[] = [];
  return [...values].sort((a, b) => a - b).map((value) => {
    const at = x(value);
    const near = new Set(placed.filter((other) => Math.abs(other.at - at) < 2 * DOT).map((other) => other.lane));
    let lane = 0;
    while (near.has(lane)) lane += 1;
    placed.push({ at, lane });
    const away = Math.ceil(lane / 2) * 2 * DOT * (lane % 2 === 0 ? 1 : -1);
    return element('circle', { cx: at, cy: y + Math.max(-ROW / 2 + DOT, Math.min(ROW / 2 - DOT, away)), r: DOT, class: 'dot', fill: ink('ink'), 'fill-opacity': 0.6 });
  });
}
