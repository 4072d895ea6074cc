import type { CodedText, Coding, TextSource } from '../dataset/coded-text.js';
import { turnAt } from '../dataset/turn-at.js';
import { guidOf } from './guid.js';

/**
 * A stretch of a document as one coder marked it, with one memo if any, or as it belongs to a case. Other programs take
 * the coder and the memo from the selection, so those of two coders are two.
 */
export interface Selection {
  readonly guid: string;
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly coder: string | null;
  readonly memo: string | null;
  readonly codings: Coding[];
}

/** The selections of a project, and those that tell whose a stretch is where the labels of the text do not. */
export interface Selections {
  readonly all: readonly Selection[];
  /** GUIDs by the name of a case. */
  readonly ofCase: ReadonlyMap<string, readonly string[]>;
}

/** The same text twice gives the same GUIDs, so that a project written again is the same bytes. */
export function selectionsOf({ sources, codings }: CodedText): Selections {
  const byPlace = new Map<string, Selection>();
  const ofCase = new Map<string, Set<string>>();
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  const at = (source: string, start: number, end: number, coder: string | null = null, memo: string | null = null): Selection => {
    const key = JSON.stringify([source, start, end, coder, memo]);
    const known = byPlace.get(key);
    if (known !== undefined) return known;
    const selection: Selection = { guid: guidOf('selection', key), source, start, end, coder, memo, codings: [] };
    byPlace.set(key, selection);
    return selection;
  };
  const give = (participant: string, { guid }: Selection): void => {
    const known = ofCase.get(participant);
    if (known === undefined) ofCase.set(participant, new Set([guid]));
    else known.add(guid);
  };
  for (const coding of codings) {
    if (coding.start === null || coding.end === null) continue;
    const selection = at(coding.source, coding.start, coding.end, coding.coder, coding.memo);
    selection.codings.push(coding);
    if (coding.participant !== null && !saysWho(sourceById.get(coding.source), coding)) give(coding.participant, selection);
  }
  for (const { id, turns } of sources) {
    for (const { start, end, speaker, participant } of turns) if (participant !== null && participant !== speaker) give(participant, at(id, start, end));
  }
  return { all: [...byPlace.values()], ofCase: new Map([...ofCase].map(([name, guids]) => [name, [...guids]])) };
}

/** Whether the turn that has most of a coding is the participant's, so that no case has to say it. */
function saysWho(source: TextSource | undefined, { start, end, participant }: Coding): boolean {
  return source !== undefined && start !== null && end !== null && turnAt(source.turns, start, end)?.participant === participant;
}
