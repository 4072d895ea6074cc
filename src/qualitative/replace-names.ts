import { partitionPoint } from '../numeric/partition-point.js';
import type { MappedName, NameMatch } from './name-matcher.js';

/** A text without the mapped names, and how places in the old one become places in the new one, in units. */
export interface ReplacedText {
  readonly text: string;
  readonly replaced: readonly MappedName[];
  /**
   * Where a place of the old text lies now. A place inside a name becomes the start of what replaced it, or as an
   * `end` its end.
   */
  place(unit: number, which: 'start' | 'end'): number;
}

/** @param matches in order, as a matcher gives them. */
export function replaceNames(text: string, matches: readonly NameMatch[]): ReplacedText {
  const parts: string[] = [];
  const edits: { start: number; end: number; newStart: number; newEnd: number }[] = [];
  let at = 0;
  let length = 0;
  for (const { start, end, mapped } of matches) {
    const kept = text.slice(at, start);
    const written = inCaseOf(text.slice(start, end), mapped.replacement);
    parts.push(kept, written);
    edits.push({ start, end, newStart: length + kept.length, newEnd: length + kept.length + written.length });
    length += kept.length + written.length;
    at = end;
  }
  parts.push(text.slice(at));
  return {
    text: parts.join(''),
    replaced: matches.map(({ mapped }) => mapped),
    place: (unit, which) => {
      const edit = lastBefore(edits, unit);
      if (edit === undefined) return unit;
      if (unit >= edit.end) return edit.newEnd + unit - edit.end;
      return unit === edit.start || which === 'start' ? edit.newStart : edit.newEnd;
    },
  };
}

/** A name in capitals is replaced in capitals; a line break inside a name stays, so that lines keep their numbers. */
function inCaseOf(name: string, replacement: string): string {
  const letters = name.replace(/\P{L}/gu, '');
  const isCapitals = [...letters].length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  const written = isCapitals ? replacement.toUpperCase() : replacement;
  return `${written}${name.match(/\r\n?|\n/g)?.join('') ?? ''}`;
}

/** The last edit that starts at a place or before it. */
function lastBefore<T extends { readonly start: number }>(edits: readonly T[], unit: number): T | undefined {
  return edits[partitionPoint(edits.length, (index) => edits[index].start <= unit) - 1];
}
