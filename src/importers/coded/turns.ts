import { CodePoints } from '../../dataset/code-points.js';
import type { Turn } from '../../dataset/coded-text.js';
import { isModerator } from './moderators.js';
import { speakerLines } from './speaker-lines.js';
import type { Speakers } from './speakers-sheet.js';

/** The turns of a transcript, the labels that looked like speakers but were not taken, and those nobody mapped. */
export interface Turns {
  readonly turns: readonly Turn[];
  readonly passed: readonly string[];
  readonly unmapped: readonly string[];
}

/**
 * Cuts a text into turns. With a list of speakers, that says who each is; without one a label is the participant's id,
 * unless it is that of a moderator.
 *
 * @param named labels that the file itself says are speakers.
 */
export function turnsOf(document: string, text: string, speakers: Speakers | null, named: ReadonlySet<string> = new Set()): Turns {
  const { speeches, passed } = speakerLines(text, new Set([...named, ...(speakers?.labels ?? [])]));
  const points = new CodePoints(text);
  const unmapped = new Set<string>();
  const turns = speeches.map(({ start, end, speaker }): Turn => {
    const mapped = speakers?.participant(document, speaker);
    const isAsking = mapped === null || (mapped === undefined && isModerator(speaker));
    if (speakers !== null && mapped === undefined && !isAsking) unmapped.add(speaker);
    const participant = isAsking ? null : (mapped ?? (speakers === null ? speaker : null));
    return { start: points.codePoint(start), end: points.codePoint(end), speaker, participant };
  });
  return { turns, passed, unmapped: [...unmapped] };
}
