import { element, escaped, ink } from './svg.js';
import type { Svg } from './svg.js';

/** A picture's size in pixels at 96 to the inch, and what it shows in words. */
export interface FigureFrame {
  readonly width: number;
  readonly height: number;
  /** A short name of the picture, which is also read out. */
  readonly title: string;
  /** What a reader who cannot see the picture should know of it. */
  readonly description: string;
}

/**
 * A whole SVG document. It names and describes itself for screen readers, sets its own type and colours as plain
 * attributes that a page's style sheet may override by class, and holds no script, no link and no font.
 */
export function figure({ width, height, title, description }: FigureFrame, ...content: readonly Svg[]): Svg {
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`, width: Math.ceil(width), height: Math.ceil(height),
      role: 'img', 'font-family': 'Helvetica, Arial, sans-serif', 'font-size': FONT_SIZE, class: 'study-figure',
    },
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(description)),
    element('rect', { width: '100%', height: '100%', class: 'paper', fill: ink('paper') }),
    ...content,
  )}\n`;
}

export const FONT_SIZE = 12;
