import { scaleLinear } from 'd3-scale';
import { bottomAxis } from './axis.js';
import { figure } from './figure.js';
import { element, ink, text, title } from './svg.js';
import type { Svg } from './svg.js';
import { fitted, widest } from './text-width.js';

export interface BarRow {
  readonly label: string;
  /** Steps to the right, for what belongs to the row above. */
  readonly indent: number;
  /** Null draws no bar. */
  readonly value: number | null;
  readonly printed: string;
  /** Drawn pale, such as a category that adds up what is below it. */
  readonly pale: boolean;
}

export interface Bars {
  readonly title: string;
  readonly description: string;
  readonly axis: string;
  /** Where the axis ends: 100 for percentages, otherwise the greatest value. */
  readonly most: number | null;
  readonly groups: readonly { readonly label: string | null; readonly rows: readonly BarRow[] }[];
}

const ROW = 24;
const BAR = 14;
const TOP = 34;
const PLOT = 300;
const GAP = 16;
const INDENT = 14;

/** Horizontal bars from 0, each with its figure beside it. */
export function barsPlot({ title: name, description, axis, most, groups }: Bars): Svg {
  const rows = groups.flatMap((group) => group.rows);
  const labels = Math.min(320, Math.max(...rows.map(({ label, indent }) => indent * INDENT + widest([label], 300)), widest(groups.map(({ label }) => label ?? ''), 300), 40));
  const left = GAP + labels + GAP;
  const x = scaleLinear().domain([0, most ?? Math.max(1, ...rows.map(({ value }) => value ?? 0))]).range([left, left + PLOT]);
  if (most === null) x.nice();
  const content: Svg[] = [];
  let y = TOP;
  for (const group of groups) {
    if (group.label !== null) {
      content.push(text(fitted(group.label, labels), [GAP, y + ROW / 2 + 4], { weight: 'bold' }));
      y += ROW;
    }
    for (const row of group.rows) {
      content.push(barRow(row, y, x, labels));
      y += ROW;
    }
  }
  const printed = widest(rows.map((row) => row.printed), 200);
  return figure(
    { width: left + PLOT + 8 + printed + GAP, height: y + 52, title: name, description },
    text(name, [GAP, 20], { weight: 'bold', size: 13 }),
    bottomAxis(x, y + 4, { label: axis, ticks: 5, rulesTo: TOP }),
    ...content,
  );
}

function barRow({ label, indent, value, printed, pale }: BarRow, y: number, x: (value: number) => number, labels: number): Svg {
  const middle = y + ROW / 2;
  const bar = value === null ? '' : element('rect', {
    x: x(0), y: middle - BAR / 2, width: Math.max(0, x(value) - x(0)), height: BAR, class: pale ? 'box' : 'mark-fill', fill: pale ? '#e7eef6' : ink('mark'), stroke: ink('mark'),
  });
  return element(
    'g', {}, title(`${label}: ${printed}`),
    text(fitted(label, labels - indent * INDENT), [GAP + indent * INDENT, middle + 4]),
    bar,
    text(printed, [x(value ?? 0) + 6, middle + 4], { class: 'muted', size: 11 }),
  );
}
