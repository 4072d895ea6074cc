import type { Coding } from '../dataset/coded-text.js';

/** A stretch of one source with one code: one coding, or several coders' that overlap. */
export interface Segment {
  readonly source: string;
  readonly code: string;
  /** The first coding, by place. */
  readonly coding: Coding;
  readonly start: number | null;
  readonly end: number | null;
  /** Everybody whom a coding of it belongs to. */
  readonly participants: ReadonlySet<string>;
}

interface OpenSegment {
  readonly coding: Coding;
  readonly start: number;
  end: number;
  readonly coders: Set<string>;
  readonly participants: Set<string>;
}

/**
 * Codings counted as segments, in the order of their place: what one coder marked twice is two, what several coders
 * marked on overlapping characters is one. A coding without a place is a segment of its own.
 */
export function segmentsOf(codings: readonly Coding[]): Segment[] {
  const byPlace = new Map<string, Coding[]>();
  for (const coding of codings) {
    const key = JSON.stringify([coding.source, coding.code]);
    const those = byPlace.get(key);
    if (those === undefined) byPlace.set(key, [coding]);
    else those.push(coding);
  }
  return [...byPlace.values()].flatMap(merged);
}

function merged(codings: readonly Coding[]): Segment[] {
  const found: OpenSegment[] = [];
  const placed = codings.filter((coding) => coding.start !== null && coding.end !== null);
  for (const coding of [...placed].sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || (b.end ?? 0) - (a.end ?? 0))) {
    const start = coding.start ?? 0;
    const open = found.findLast((one) => one.end > start && !one.coders.has(coding.coder));
    if (open === undefined) {
      found.push({ coding, start, end: coding.end ?? 0, coders: new Set([coding.coder]), participants: participantsOf(coding) });
      continue;
    }
    open.end = Math.max(open.end, coding.end ?? 0);
    open.coders.add(coding.coder);
    if (coding.participant !== null) open.participants.add(coding.participant);
  }
  return [
    ...found.map(({ coding, start, end, participants }): Segment => ({ source: coding.source, code: coding.code, coding, start, end, participants })),
    ...codings.filter((coding) => coding.start === null || coding.end === null).map((coding): Segment =>
      ({ source: coding.source, code: coding.code, coding, start: null, end: null, participants: participantsOf(coding) })),
  ];
}

function participantsOf({ participant }: Coding): Set<string> {
  return new Set(participant === null ? [] : [participant]);
}
