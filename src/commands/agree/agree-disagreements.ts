import type { TextSource } from '../../dataset/coded-text.js';
import { CodePoints } from '../../dataset/code-points.js';
import { countBelow } from '../../dataset/count-below.js';
import { differingRuns, differingUnits } from '../../qualitative/disagreements.js';
import type { DifferingStretch } from '../../qualitative/disagreements.js';
import { firstEndingAfter } from '../../qualitative/stretches.js';
import { unitCodes } from '../../qualitative/text-agreement.js';
import type { UnitChoice } from '../../qualitative/text-agreement.js';
import type { Disagreement } from '../../results/agreement.js';
import type { ComparedText } from './agree-documents.js';

/** Every stretch on which coders differ, document by document, with its place and text. */
export function listedDisagreements({ documents, names }: ComparedText, choice: UnitChoice): Disagreement[] {
  return documents.flatMap((document) => {
    const found = choice.unit === 'character' ? differingRuns(document) : differingUnits(unitCodes(document, choice), document.coded);
    const place = placesIn(document.source);
    return found.map((stretch) => ({
      document: document.source.name, ...place(stretch),
      codes: stretch.codes.map((codes) => codes?.map((code) => names.get(code) ?? code).sort() ?? null),
    }));
  });
}

function placesIn({ text, turns }: TextSource): (stretch: DifferingStretch) => Omit<Disagreement, 'document' | 'codes'> {
  const points = new CodePoints(text ?? '');
  const breaks = [...(text ?? '').matchAll(/\n/g)].map(({ index }) => points.codePoint(index));
  return ({ start, end }) => {
    const turn = turns[firstEndingAfter(turns, start)];
    return {
      start,
      end: Math.min(end, text === null ? end : points.length),
      line: 1 + countBelow(breaks, start),
      speaker: turn !== undefined && turn.start <= start ? turn.speaker : null,
      text: text === null ? '' : points.slice(start, Math.min(end, points.length)),
    };
  };
}
