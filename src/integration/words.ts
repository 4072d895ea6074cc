import { CodePoints } from '../dataset/code-points.js';
import type { CodedText, TextSource } from '../dataset/coded-text.js';
import type { Segment } from '../qualitative/segments.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Letters, with the digits, marks, apostrophes and hyphens inside a word. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’-](?=[\p{L}\p{N}]))*/gu;

/** @example wordCount('I don’t send e-mail.') // 4 */
export function wordCount(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** Words that participants speak, counted in their turns, or in the whole of a source that names no speakers. */
export class WordsOfParticipants {
  private readonly sources: ReadonlyMap<string, TextSource>;
  private readonly texts = new Map<string, CodePoints>();

  constructor({ sources }: CodedText) {
    this.sources = new Map(sources.map((source) => [source.id, source]));
  }

  /** Null where a source of the participant has no text. */
  spoken(participant: string, places: ReadonlySet<string>): number | null {
    return this.count(participant, places, (id) => [{ start: 0, end: this.text(id)!.length }]);
  }

  /** Words of the participant that lie in any of the segments, each counted once; null where a place is not known. */
  within(participant: string, places: ReadonlySet<string>, segments: readonly Segment[]): number | null {
    if (segments.some(({ start, end }) => start === null || end === null)) return null;
    return this.count(participant, places, (id) => segments.filter(({ source }) => source === id).map(({ start, end }) => ({ start: start!, end: end! })));
  }

  private count(participant: string, places: ReadonlySet<string>, stretchesOf: (source: string) => readonly Stretch[]): number | null {
    let words = 0;
    for (const id of places) {
      const text = this.text(id);
      if (text === null) return null;
      const turns = this.sources.get(id)!.turns.filter((turn) => turn.participant === participant);
      const own = turns.length > 0 ? turns : [{ start: 0, end: text.length }];
      for (const { start, end } of merged(stretchesOf(id))) {
        for (const turn of own) {
          if (turn.start < end && start < turn.end) words += wordCount(text.slice(Math.max(start, turn.start), Math.min(end, turn.end)));
        }
      }
    }
    return words;
  }

  private text(id: string): CodePoints | null {
    const text = this.sources.get(id)?.text;
    if (text === undefined || text === null) return null;
    const known = this.texts.get(id) ?? new CodePoints(text);
    this.texts.set(id, known);
    return known;
  }
}

/** Overlapping stretches as one, ascending. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
