import type { StoredText } from './stored-text.js';

/** How a program counts the place of a quote in a text. */
export interface OffsetConvention {
  readonly unit: 'code points' | 'UTF-16 units' | 'UTF-8 bytes';
  /** What a line break counts: one, two, or two only where the file has CRLF. */
  readonly lineBreak: 'one' | 'two' | 'stored';
  readonly countsMark: boolean;
  readonly first: 0 | 1;
  readonly endIncluded: boolean;
}

/** REFI-QDA: Unicode code points from 0, the end exclusive. */
export const STANDARD: OffsetConvention = {
  unit: 'code points', lineBreak: 'one', countsMark: false, first: 0, endIncluded: false,
};

/** @example conventionInWords(STANDARD); // 'code points from 0, a line break counts 1, end exclusive' */
export function conventionInWords(convention: OffsetConvention): string {
  const { unit, lineBreak, countsMark, first, endIncluded } = convention;
  const breaks = { one: 'a line break counts 1', two: 'a line break counts 2', stored: 'a line break counts as it is stored' };
  return [
    `${unit} from ${first}`, breaks[lineBreak], ...(countsMark ? ['the mark of byte order counts'] : []),
    endIncluded ? 'end included' : 'end exclusive',
  ].join(', ');
}

const SPANS = [
  { first: 0, endIncluded: false }, { first: 1, endIncluded: true }, { first: 0, endIncluded: true }, { first: 1, endIncluded: false },
] as const;

/**
 * The conventions that can tell anything different about a text, the most usual first.
 *
 * @param spans whether the file may count from 1 or include the end, as sheets made by hand do.
 */
export function* conventionsFor(text: StoredText, spans: 'standard' | 'any'): Generator<OffsetConvention> {
  const hasBreaks = text.text.includes('\n');
  const breaks = !hasBreaks ? ['one'] as const : text.lineBreaks === 'mixed' ? ['one', 'two', 'stored'] as const : ['one', 'two'] as const;
  const units = /^[\0-\x7f]*$/.test(text.text) ? ['code points'] as const
    : /[\uD800-\uDFFF]/.test(text.text) ? ['code points', 'UTF-16 units', 'UTF-8 bytes'] as const : ['code points', 'UTF-8 bytes'] as const;
  for (const span of spans === 'any' ? SPANS : SPANS.slice(0, 1)) {
    for (const unit of units) {
      for (const lineBreak of breaks) {
        for (const countsMark of text.hasMark ? [false, true] : [false]) yield { unit, lineBreak, countsMark, ...span };
      }
    }
  }
}

/** Where each code point of the text starts as the convention counts, and where the text ends. */
export function boundaries(text: StoredText, { unit, lineBreak, countsMark }: OffsetConvention): Uint32Array {
  const { stored, hasMark } = text;
  const places = new Uint32Array(text.text.length + 1);
  let at = hasMark && countsMark ? weight('\uFEFF', unit) : 0;
  let count = 0;
  for (let index = hasMark ? 1 : 0; index < stored.length; index += 1) {
    places[count] = at;
    count += 1;
    const character = stored[index];
    if (character === '\n' || character === '\r') {
      const isPair = character === '\r' && stored[index + 1] === '\n';
      at += lineBreak === 'two' || (lineBreak === 'stored' && isPair) ? 2 : 1;
      if (isPair) index += 1;
      continue;
    }
    const point = stored.codePointAt(index) ?? 0;
    if (point > 0xffff) index += 1;
    at += weight(point > 0xffff ? stored.slice(index - 1, index + 1) : character, unit);
  }
  places[count] = at;
  return places.subarray(0, count + 1);
}

function weight(character: string, unit: OffsetConvention['unit']): number {
  if (unit === 'code points') return 1;
  if (unit === 'UTF-16 units') return character.length;
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
