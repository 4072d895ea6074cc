import type { TextSource, Turn } from '../../dataset/coded-text.js';
import { turnAt } from '../../dataset/turn-at.js';
import { isModerator } from './moderators.js';
import type { Place } from './place-segments.js';

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
    const stretch = turnAt(sharing, place.start, place.end);
    if (stretch !== null) return stretch.participant;
    if (source.turns.some(({ participant }) => participant !== null)) return turnAt(source.turns, place.start, place.end)?.participant ?? null;
  }
  return whole;
}

/**
 * Turns with the participants that the cases of the files give them: the case whose stretch shares most of a turn; in a
 * document that is one case's alone, that case for its one speaker who does not ask the questions.
 */
export function withCases(turns: readonly Turn[], cases: readonly CasesInDocument[]): readonly Turn[] {
  const stretches = cases.flatMap((one) => one.stretches).sort((a, b) => a.start - b.start);
  const wholes = new Set(cases.flatMap(({ whole }) => whole ?? []));
  if (stretches.length === 0 && wholes.size !== 1) return turns;
  const [whole = null] = wholes.size === 1 ? wholes : [];
  const answering = new Set(turns.filter(({ speaker }) => !isModerator(speaker)).map(({ speaker }) => speaker));
  return turns.map((turn) => {
    const sharing = stretches.filter(({ start, end }) => start < turn.end && end > turn.start);
    const participant = turnAt(sharing, turn.start, turn.end)?.participant;
    if (participant !== undefined) return { ...turn, participant };
    return whole !== null && answering.size === 1 && answering.has(turn.speaker) ? { ...turn, participant: whole } : turn;
  });
}
