import { scaleLinear, scalePoint } from 'd3-scale';
import { area, curveLinear, line as linePath } from 'd3-shape';
import { leftAxis } from './axis.js';
import { figure } from './figure.js';
import { element, ink, line, text, title } from './svg.js';
import type { Svg } from './svg.js';
import { fitted, textWidth } from './text-width.js';

export interface SaturationPoint {
  /** The interview or group, as the table names it. */
  readonly unit: string;
  readonly newCodes: number;
  readonly cumulative: number;
  /** Of the cumulative count over orders drawn at random; null where none were drawn. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface SaturationCurve {
  readonly title: string;
  readonly description: string;
  readonly axis: string;
  readonly points: readonly SaturationPoint[];
  /** Index of the point after which little is new by the rule; null where that is never so. */
  readonly stop: number | null;
  /** What the stop and the band are. */
  readonly key: string;
}

const [LEFT, TOP, HEIGHT] = [70, 40, 240];
const STEP = 44;

/** Codes seen so far as a line, new ones as bars, the band of other orders behind, and where the rule stops. */
export function saturationCurve({ title: name, description, axis, points, stop, key }: SaturationCurve): Svg {
  const width = Math.max(280, STEP * points.length);
  const x = scalePoint<number>().domain(points.map((_, index) => index)).range([LEFT, LEFT + width]).padding(0.5);
  const most = Math.max(1, ...points.flatMap(({ cumulative, high }) => [cumulative, high ?? 0]));
  const y = scaleLinear().domain([0, most]).nice().range([TOP + HEIGHT, TOP]);
  const at = (index: number): number => x(index)!;
  const path = linePath<SaturationPoint>().x((_, index) => at(index)).y(({ cumulative }) => y(cumulative)).digits(2)(points);
  const banded = points.every(({ low, high }) => low !== null && high !== null);
  const band = banded ? area<SaturationPoint>().x((_, index) => at(index)).y0(({ low }) => y(low!)).y1(({ high }) => y(high!)).curve(curveLinear).digits(2)(points) : null;
  const bottom = TOP + HEIGHT;
  const marks = points.map(({ unit, newCodes, cumulative }, index) => element(
    'g', {}, title(`${unit}: ${newCodes} new, ${cumulative} in all`),
    element('rect', { x: at(index) - 7, y: y(newCodes), width: 14, height: bottom - y(newCodes), class: 'box', fill: '#e7eef6', stroke: ink('mark') }),
    newCodes === 0 ? '' : text(String(newCodes), [at(index), bottom - 5], { anchor: 'middle', class: 'muted', size: 10 }),
    element('circle', { cx: at(index), cy: y(cumulative), r: 3.5, class: 'mark-fill', fill: ink('mark'), stroke: ink('mark') }),
    text(fitted(unit, STEP - 4, 10), [at(index), bottom + 16], { anchor: 'middle', class: 'muted', size: 10 }),
  ));
  return figure(
    { width: Math.max(LEFT + width, 16 + textWidth(key, 11)) + 24, height: bottom + 66, title: name, description },
    text(name, [16, 20], { weight: 'bold', size: 13 }),
    band === null ? '' : element('path', { d: band, class: 'band', fill: ink('rule'), 'fill-opacity': 0.45 }),
    leftAxis(y, LEFT, { label: 'Codes', ticks: 5, rulesTo: LEFT + width }),
    path === null ? '' : element('path', { d: path, class: 'mark', fill: 'none', stroke: ink('mark'), 'stroke-width': 2 }),
    ...marks,
    stop === null ? '' : line([at(stop), TOP - 4], [at(stop), bottom], 'ink', { 'stroke-dasharray': '4 3' }),
    line([LEFT, bottom], [LEFT + width, bottom], 'muted'),
    text(axis, [LEFT + width / 2, bottom + 36], { anchor: 'middle' }),
    text(key, [16, bottom + 56], { class: 'muted', size: 11 }),
  );
}
