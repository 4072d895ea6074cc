import type { CodedText } from '../dataset/coded-text.js';

/** Who was there to be heard: participants by id, with the sources each is in. Nobody else can have a theme or lack it. */
export type Observed = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The participants who speak in a turn, are coded, or are the case of a source that names no speakers. A case that is
 * only in the survey is not observed. A case of a source whose speakers are known is observed by speaking there: it
 * may be the focus group as a whole.
 */
export function observedParticipants({ sources, codings, cases }: CodedText): Observed {
  const observed = new Map<string, Set<string>>();
  const note = (participant: string | null, source: string): void => {
    if (participant === null) return;
    const places = observed.get(participant) ?? new Set();
    observed.set(participant, places.add(source));
  };
  for (const { id, turns } of sources) for (const { participant } of turns) note(participant, id);
  for (const { participant, source } of codings) note(participant, source);
  const spoken = new Set(sources.filter(({ turns }) => turns.some(({ participant }) => participant !== null)).map(({ id }) => id));
  for (const one of cases) {
    for (const source of one.sources) if (!spoken.has(source)) note(one.name, source);
  }
  return observed;
}

/** An attribute of each observed participant as text; those without it are left out. */
export function attributeOf({ cases, sources }: CodedText, observed: Observed, name: string): Map<string, string> {
  const found = new Map<string, string>();
  const groups = new Map(sources.map(({ id, group }) => [id, group]));
  for (const [participant, places] of observed) {
    const own = cases.filter((one) => one.name === participant || one.id === participant)
      .map(({ attributes }) => attributes.get(name)).find((value) => value !== undefined && value !== null && value !== '');
    const group = name === 'group' ? [...places].map((place) => groups.get(place)).find((one) => one !== null && one !== undefined) : undefined;
    const value = own ?? group;
    if (value !== undefined && value !== null) found.set(participant, String(value));
  }
  return found;
}
