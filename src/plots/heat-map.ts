import { figure } from './figure.js';
import { element, ink, text, title } from './svg.js';
import type { Svg } from './svg.js';
import { fitted, widest } from './text-width.js';

/** One cell; null for a cell that is not there. */
export interface HeatCell {
  /** From −1 to 1, or from 0 to 1: how strongly and on which side of nothing it is coloured. Null is undefined. */
  readonly shade: number | null;
  readonly printed: string;
  readonly hint: string;
}

export interface HeatMap {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly string[];
  /** Short, since they stand above narrow columns. */
  readonly columns: readonly string[];
  readonly cells: readonly (readonly (HeatCell | null)[])[];
  /** What the shades mean, a line an entry. */
  readonly key: readonly string[];
}

const ROOMY = { width: 50, height: 26, letters: true } as const;
/** Cells of a large matrix, whose figures only a table can hold. */
const DENSE = { width: 14, height: 14, letters: false } as const;
type CellSize = typeof ROOMY | typeof DENSE;
/** Rows or columns whose cells still hold their figures. */
export const MOST_ROOMY = 25;
const GAP = 16;
const LINE = 15;
const TOP = 56;

/**
 * A matrix of shaded cells, each with its figure in it, so that nothing is told by colour alone; one of more than 25
 * rows or columns in small cells without, which the key then says.
 */
export function heatMap({ title: name, description, rows, columns, cells, key }: HeatMap): Svg {
  const size = Math.max(rows.length, columns.length) > MOST_ROOMY ? DENSE : ROOMY;
  const { width, height, letters } = size;
  const type = letters ? 12 : 10;
  const labels = widest(rows, 280, type);
  const left = GAP + labels + GAP;
  const headers = columns.map((column, index) => text(fitted(column, width - (letters ? 4 : 0), letters ? 11 : 8), [left + (index + 0.5) * width, TOP - 8], { anchor: 'middle', class: 'muted', size: letters ? 11 : 8 }));
  const body = rows.map((label, r) => element(
    'g', {},
    text(fitted(label, labels, type), [GAP, TOP + (r + 0.5) * height + 4], letters ? {} : { size: type }),
    ...cells[r].map((cell, c) => (cell === null ? '' : drawn(cell, left + c * width, TOP + r * height, size))),
  ));
  const bottom = TOP + rows.length * height;
  const notes = letters ? key : [...key, 'Too many cells for their figures, which the table has.'];
  return figure(
    { width: Math.max(left + columns.length * width, left + 120, GAP + widest(notes, 720, 11)) + GAP, height: bottom + 17 + notes.length * LINE, title: name, description },
    text(name, [GAP, 20], { weight: 'bold', size: 13 }),
    ...headers, ...body,
    ...notes.map((note, line) => text(note, [GAP, bottom + 22 + line * LINE], { class: 'muted', size: 11 })),
  );
}

function drawn({ shade, printed, hint }: HeatCell, x: number, y: number, { width, height, letters: roomy }: CellSize): Svg {
  const fill = shade === null ? ink('paper') : shadeOf(shade);
  if (!roomy) return element('rect', { x, y, width, height, fill, stroke: ink('rule'), 'stroke-width': 0.5 });
  const [letters, fillOf] = lettersOn(shade ?? 0);
  return element(
    'g', {}, title(hint),
    element('rect', { x: x + 1, y: y + 1, width: width - 2, height: height - 2, fill, stroke: ink('rule'), 'stroke-width': shade === null ? 1 : 0.5 }),
    text(printed, [x + width / 2, y + height / 2 + 4], { anchor: 'middle', size: 11, class: letters, fill: fillOf }),
  );
}

/** Ends of a diverging scale that the colour-blind can tell apart: blue above nothing, red-brown below. */
const ABOVE = [33, 102, 172] as const;
const BELOW = [178, 74, 43] as const;

/** Where white letters have more contrast than black ones. */
const DARK_FROM = 0.8;

/** The class and colour of letters that can be read on a shade. */
export function lettersOn(shade: number): readonly [string, string] {
  return Math.abs(shade) >= DARK_FROM ? ['on-dark', '#ffffff'] : ['on-light', '#1a1a1a'];
}

/** White at 0, and the further from it the fuller. */
export function shadeOf(shade: number): string {
  const full = shade < 0 ? BELOW : ABOVE;
  const strength = Math.min(1, Math.abs(shade)) * 0.9;
  const parts = full.map((part) => Math.round(255 + (part - 255) * strength).toString(16).padStart(2, '0'));
  return `#${parts.join('')}`;
}
