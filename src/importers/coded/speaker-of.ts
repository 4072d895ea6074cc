import type { TextSource } from '../../dataset/coded-text.js';
import type { Place } from './place-segments.js';
import { turnOf } from './turns.js';

/** A stretch of a document that belongs to a participant. */
export interface CaseStretch extends Place {
  readonly participant: string;
}

export interface CasesInDocument {
  readonly stretches: readonly CaseStretch[];
  /** The participant whose alone the document is. */
  readonly whole: string | null;
}

/** Who speaks in a coded segment: the case that the project ties to it, else who has most of it by turns, else whose document it is. */
export function speakerOf(
  source: TextSource | undefined, place: Place | null, { stretches, whole }: CasesInDocument,
): string | null {
  if (source === undefined) return null;
  if (place !== null) {
    const sharing = stretches.filter(({ start, end }) => start < place.end && end > place.start).sort((a, b) => a.start - b.start);
    const stretch = turnOf(sharing, place.start, place.end);
    if (stretch !== null) return stretch.participant;
    if (source.text !== null && source.turns.length > 0) return turnOf(source.turns, place.start, place.end)?.participant ?? null;
  }
  return whole;
}
