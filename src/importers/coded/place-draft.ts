import { CodePoints } from '../../dataset/code-points.js';
import type { Warning } from '../../results/warning.js';
import { counted as countedWords } from '../wording.js';
import type { Draft, DraftSegment } from './draft.js';
import type { MergedDocument } from './merge-documents.js';
import type { OffsetConvention } from './offset-convention.js';
import type { CountedDocument } from './offset-words.js';
import { placeSegments } from './place-segments.js';
import type { Place } from './place-segments.js';
import type { CaseStretch, CasesInDocument } from './speaker-of.js';

/** The segments of one file, in code points of the texts, or as the file has them where a document has no text. */
export interface PlacedDraft {
  readonly places: readonly (Place | null)[];
  readonly counted: readonly CountedDocument[];
  readonly warnings: readonly Warning[];
  pointsOf(document: MergedDocument): CodePoints;
  casesIn(document: MergedDocument | undefined): CasesInDocument;
}

/** Document by document, because a convention holds for a document. */
export function placeDraft(draft: Draft, documents: ReadonlyMap<string, MergedDocument>, declared: OffsetConvention | null): PlacedDraft {
  const byDocument = new Map<string, number[]>();
  draft.segments.forEach(({ document }, index) => {
    const list = byDocument.get(document);
    if (list === undefined) byDocument.set(document, [index]);
    else list.push(index);
  });
  const places: (Place | null)[] = draft.segments.map(({ start, end }) => (start === null || end === null ? null : { start, end }));
  const counted: CountedDocument[] = [];
  const warnings: Warning[] = [];
  const stretches = new Map<string, CaseStretch[]>();
  for (const [id, document] of documents) {
    if (document.text === null) {
      warnings.push(...withoutText(document.name, (byDocument.get(id) ?? []).filter((index) => places[index] !== null).length));
      continue;
    }
    const segments = byDocument.get(id) ?? [];
    const own = draft.cases.flatMap((one) => one.stretches.filter((stretch) => stretch.document === id)
      .map((stretch): CaseStretch => ({ start: stretch.start, end: stretch.end, participant: one.name })));
    if (segments.length === 0 && own.length === 0) continue;
    const placed = placeSegments(
      document.name, document.text, segments.map((index): DraftSegment => draft.segments[index]), own, draft.spans, declared,
    );
    segments.forEach((index, at) => {
      places[index] = placed.segments[at];
    });
    stretches.set(document.id, own.map(({ participant }, at) => ({ ...placed.stretches[at], participant })));
    counted.push({ name: document.name, countedAs: draft.countedAs, ...placed });
    warnings.push(...placed.warnings);
  }
  const points = new Map<string, CodePoints>();
  const wholes = wholeCases(draft, documents);
  return {
    places,
    counted,
    warnings,
    pointsOf: (document) => {
      const known = points.get(document.id) ?? new CodePoints(document.text?.text ?? '');
      points.set(document.id, known);
      return known;
    },
    casesIn: (document) => ({
      stretches: document === undefined ? [] : (stretches.get(document.id) ?? []),
      whole: document === undefined ? null : (wholes.get(document.id) ?? null),
    }),
  };
}

/** The participant of a document that is one case's alone. */
function wholeCases(draft: Draft, documents: ReadonlyMap<string, MergedDocument>): Map<string, string | null> {
  const wholes = new Map<string, string | null>();
  for (const { name, documents: ids } of draft.cases) {
    for (const id of ids) {
      const document = documents.get(id);
      if (document !== undefined) wholes.set(document.id, wholes.has(document.id) ? null : name);
    }
  }
  return wholes;
}

function withoutText(name: string, count: number): Warning[] {
  return count === 0 ? [] : [{
    code: 'W_OFFSETS_UNVERIFIED', where: name,
    message: `${countedWords(count, 'segment')} of a document whose text is not here: the offsets are taken as they are. Add --transcripts.`,
  }];
}
