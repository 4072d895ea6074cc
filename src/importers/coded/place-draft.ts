import { CodePoints } from '../../dataset/code-points.js';
import type { Warning } from '../../results/warning.js';
import { counted as countedWords } from '../wording.js';
import type { Draft, DraftSegment } from './draft.js';
import type { MergedDocument } from './merge-documents.js';
import { conventionInWords } from './offset-convention.js';
import type { OffsetConvention } from './offset-convention.js';
import type { CountedDocument } from './offset-words.js';
import { placeSegments } from './place-segments.js';
import type { Place, PlacedSegments } from './place-segments.js';
import type { CaseStretch, CasesInDocument } from './speaker-of.js';
import type { StoredText } from './stored-text.js';

/** The segments of one file, in code points of the texts, or as the file has them where a document has no text. */
export interface PlacedDraft {
  readonly places: readonly (Place | null)[];
  readonly counted: readonly CountedDocument[];
  readonly warnings: readonly Warning[];
  pointsOf(document: MergedDocument): CodePoints;
  casesIn(document: MergedDocument | undefined): CasesInDocument;
}

/** A document with what lies in it. */
interface Job {
  readonly document: MergedDocument;
  readonly text: StoredText;
  /** Indices of segments of the draft. */
  readonly segments: readonly number[];
  readonly stretches: readonly CaseStretch[];
}

export function placeDraft(draft: Draft, documents: ReadonlyMap<string, MergedDocument>, declared: OffsetConvention | null): PlacedDraft {
  const places: (Place | null)[] = draft.segments.map(({ start, end }) => (start === null || end === null ? null : { start, end }));
  const { jobs, warnings } = jobsOf(draft, documents, places);
  const placed = placedAlike(jobs, (job, preferred) => placeSegments(
    job.document.name, job.text, job.segments.map((index): DraftSegment => draft.segments[index]), job.stretches, draft.spans, declared, preferred,
  ));
  const stretches = new Map<string, CaseStretch[]>();
  jobs.forEach(({ document, segments, stretches: own }, index) => {
    segments.forEach((segment, at) => {
      places[segment] = placed[index].segments[at];
    });
    stretches.set(document.id, own.map(({ participant }, at) => ({ ...placed[index].stretches[at], participant })));
  });
  const points = new Map<string, CodePoints>();
  const wholes = wholeCases(draft, documents);
  return {
    places,
    counted: placed.map((one, index) => ({ name: jobs[index].document.name, countedAs: draft.countedAs, ...one })),
    warnings: [...warnings, ...placed.flatMap((one) => one.warnings)],
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

function jobsOf(draft: Draft, documents: ReadonlyMap<string, MergedDocument>, places: readonly (Place | null)[]): { jobs: Job[]; warnings: Warning[] } {
  const byDocument = new Map<string, number[]>([...documents.keys()].map((id) => [id, []]));
  draft.segments.forEach(({ document }, index) => byDocument.get(document)?.push(index));
  const stretches = new Map<string, CaseStretch[]>([...documents.keys()].map((id) => [id, []]));
  for (const { name, stretches: own } of draft.cases) {
    for (const { document, start, end } of own) stretches.get(document)?.push({ start, end, participant: name });
  }
  const warnings: Warning[] = [];
  const jobs = [...documents].flatMap(([id, document]): Job[] => {
    const segments = byDocument.get(id) ?? [];
    const own = stretches.get(id) ?? [];
    if (document.text === null) warnings.push(...withoutText(document.name, segments.filter((index) => places[index] !== null).length));
    return document.text === null || (segments.length === 0 && own.length === 0) ? [] : [{ document, text: document.text, segments, stretches: own }];
  });
  return { jobs, warnings };
}

/**
 * A convention is found document by document, and one that fits them all is what the program counts by: a document
 * whose few quotes would fit several ways, or that has none, is then read as the others are.
 */
function placedAlike(jobs: readonly Job[], place: (job: Job, preferred?: OffsetConvention) => PlacedSegments): PlacedSegments[] {
  const each = jobs.map((job) => place(job));
  const found = new Map(each.flatMap(({ convention, verified }) => (convention === null || verified === 0 ? [] : [[conventionInWords(convention), convention] as const])));
  const words = (one: PlacedSegments): string => (one.convention === null ? '' : conventionInWords(one.convention));
  for (const [name, convention] of found) {
    if (each.every((one) => one.convention === null || words(one) === name)) return each;
    const alike = jobs.map((job) => place(job, convention));
    if (alike.every((one) => one.convention === null || words(one) === name)) return alike;
  }
  return each;
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
