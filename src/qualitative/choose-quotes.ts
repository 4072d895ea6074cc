import type { TextSource } from '../dataset/coded-text.js';
import { codePointLength } from './coded-documents.js';
import type { Segment } from './segments.js';

/**
 * Quotes that stand for a code: each next one comes, as far as there are any, from a participant not quoted yet, then
 * from a group and then from a document not quoted yet; of those the one nearest in length to the code's median; then
 * the first by document and place. So no one voice speaks for a theme, and neither the longest nor the shortest.
 */
export function chooseQuotes(segments: readonly Segment[], sources: ReadonlyMap<string, TextSource>, count: number): Segment[] {
  const left = segments.filter(({ coding }) => (coding.quote ?? '').trim() !== '');
  const median = medianLength(left);
  const chosen: Segment[] = [];
  const quoted = { participants: new Set<string>(), groups: new Set<string>(), documents: new Set<string>() };
  while (chosen.length < count && left.length > 0) {
    const scores = left.map((segment) => [
      Number(segment.coding.participant !== null && quoted.participants.has(segment.coding.participant)),
      Number(quoted.groups.has(sources.get(segment.source)?.group ?? '')),
      Number(quoted.documents.has(segment.source)),
      Math.abs(lengthOf(segment) - median),
    ]);
    const best = scores.reduce((first, score, place) => (isLess(score, scores[first]) ? place : first), 0);
    const [segment] = left.splice(best, 1);
    chosen.push(segment);
    if (segment.coding.participant !== null) quoted.participants.add(segment.coding.participant);
    const group = sources.get(segment.source)?.group;
    if (typeof group === 'string') quoted.groups.add(group);
    quoted.documents.add(segment.source);
  }
  return chosen;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const place = a.findIndex((value, at) => value !== b[at]);
  return place >= 0 && a[place] < b[place];
}

function lengthOf({ coding }: Segment): number {
  return codePointLength((coding.quote ?? '').trim());
}

function medianLength(segments: readonly Segment[]): number {
  const lengths = segments.map(lengthOf).sort((a, b) => a - b);
  const middle = lengths.length >> 1;
  return lengths.length % 2 === 1 ? lengths[middle] : (lengths[middle - 1] + lengths[middle]) / 2;
}
