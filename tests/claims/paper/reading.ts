import { checkPaper } from '../../../src/claims/paper/check-paper.js';
import type { CheckedPaper, PaperOptions } from '../../../src/claims/paper/check-paper.js';
import { htmlBlocks } from '../../../src/importers/documents/html-blocks.js';
import { textBlocks } from '../../../src/importers/documents/text-blocks.js';
import type { CheckedFigure } from '../../../src/results/check-reasons.js';

const DEFAULTS: PaperOptions = { alpha: 0.05, tails: 'auto', n: null, wholeNumbers: false, binary: false, items: 1, rounding: 'either' };

export function checkedText(text: string, options: Partial<PaperOptions> = {}): CheckedPaper {
  return checkPaper(textBlocks(text, false), { ...DEFAULTS, ...options });
}

export function checkedMarkdown(text: string, options: Partial<PaperOptions> = {}): CheckedPaper {
  return checkPaper(textBlocks(text, true), { ...DEFAULTS, ...options });
}

export function checkedHtml(text: string, options: Partial<PaperOptions> = {}): CheckedPaper {
  return checkPaper(htmlBlocks(text), { ...DEFAULTS, ...options });
}

/** Print, kind and verdict of each figure, in order. */
export function verdicts({ figures }: CheckedPaper): string[] {
  return figures.map(({ printed, kind, verdict }) => `${printed} | ${kind} ${verdict}`);
}

/** The one figure of a text. */
export function only({ figures }: CheckedPaper): CheckedFigure {
  if (figures.length !== 1) throw new Error(`Expected one figure, found ${figures.length}: ${figures.map(({ printed }) => printed).join('; ')}`);
  return figures[0];
}
