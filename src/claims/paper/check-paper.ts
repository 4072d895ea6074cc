import type { Block, Paragraph } from '../../dataset/document.js';
import type { CheckedFigure, NSource } from '../../results/check-reasons.js';
import { atomsOf } from './atoms.js';
import type { PaperContext } from './check-options.js';
import { checkTable } from '../tables/check-table.js';
import { checkText } from './check-text.js';
import { fittingSizes } from './fitting-sizes.js';
import { sampleSizeIn } from './sample-size.js';

/** What the user says of the paper. */
export interface PaperOptions extends Omit<PaperContext, 'n' | 'mentionsOneTailed' | 'adjusted'> {
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
  const context: PaperContext = { ...options, n, mentionsOneTailed, adjusted: false };
  const atomsOfParagraph = new Map(paragraphs.map(({ paragraph, atoms }) => [paragraph, atoms]));
  const figures = blocks.flatMap((block, index): CheckedFigure[] => (block.kind === 'paragraph'
    ? checkText(block.text, context, atomsOfParagraph.get(block))
    : checkTable(block, wordsAround(blocks, index), context)));
  return { figures, n, fittingN: fittingSizes(figures, paragraphs, options.rounding) };
}

/** The caption of a table and the notes below it: what stands right around it, as far as it looks like them. */
function wordsAround(blocks: readonly Block[], index: number): string {
  const table = blocks[index];
  const textOf = (block: Block | undefined): string => (block?.kind === 'paragraph' ? block.text.text : '');
  const before = [blocks[index - 2], blocks[index - 1]].filter((block, place) => {
    const text = textOf(block);
    return place === 1 ? text.length < 600 : isCaption(text) || (block?.kind === 'paragraph' && block.heading);
  });
  const behind = blocks.slice(index + 1, index + 3).filter((block) => /^\s*(?:[*†‡§#]|notes?\b|abbreviations?\b|values\b|data are\b|[a-e][\s.)]|NS\b)|\bp\s?[<≤]/i.test(textOf(block)));
  const caption = table.kind === 'table' ? table.caption?.text ?? '' : '';
  // The last caption before the table is its own; an earlier one may belong to the table before.
  const own = before.map(textOf);
  return [...(isCaption(own.at(-1) ?? '') ? own.slice(-1) : own), caption, ...behind.map(textOf)].join('\n');
}

function isCaption(text: string): boolean {
  return /\btable\s+\w{1,4}\b/i.test(text.slice(0, 200));
}
