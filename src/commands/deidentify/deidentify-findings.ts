import { isModerator } from '../../importers/coded/moderators.js';
import { speakerLines } from '../../importers/coded/speaker-lines.js';
import { partitionPoint } from '../../numeric/partition-point.js';
import { smallWords, identifyingTexts } from '../../qualitative/identifying-texts.js';
import type { IdentifyingEstimate, Replacement } from '../../results/deidentification.js';
import type { DeidentifiedFiles } from './deidentify-files.js';

/** What else may tell who somebody is, each text once: how often it stands there, and where first. */
export function identifyingEstimates(blanked: DeidentifiedFiles['blanked']): IdentifyingEstimate[] {
  const small = new Set(blanked.flatMap(({ text }) => [...smallWords(text)]));
  const found = new Map<string, { kind: IdentifyingEstimate['kind']; text: string; times: number; documents: Set<string>; where: string }>();
  for (const { document, text } of blanked) {
    const lines = lineStarts(text);
    const texts = identifyingTexts(text, small);
    const known = new Set(texts.map(({ start }) => start));
    for (const { kind, text: written, start } of [...texts, ...labels(text).filter((label) => !known.has(label.start))]) {
      const key = `${kind}\n${written}`;
      const before = found.get(key);
      if (before === undefined) found.set(key, { kind, text: written, times: 1, documents: new Set([document]), where: `${document}:${lineOf(lines, start)}` });
      else {
        before.times += 1;
        before.documents.add(document);
      }
    }
  }
  const kinds = ['name', 'contact', 'date', 'number'];
  return [...found.values()]
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.times - a.times || (a.text < b.text ? -1 : 1))
    .map(({ kind, text, times, documents, where }) => ({ kind, text, times, documents: documents.size, where }));
}

/** How often each replacement was put in. */
export function replacementCounts(replaced: DeidentifiedFiles['replaced']): Replacement[] {
  const counts = new Map<string, { times: number; documents: Set<string> }>();
  for (const { document, names } of replaced) {
    for (const { replacement } of names) {
      const known = counts.get(replacement) ?? { times: 0, documents: new Set<string>() };
      known.times += 1;
      known.documents.add(document);
      counts.set(replacement, known);
    }
  }
  return [...counts].map(([replacement, { times, documents }]) => ({ replacement, times, documents: documents.size }))
    .sort((a, b) => b.times - a.times || (a.replacement < b.replacement ? -1 : 1));
}

/** Labels of speakers that were not mapped; P01 and the like are no names. */
function labels(text: string): { kind: 'name'; text: string; start: number }[] {
  return speakerLines(text, new Set()).speeches
    .filter(({ speaker }) => /\p{L}{2}/u.test(speaker) && !/^\p{L}{0,3}[ _-]?\d+$/u.test(speaker) && !isModerator(speaker) && !speaker.includes('\uFFFC'))
    .map(({ speaker, labelStart }) => ({ kind: 'name', text: speaker, start: labelStart }));
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], at: number): number {
  return partitionPoint(starts.length, (index) => starts[index] <= at);
}
