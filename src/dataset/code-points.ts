import { countBelow } from './count-below.js';

/**
 * Turns offsets in Unicode code points into those of a JavaScript string and back. Only characters beyond U+FFFF make
 * the two differ, so only their places are kept.
 *
 * @example
 * const points = new CodePoints('👍 ok');
 * points.slice(2, 4); // 'ok'
 */
export class CodePoints {
  /** The code point index of each character that takes two units, ascending. */
  private readonly wide: readonly number[];
  readonly length: number;

  constructor(readonly text: string) {
    this.wide = wideCharacters(text);
    this.length = text.length - this.wide.length;
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }

  /** The index in the string of a code point. */
  unit(codePoint: number): number {
    return codePoint + countBelow(this.wide, codePoint);
  }

  /** The code point that stands at, or holds, an index of the string. */
  codePoint(unit: number): number {
    let low = 0;
    let high = this.wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.wide[middle] + middle < unit - 1) low = middle + 1;
      else high = middle;
    }
    const before = low < this.wide.length && this.wide[low] + low === unit - 1 ? unit - 1 : unit;
    return before - low;
  }
}

const WIDE = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

function wideCharacters(text: string): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(WIDE)) found.push(match.index - found.length);
  return found;
}
