import type { TextSource } from '../dataset/coded-text.js';
import { codePointLength } from './coded-documents.js';
import type { Stretch } from './stretches.js';

/**
 * The sentences of a text, without the blanks around them. They end where the Unicode rules (UAX #29) see an end, and
 * at every line break.
 */
export function sentences(text: string): Stretch[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return linesOf(text).flatMap(({ line, start }) => {
    const found: Stretch[] = [];
    let at = start;
    for (const { segment } of segmenter.segment(line)) {
      const end = at + codePointLength(segment);
      const trimmed = withoutBlanks(segment, at);
      if (trimmed !== null) found.push(trimmed);
      at = end;
    }
    return found;
  });
}

/** What one person says at a stretch; where the text names no speakers, its lines that are not blank. */
export function turnsOrLines({ turns, text }: TextSource): Stretch[] {
  if (turns.length > 0) return turns.map(({ start, end }) => ({ start, end }));
  return linesOf(text ?? '').map(({ line, start }) => withoutBlanks(line, start)).filter((stretch) => stretch !== null);
}

function linesOf(text: string): { line: string; start: number }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const here = { line, start };
    start += codePointLength(line) + 1;
    return here;
  });
}

function withoutBlanks(text: string, start: number): Stretch | null {
  const blank = text.length - text.trimStart().length;
  const kept = text.trim();
  return kept === '' ? null : { start: start + blank, end: start + blank + codePointLength(kept) };
}
