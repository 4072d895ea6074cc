import type { Case, Coding, TextSource } from '../../dataset/coded-text.js';
import type { Draft } from './draft.js';
import type { MergedDocument } from './merge-documents.js';

/** Cases of the files and of the survey; each knows the sources in which its participant speaks or is coded. */
export function casesOf(
  drafts: readonly Draft[], documentsOf: readonly ReadonlyMap<string, MergedDocument>[], surveyed: readonly Case[],
  sources: readonly TextSource[], codings: readonly Coding[],
): Case[] {
  const where = new Map<string, Set<string>>();
  const note = (participant: string | null, source: string): void => {
    if (participant === null) return;
    const known = where.get(participant);
    if (known === undefined) where.set(participant, new Set([source]));
    else known.add(source);
  };
  for (const { id, turns } of sources) for (const { participant } of turns) note(participant, id);
  for (const { participant, source } of codings) note(participant, source);
  drafts.forEach((draft, index) => {
    for (const { name, documents, stretches } of draft.cases) {
      for (const id of [...documents, ...stretches.map(({ document }) => document)]) note(name, documentsOf[index].get(id)?.id ?? id);
    }
  });
  const cases = new Map<string, Case>();
  for (const { id, name, attributes } of [...drafts.flatMap((draft) => draft.cases), ...surveyed]) {
    const known = cases.get(name);
    cases.set(name, known === undefined ? { id, name, attributes, sources: [...(where.get(name) ?? [])] }
      : { ...known, attributes: new Map([...known.attributes, ...attributes]) });
  }
  for (const [name, ids] of where) if (!cases.has(name)) cases.set(name, { id: name, name, attributes: new Map(), sources: [...ids] });
  return [...cases.values()];
}
