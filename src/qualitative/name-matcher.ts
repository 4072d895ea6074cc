import { foldedText } from './folded-text.js';

/** A name of somebody or something, and what is to stand in its stead. */
export interface MappedName {
  readonly name: string;
  readonly replacement: string;
}

/** Where a mapped name stands in a text, in units of the string. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  readonly mapped: MappedName;
}

const WORD = '[\\p{L}\\p{M}\\p{N}]';

/**
 * Finds mapped names as whole words, longer names before the shorter ones in them, in whatever case, composition of
 * letters, kind of apostrophe and white space they are written.
 *
 * @param matchCase take a name only as it is written, in capitals, or with its first letter large.
 */
export function nameMatcher(names: readonly MappedName[], matchCase = false): (text: string) => NameMatch[] {
  const byFolded = new Map(names.map((mapped) => [key(mapped.name), mapped]));
  const longestFirst = [...byFolded.keys()].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return () => [];
  const pattern = new RegExp(`(?<!${WORD})(?:${longestFirst.map((name) => escaped(name).replace(/ /g, ' +')).join('|')})(?!${WORD})`, 'gu');
  return (text) => {
    const { folded, places } = foldedText(text);
    const found: NameMatch[] = [];
    for (const match of folded.matchAll(pattern)) {
      const mapped = byFolded.get(match[0].replace(/ +/g, ' '));
      const start = places[match.index];
      const end = places[match.index + match[0].length];
      if (mapped !== undefined && (!matchCase || isCaseOf(mapped.name, text.slice(start, end)))) found.push({ start, end, mapped });
    }
    return found;
  };
}

function isCaseOf(name: string, written: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').replace(/[’‘ʼ＇`´]/g, '\'');
  return plain(written) === plain(name) || plain(written) === plain(name).toUpperCase();
}

function key(name: string): string {
  return foldedText(name).folded.trim().replace(/ +/g, ' ');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
