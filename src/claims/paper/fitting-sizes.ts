import type { Paragraph } from '../../dataset/document.js';
import type { CheckedFigure } from '../../results/check-reasons.js';
import { isGrimPossible } from '../checks/grim.js';
import type { RoundingRule } from '../checks/rounding.js';
import type { Atom } from './atoms.js';
import { sharesOf } from './shares.js';

/** Beyond this many candidates the figures say too little to be worth a list. */
const MOST = 1000;

/**
 * The n at which every correlation that has a p but no n, and every percentage that has neither count nor n, can be
 * as printed. Null where no correlation bounds the n on both sides.
 */
export function fittingSizes(
  figures: readonly CheckedFigure[], paragraphs: readonly { readonly paragraph: Paragraph; readonly atoms: readonly Atom[] }[], rounding: RoundingRule,
): number[] | null {
  const ranges = figures.flatMap(({ reason }) => (reason.about === 'sizes' && reason.sizes !== null ? [reason.sizes] : []));
  if (ranges.length === 0) return null;
  const least = Math.max(...ranges.map((range) => range.least));
  const most = Math.min(...ranges.map((range) => range.most ?? Infinity));
  if (most - least > MOST) return null;
  const percents = paragraphs.flatMap(({ paragraph, atoms }) => sharesOf(paragraph.text.text, atoms))
    .filter(({ count, n, ofOther }) => count === null && n === null && !ofOther).map(({ percent }) => percent.number.value);
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, index) => least + index)
    .filter((n) => percents.every((percent) => isGrimPossible(percent, n, { percent: true, rounding })));
}
