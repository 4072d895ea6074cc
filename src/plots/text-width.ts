import { FONT_SIZE } from './figure.js';

/** Narrow, middling and wide letters of a sans-serif type, as shares of its size; a little generous. */
const NARROW = /[ .,:;'|!()[\]fijlrtI]/u;
const WIDE = /[MWmw%@—…\u2190-\u21ff]/u;
const FULL = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60]|\p{Extended_Pictographic}/u;
const NOTHING = /[\p{Mn}\p{Me}\p{Cf}]/u;

/**
 * About how wide a text will be drawn, in pixels: there is no font at hand to ask, and every machine has another.
 *
 * @example
 * textWidth('ρ = −0.29'); // about 55
 */
export function textWidth(content: string, size: number = FONT_SIZE): number {
  let ems = 0;
  for (const letter of content) {
    ems += NOTHING.test(letter) ? 0 : FULL.test(letter) ? 1.05 : NARROW.test(letter) ? 0.34 : WIDE.test(letter) ? 0.9 : /\p{Lu}/u.test(letter) ? 0.72 : 0.57;
  }
  return ems * size;
}

/** The text, cut with an ellipsis where it would be wider than `width`. */
export function fitted(content: string, width: number, size: number = FONT_SIZE): string {
  if (textWidth(content, size) <= width) return content;
  const letters = [...content];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** The widest of some texts, at most `limit`. */
export function widest(contents: readonly string[], limit: number, size: number = FONT_SIZE): number {
  return Math.min(limit, Math.ceil(contents.reduce((most, content) => Math.max(most, textWidth(content, size)), 0)));
}
