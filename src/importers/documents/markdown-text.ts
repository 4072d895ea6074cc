import { editPlaced } from '../../dataset/document.js';
import type { Edit, PlacedText } from '../../dataset/document.js';
import { characterOf } from './character-entities.js';

/** What formulas call the letters of statistics. */
const LATEX: ReadonlyMap<string, string> = new Map([
  ['chi', 'χ'], ['rho', 'ρ'], ['tau', 'τ'], ['alpha', 'α'], ['beta', 'β'], ['eta', 'η'], ['pm', '±'], ['times', '×'], ['cdot', '·'],
  ['le', '≤'], ['leq', '≤'], ['ge', '≥'], ['geq', '≥'], ['lt', '<'], ['gt', '>'], ['%', '%'], ['_', '_'], ['&', '&'],
]);

/**
 * A text without the marks of Markdown: headings, quotation marks of a block, emphasis, code, links, subscripts, the
 * commonest of formulas, tags and entities. `0.69**`, which opens nothing, stays.
 *
 * @param inCell the text of a cell has no headings, and `> 75` is no quotation
 */
export function withoutMarkdown(placed: PlacedText, inCell = false): PlacedText {
  const edits: Edit[] = [];
  const replace = (pattern: RegExp, text: (match: RegExpExecArray) => string | null): void => {
    for (const match of placed.text.matchAll(pattern)) {
      const replaced = text(match);
      if (replaced !== null) edits.push({ start: match.index, end: match.index + match[0].length, text: replaced });
    }
  };
  if (!inCell) replace(/^ {0,3}(?:#{1,6}|>+)\s+/gm, () => '');
  replace(/(?<!\\)\[([^[\]]*)\]\([^()\s]*\)/g, (match) => match[1]);
  replace(/\\([!-/:-@[-`{-~])/g, (match) => match[1]);
  replace(/\\([a-z]+)\b ?/g, (match) => LATEX.get(match[1]) ?? null);
  replace(/<\/?[a-z][^<>]*>|<!--[^]*?-->/gi, () => '');
  replace(/&(#?\w+);/g, (match) => characterOf(match[1]));
  // The two ends of an emphasis: the first stands behind no letter, the second before none, and nothing is empty.
  const masked = placed.text.replace(/\\[*_]/g, '..');
  for (const match of masked.matchAll(/(?<![\p{L}\p{N}*_])(\*{1,3}|_{1,3})(?=[^\s*_])((?:(?!\1)[^])*?[^\s*_])(\1)(?![\p{L}\p{N}*_])|(?<![\p{L}\p{N}*])(\*{1,3})(?=[^\s*])([^*]*?[^\s*])(\4)(?!\*)/gu)) {
    const size = (match[1] ?? match[4]).length;
    const end = match.index + match[0].length;
    edits.push({ start: match.index, end: match.index + size, text: '' }, { start: end - size, end, text: '' });
  }
  replace(/(?<=\S)[\^~]\{?([^\s^~{}]{1,4})\}?[\^~]/g, (match) => match[1]);
  replace(/(?<=\p{L})[\^_]\{?([^\s^~{}]{1,3})\}/gu, (match) => match[1]);
  replace(/(?<=\p{L})\^(?=\d)/gu, () => '');
  replace(/`+/g, () => '');
  // A formula, whose ends are not those of two prices.
  for (const match of placed.text.matchAll(/(?<![\\$])\$(?=[^\s$])[^$\n]*?[^\s$\\]\$(?![\d$])/g)) {
    const end = match.index + match[0].length;
    edits.push({ start: match.index, end: match.index + 1, text: '' }, { start: end - 1, end, text: '' });
  }
  return editPlaced(placed, apart(edits));
}

/** In order, without those that overlap one before them. */
function apart(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  return kept;
}
