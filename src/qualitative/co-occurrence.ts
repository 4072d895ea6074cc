import type { TextSource } from '../dataset/coded-text.js';
import type { CoOccurrence } from '../results/themes.js';
import type { Segment } from './segments.js';
import { firstEndingAfter, mergeStretches, totalLength } from './stretches.js';
import type { Stretch } from './stretches.js';

type Placed = Segment & Stretch;

/** Codes that share characters: pairs of overlapping segments, and the characters with both of those with either. */
export function overlappingCodes(segments: readonly Segment[]): CoOccurrence[] {
  const counts = new Map<string, number>();
  for (const here of bySource(segments).values()) {
    const sorted = [...here].sort((a, b) => a.start - b.start);
    sorted.forEach((one, place) => {
      for (let next = place + 1; next < sorted.length && sorted[next].start < one.end; next++) {
        if (sorted[next].code !== one.code) add(counts, one.code, sorted[next].code);
      }
    });
  }
  return Array.from(counts, ([key, count]) => {
    const codes = JSON.parse(key) as [string, string];
    return { codes, count, jaccard: sharedCharacters(segments, codes) };
  });
}

/** Codes in the same turns: how many turns hold both, and that as a share of the turns with either. */
export function codesInTurns(segments: readonly Segment[], sources: ReadonlyMap<string, TextSource>): CoOccurrence[] {
  const turns = new Map<string, Set<string>>();
  for (const [source, here] of bySource(segments)) {
    const spoken = sources.get(source)?.turns ?? [];
    for (const { start, end, code } of here) {
      for (let turn = firstEndingAfter(spoken, start); turn < spoken.length && spoken[turn].start < end; turn++) {
        const key = `${turn} ${source}`;
        turns.set(key, (turns.get(key) ?? new Set()).add(code));
      }
    }
  }
  const having = new Map<string, number>();
  const both = new Map<string, number>();
  for (const codes of turns.values()) {
    const listed = [...codes];
    listed.forEach((code, place) => {
      having.set(code, (having.get(code) ?? 0) + 1);
      for (const other of listed.slice(place + 1)) add(both, code, other);
    });
  }
  return Array.from(both, ([key, count]) => {
    const codes = JSON.parse(key) as [string, string];
    return { codes, count, jaccard: count / ((having.get(codes[0]) ?? 0) + (having.get(codes[1]) ?? 0) - count) };
  });
}

function sharedCharacters(segments: readonly Segment[], [first, second]: readonly [string, string]): number {
  const places = (code: string): Map<string, Placed[]> => bySource(segments.filter((segment) => segment.code === code));
  const [a, b] = [places(first), places(second)];
  let either = 0;
  let each = 0;
  for (const source of new Set([...a.keys(), ...b.keys()])) {
    const [mine, theirs] = [a.get(source) ?? [], b.get(source) ?? []];
    either += totalLength(mergeStretches([...mine, ...theirs]));
    each += totalLength(mergeStretches(mine)) + totalLength(mergeStretches(theirs));
  }
  return (each - either) / either;
}

function bySource(segments: readonly Segment[]): Map<string, Placed[]> {
  const found = new Map<string, Placed[]>();
  for (const segment of segments) {
    const { start, end } = segment;
    if (start === null || end === null) continue;
    const here = found.get(segment.source);
    if (here === undefined) found.set(segment.source, [{ ...segment, start, end }]);
    else here.push({ ...segment, start, end });
  }
  return found;
}

function add(counts: Map<string, number>, a: string, b: string): void {
  const key = JSON.stringify(a < b ? [a, b] : [b, a]);
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
