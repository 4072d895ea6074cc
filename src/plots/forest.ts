import { scaleLinear } from 'd3-scale';
import { bottomAxis } from './axis.js';
import { figure } from './figure.js';
import { element, ink, line, text, title } from './svg.js';
import type { Svg } from './svg.js';
import { fitted, widest } from './text-width.js';

/** One estimate with its interval, all in words beside it. Null numbers are undefined and leave the row empty. */
export interface ForestRow {
  readonly label: string;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** As the table prints it. */
  readonly printed: string;
  /** Drawn filled rather than hollow, and set bold. */
  readonly standsOut: boolean;
}

export interface ForestGroup {
  readonly label: string | null;
  readonly rows: readonly ForestRow[];
}

export interface Forest {
  readonly title: string;
  readonly description: string;
  readonly axis: string;
  /** Where nothing is going on: 0 for a correlation, 1 for a ratio. */
  readonly nothing: number;
  /** The least and greatest possible estimate, where there are such; otherwise the intervals decide. */
  readonly range: readonly [number, number] | null;
  readonly groups: readonly ForestGroup[];
  /** What a filled point means. */
  readonly key: string;
}

const ROW = 22;
const TOP = 34;
const PLOT = 300;
const GAP = 16;

/** Estimates one below the other on one axis, each with its interval and its figures. */
export function forestPlot({ title: name, description, axis, nothing, range, groups, key }: Forest): Svg {
  const rows = groups.flatMap((group) => group.rows);
  const labels = widest([...rows.map((row) => row.label), ...groups.map((group) => group.label ?? '')], 260);
  const printed = widest(rows.map((row) => row.printed), 240);
  const left = GAP + labels + GAP;
  const x = scaleLinear().domain(domainOf(rows, nothing, range)).range([left, left + PLOT]).nice();
  const lines = groups.reduce((sum, group) => sum + group.rows.length + (group.label === null ? 0 : 1), 0);
  const bottom = TOP + lines * ROW + 6;
  const content: Svg[] = [];
  let y = TOP + ROW / 2;
  for (const group of groups) {
    if (group.label !== null) {
      content.push(text(fitted(group.label, labels), [GAP, y + 4], { weight: 'bold' }));
      y += ROW;
    }
    for (const row of group.rows) {
      content.push(forestRow(row, y, x, { labels, printedAt: left + PLOT + GAP }));
      y += ROW;
    }
  }
  return figure(
    { width: left + PLOT + GAP + printed + GAP, height: bottom + 62, title: name, description },
    text(name, [GAP, 20], { weight: 'bold', size: 13 }),
    bottomAxis(x, bottom, { label: axis, rulesTo: TOP }),
    line([x(nothing), TOP], [x(nothing), bottom], 'ink', { 'stroke-dasharray': '3 3' }),
    ...content,
    text(key, [GAP, bottom + 54], { class: 'muted', size: 11 }),
  );
}

function forestRow(row: ForestRow, y: number, x: (value: number) => number, { labels, printedAt }: { labels: number; printedAt: number }): Svg {
  const weight = row.standsOut ? 'bold' : undefined;
  const style = weight === undefined ? {} : { weight };
  const words = [text(fitted(row.label, labels), [GAP, y + 4], style), text(row.printed, [printedAt, y + 4], style)];
  if (row.estimate === null) return element('g', {}, title(`${row.label}: ${row.printed}`), ...words);
  const bar = row.low === null || row.high === null ? [] : [line([x(row.low), y], [x(row.high), y], 'mark', { 'stroke-width': 2 })];
  const point = element('circle', {
    cx: x(row.estimate), cy: y, r: 4.5, class: row.standsOut ? 'mark-fill' : 'mark-hollow', fill: row.standsOut ? ink('mark') : ink('paper'), stroke: ink('mark'), 'stroke-width': 2,
  });
  return element('g', {}, title(`${row.label}: ${row.printed}`), ...words, ...bar, point);
}

function domainOf(rows: readonly ForestRow[], nothing: number, range: Forest['range']): [number, number] {
  const values = rows.flatMap(({ estimate, low, high }) => [estimate, low, high]).filter((value) => value !== null);
  const [least, most] = [Math.min(nothing, ...values), Math.max(nothing, ...values)];
  const padding = Math.max(most - least, 0.1) * 0.05;
  return [Math.max(range?.[0] ?? -Infinity, least - padding), Math.min(range?.[1] ?? Infinity, most + padding)];
}

