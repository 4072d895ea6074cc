/**
 * The only entities there are; they expand to a character each, so that no document grows by them.
 */
const ENTITIES: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"]]);

/** Characters that no XML 1.0 document holds, not even by number. */
export const FORBIDDEN = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Where a text uses what it must not, and whether that is an entity. */
export interface BadReference {
  readonly index: number;
  readonly isEntity: boolean;
}

/** The text with its references replaced, or the first that cannot be. */
export function dereferenced(text: string): string | BadReference {
  let result = '';
  let from = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    const name = end === -1 ? '' : text.slice(at + 1, end);
    const character = name.startsWith('#') ? numbered(name) : ENTITIES.get(name);
    if (character === undefined) return { index: at, isEntity: /^[^\s&<#]+$/.test(name) };
    result += text.slice(from, at) + character;
    from = end + 1;
  }
  return result + text.slice(from);
}

function numbered(name: string): string | undefined {
  const match = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (match === null) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : parseInt(match[1], 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  return FORBIDDEN.test(character) ? undefined : character;
}
