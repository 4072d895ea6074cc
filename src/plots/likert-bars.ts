import { figure } from './figure.js';
import { element, ink, line, text, title } from './svg.js';
import type { Svg } from './svg.js';
import { lettersOn, shadeOf } from './heat-map.js';
import { fitted, textWidth, widest } from './text-width.js';

export interface LikertItem {
  readonly label: string;
  /** Answers by level, in the order of the scale. */
  readonly counts: readonly number[];
}

export interface LikertBars {
  readonly title: string;
  readonly description: string;
  readonly levels: readonly string[];
  readonly items: readonly LikertItem[];
}

const ROW = 26;
const BAR = 18;
const PLOT = 380;
const GAP = 16;
const TOP = 62;

/**
 * Answers on a scale as bars that part at its middle: the lower half of the scale to the left, the upper half to the
 * right, a middle level half to each side. Shares stand in the bars; both halves are added up beside them.
 */
export function likertBars({ title: name, description, levels, items }: LikertBars): Svg {
  const labels = widest(items.map((item) => item.label), 260);
  const shares = items.map(({ counts }) => sharesOf(counts));
  const lower = Math.max(0, ...shares.map((share) => halves(share)[0]));
  const upper = Math.max(0, ...shares.map((share) => halves(share)[1]));
  const unit = PLOT / Math.max(0.01, lower + upper);
  const left = GAP + labels + GAP + 34;
  const middle = left + lower * unit;
  const rows = items.map((item, index) => likertRow(item, shares[index], levels, { y: TOP + index * ROW, middle, unit, labels, left }));
  const bottom = TOP + items.length * ROW;
  return figure(
    { width: Math.max(left + PLOT + 34 + GAP, GAP + legendWidth(levels) + GAP), height: bottom + 14, title: name, description },
    text(name, [GAP, 20], { weight: 'bold', size: 13 }),
    legend(levels),
    ...rows,
    line([middle, TOP - 4], [middle, bottom], 'ink'),
  );
}

interface RowPlace {
  readonly y: number;
  readonly middle: number;
  readonly unit: number;
  readonly labels: number;
  readonly left: number;
}

function likertRow({ label, counts }: LikertItem, shares: readonly number[], levels: readonly string[], { y, middle, unit, labels, left }: RowPlace): Svg {
  const [low, high] = halves(shares);
  let x = middle - low * unit;
  const bars = shares.map((share, level) => {
    const width = share * unit;
    const percent = `${Math.round(share * 100)}%`;
    const at = x;
    x += width;
    if (share === 0) return '';
    const fits = textWidth(percent, 11) < width - 2;
    const shade = shadeAt(level, shares.length);
    const [letters, fillOf] = lettersOn(shade);
    return element(
      'g', {}, title(`${label}, ${levels[level]}: ${counts[level]} (${percent})`),
      element('rect', { x: at, y: y + (ROW - BAR) / 2, width, height: BAR, fill: shadeOf(shade), stroke: ink('paper'), 'stroke-width': 1 }),
      fits ? text(percent, [at + width / 2, y + ROW / 2 + 4], { anchor: 'middle', size: 11, class: letters, fill: fillOf }) : '',
    );
  });
  const sums = counts.every((count) => count === 0) ? ['–', '–'] : [low, high].map((share) => `${Math.round(share * 100)}%`);
  return element(
    'g', {},
    text(fitted(label, labels), [GAP, y + ROW / 2 + 4]),
    text(sums[0], [left - 6, y + ROW / 2 + 4], { anchor: 'end', class: 'muted', size: 11 }),
    ...bars,
    text(sums[1], [left + PLOT + 6, y + ROW / 2 + 4], { class: 'muted', size: 11 }),
  );
}

function legend(levels: readonly string[]): Svg {
  let x = GAP;
  const keys = levels.map((level, index) => {
    const at = x;
    x += 16 + textWidth(level, 11) + 12;
    return element('g', {},
      element('rect', { x: at, y: 32, width: 12, height: 12, fill: shadeOf(shadeAt(index, levels.length)), stroke: ink('rule') }),
      text(level, [at + 16, 42], { class: 'muted', size: 11 }));
  });
  return element('g', {}, ...keys);
}

function legendWidth(levels: readonly string[]): number {
  return levels.reduce((sum, level) => sum + 16 + textWidth(level, 11) + 12, 0);
}

/** From −1 at the lowest level to 1 at the highest; a middle level is 0, drawn in a grey of its own by being white. */
function shadeAt(level: number, count: number): number {
  if (count < 2) return 1;
  const place = (2 * level) / (count - 1) - 1;
  return place === 0 ? 0.08 : Math.sign(place) * (0.2 + 0.75 * Math.abs(place));
}

function sharesOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : count / total));
}

function halves(shares: readonly number[]): [number, number] {
  const half = shares.length / 2;
  return shares.reduce<[number, number]>(
    ([low, high], share, level) => {
      if (level + 1 <= half) return [low + share, high];
      if (level >= half) return [low, high + share];
      return [low + share / 2, high + share / 2];
    },
    [0, 0],
  );
}
