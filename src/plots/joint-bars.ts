import { scaleLinear } from 'd3-scale';
import { bottomAxis } from './axis.js';
import { figure } from './figure.js';
import { element, ink, line, text, title } from './svg.js';
import type { Svg } from './svg.js';
import { fitted, widest } from './text-width.js';

/** One side of a theme: those who mention it, or those who were heard and do not. Null numbers draw nothing. */
export interface JointSide {
  readonly n: number;
  readonly median: number | null;
  readonly q1: number | null;
  readonly q3: number | null;
}

export interface JointRow {
  readonly theme: string;
  readonly mentioned: JointSide;
  readonly notMentioned: JointSide;
  /** Effect and p as the table prints them. */
  readonly printed: string;
}

export interface JointBars {
  readonly title: string;
  readonly description: string;
  /** The variable on the axis. */
  readonly axis: string;
  readonly rows: readonly JointRow[];
}

const ROW = 40;
const TOP = 62;
const PLOT = 300;
const GAP = 16;

/** For each theme the outcome of those who mention it (filled) above those who do not (hollow): medians and quartiles. */
export function jointBars({ title: name, description, axis, rows }: JointBars): Svg {
  const labels = widest(rows.map(({ theme }) => theme), 300);
  const printed = widest(rows.map((row) => row.printed), 240);
  const values = rows.flatMap(({ mentioned, notMentioned }) => [mentioned, notMentioned]).flatMap(({ median, q1, q3 }) => [median, q1, q3]).filter((value) => value !== null);
  const left = GAP + labels + GAP;
  const x = scaleLinear().domain(values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]).nice().range([left, left + PLOT]);
  const bottom = TOP + rows.length * ROW;
  return figure(
    { width: left + PLOT + GAP + printed + GAP, height: bottom + 50, title: name, description },
    text(name, [GAP, 20], { weight: 'bold', size: 13 }),
    key(),
    bottomAxis(x, bottom, { label: axis, rulesTo: TOP }),
    ...rows.map((row, index) => {
      const y = TOP + index * ROW + ROW / 2;
      return element(
        'g', {},
        text(fitted(row.theme, labels), [GAP, y + 4]),
        side(row.mentioned, 'mentioned', x, y - 8), side(row.notMentioned, 'not mentioned', x, y + 8),
        text(row.printed, [left + PLOT + GAP, y + 4]),
      );
    }),
  );
}

function key(): Svg {
  return element(
    'g', {},
    element('circle', { cx: GAP + 5, cy: 40, r: 4.5, class: 'mark-fill', fill: ink('mark'), stroke: ink('mark'), 'stroke-width': 2 }),
    text('mentioned', [GAP + 15, 44], { class: 'muted', size: 11 }),
    element('circle', { cx: GAP + 95, cy: 40, r: 4.5, class: 'mark-hollow', fill: ink('paper'), stroke: ink('mark'), 'stroke-width': 2 }),
    text('heard, not mentioned; median and quartiles', [GAP + 105, 44], { class: 'muted', size: 11 }),
  );
}

function side({ n, median, q1, q3 }: JointSide, name: string, x: (value: number) => number, y: number): Svg {
  if (median === null || q1 === null || q3 === null) return '';
  const filled = name === 'mentioned';
  return element(
    'g', {}, title(`${name}: n ${n}, median ${median}, quartiles ${q1} and ${q3}`),
    line([x(q1), y], [x(q3), y], 'mark', { 'stroke-width': 2 }),
    element('circle', { cx: x(median), cy: y, r: 4.5, class: filled ? 'mark-fill' : 'mark-hollow', fill: filled ? ink('mark') : ink('paper'), stroke: ink('mark'), 'stroke-width': 2 }),
  );
}
