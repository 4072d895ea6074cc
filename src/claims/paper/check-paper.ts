import type { Block, Paragraph } from '../../dataset/document.js';
import type { CheckedFigure, NSource } from '../../results/check-reasons.js';
import { atomsOf } from './atoms.js';
import type { PaperContext } from './check-options.js';
import { checkText } from './check-text.js';
import { fittingSizes } from './fitting-sizes.js';
import { sampleSizeIn } from './sample-size.js';

/** What the user says of the paper. */
export interface PaperOptions extends Omit<PaperContext, 'n' | 'mentionsOneTailed'> {
  readonly n: number | null;
}

export interface CheckedPaper {
  readonly figures: readonly CheckedFigure[];
  readonly n: NSource | null;
  /** The n at which all correlations and percentages without an n of their own fit; null where no correlation bounds it. */
  readonly fittingN: readonly number[] | null;
}

/** Reads and checks every figure of a paper that it can, and lists those that it can only read. */
export function checkPaper(blocks: readonly Block[], options: PaperOptions): CheckedPaper {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
    .map((paragraph: Paragraph) => ({ paragraph, atoms: atomsOf(paragraph.text.text) }));
  const n: NSource | null = options.n === null ? sampleSizeIn(paragraphs) : { n: options.n, from: 'option' };
  const mentionsOneTailed = paragraphs.some(({ paragraph }) => /\b(?:one|1)[-\s]?(?:tailed|sided)\b/i.test(paragraph.text.text));
  const context: PaperContext = { ...options, n, mentionsOneTailed };
  const atomsOfParagraph = new Map(paragraphs.map(({ paragraph, atoms }) => [paragraph, atoms]));
  const figures = blocks.flatMap((block): CheckedFigure[] =>
    (block.kind === 'paragraph' ? checkText(block.text, context, atomsOfParagraph.get(block)) : []));
  return { figures, n, fittingN: fittingSizes(figures, paragraphs, options.rounding) };
}
