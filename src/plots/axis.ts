import { element, line, text } from './svg.js';
import type { Svg } from './svg.js';

/** What an axis asks of a scale of d3-scale. */
export interface LinearScale {
  (value: number): number;
  ticks(count?: number): number[];
  domain(): number[];
}

export interface AxisOptions {
  readonly label: string;
  readonly ticks?: number;
  readonly format?: (value: number) => string;
  /** From each tick across the picture, to `rulesTo`. */
  readonly rulesTo?: number;
}

const TICK = 5;

/** A horizontal axis at `y`, its label below. */
export function bottomAxis(scale: LinearScale, y: number, { label, ticks = 6, format = plainNumber, rulesTo }: AxisOptions): Svg {
  const [from, to] = ends(scale);
  const marks = scale.ticks(ticks).map((value) => {
    const x = scale(value);
    return [
      rulesTo === undefined ? '' : line([x, y], [x, rulesTo], 'rule'),
      line([x, y], [x, y + TICK], 'muted'),
      text(format(value), [x, y + TICK + 13], { anchor: 'middle', class: 'muted', size: 11 }),
    ].join('');
  });
  return element('g', {}, ...marks, line([scale(from), y], [scale(to), y], 'muted'), text(label, [(scale(from) + scale(to)) / 2, y + 36], { anchor: 'middle' }));
}

/** A vertical axis at `x`, its label along it. */
export function leftAxis(scale: LinearScale, x: number, { label, ticks = 6, format = plainNumber, rulesTo }: AxisOptions): Svg {
  const [from, to] = ends(scale);
  const marks = scale.ticks(ticks).map((value) => {
    const y = scale(value);
    return [
      rulesTo === undefined ? '' : line([x, y], [rulesTo, y], 'rule'),
      line([x - TICK, y], [x, y], 'muted'),
      text(format(value), [x - TICK - 3, y + 4], { anchor: 'end', class: 'muted', size: 11 }),
    ].join('');
  });
  const middle = (scale(from) + scale(to)) / 2;
  const turned = element('g', { transform: `translate(${Math.round(x - 44)} ${Math.round(middle)}) rotate(-90)` }, text(label, [0, 0], { anchor: 'middle' }));
  return element('g', {}, ...marks, line([x, scale(from)], [x, scale(to)], 'muted'), turned);
}

/** As short as the number itself allows, with a minus sign. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(12))).replace('-', '\u2212');
}

function ends(scale: LinearScale): [number, number] {
  const domain = scale.domain();
  return [domain[0], domain[domain.length - 1]];
}
