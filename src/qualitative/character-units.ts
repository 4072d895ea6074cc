import type { CodedDocument } from './coded-documents.js';
import { addUnits, patternKey } from './pattern-counts.js';
import type { PatternCounts } from './pattern-counts.js';
import { mergeStretches, totalLength } from './stretches.js';
import type { Stretch } from './stretches.js';

/**
 * Each code's characters in one document, counted by which coders gave them the code. The ends of the coders' stretches
 * are swept in order and run lengths added up, so that the time goes with the marks and not with the text.
 *
 * @param excludeUncoded leaves out characters that no coder gave any code
 */
export function characterCounts(document: CodedDocument & { readonly length: number }, excludeUncoded: boolean): Map<string, PatternCounts> {
  const total = excludeUncoded ? totalLength(mergeStretches(document.marks)) : document.length;
  const byCode = marksByCode(document);
  return new Map(Array.from(byCode, ([code, marked]) => [code, sweep(marked, document.coded, total)]));
}

/** What each coder marked with each code, merged; a coder each. */
export function marksByCode({ marks, coded }: CodedDocument, keepTouching = false): Map<string, Stretch[][]> {
  const found = new Map<string, Stretch[][]>();
  for (const mark of marks) {
    let coders = found.get(mark.code);
    if (coders === undefined) {
      coders = coded.map(() => []);
      found.set(mark.code, coders);
    }
    coders[mark.coder].push(mark);
  }
  for (const coders of found.values()) {
    coders.forEach((stretches, coder) => { coders[coder] = mergeStretches(stretches, keepTouching); });
  }
  return found;
}

function sweep(marked: readonly (readonly Stretch[])[], coded: readonly boolean[], total: number): PatternCounts {
  const ends = marked.flatMap((stretches, coder) => stretches.flatMap(({ start, end }) => [{ at: start, coder }, { at: end, coder }]));
  ends.sort((a, b) => a.at - b.at);
  const counts: PatternCounts = new Map();
  let mask = 0;
  let before = 0;
  let covered = 0;
  for (const { at, coder } of ends) {
    if (mask !== 0 && at > before) {
      addUnits(counts, patternKey(coded, mask), at - before);
      covered += at - before;
    }
    before = at;
    // A coder's stretches are disjoint, so each end turns that coder's bit round.
    mask ^= 1 << coder;
  }
  addUnits(counts, patternKey(coded, 0), total - covered);
  return counts;
}
