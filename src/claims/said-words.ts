import { plainText } from './paper-pieces.js';

/** A transcript, or the segments of it that were coded. */
export interface SaidText {
  readonly document: string;
  readonly text: string;
}

/**
 * The documents in which somebody says what a paper quotes. Dots and words in brackets stand for what was left out or
 * put in by the authors; the parts between them have to follow each other.
 *
 * @example saidIn([{ document: 'FG1', text: 'I really like my doctor.' }], '“I … like [her]”') // ['FG1']
 */
export function saidIn(documents: readonly SaidText[], quote: string): string[] {
  const parts = quote.replace(/^[\s"“”'‘’]+|[\s"“”'‘’]+$/g, '').split(/\[[^\]]*\]|\(?\.\s?\.\s?\.\)?|…/)
    .map((part) => plainText(part).letters.toLowerCase()).filter((part) => part !== '');
  if (parts.length === 0) return [];
  return documents.filter(({ text }) => inOrder(plainText(text).letters.toLowerCase(), parts)).map(({ document }) => document);
}

function inOrder(letters: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = letters.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}
