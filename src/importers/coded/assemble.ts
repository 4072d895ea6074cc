import type { Case, CodedText, Coding, TextSource } from '../../dataset/coded-text.js';
import type { InputFile } from '../../results/record.js';
import type { Warning } from '../../results/warning.js';
import { counted, firstOf } from '../wording.js';
import { casesOf } from './cases.js';
import { codersOf } from './coders.js';
import type { Draft, DraftDocument } from './draft.js';
import { mergeCodes } from './merge-codes.js';
import { mergeDocuments } from './merge-documents.js';
import type { OffsetConvention } from './offset-convention.js';
import { conventionOf } from './offset-words.js';
import { placeDraft } from './place-draft.js';
import { speakerOf, withCases } from './speaker-of.js';
import type { Speakers } from './speakers-sheet.js';
import { turnsOf } from './turns.js';

/** What was read beside the coded files. */
export interface Beside {
  readonly transcripts: readonly DraftDocument[];
  readonly codebook: Draft | null;
  readonly speakers: Speakers | null;
  readonly cases: readonly Case[];
  /** The coder of segments without one. */
  readonly coder: string | null;
  readonly offsets: OffsetConvention | null;
  readonly inputs: readonly InputFile[];
  readonly warnings: readonly Warning[];
}

/**
 * One model from what the files say: documents and codes that several files name brought together, offsets verified
 * and turned into code points, each coding given the participant who speaks.
 *
 * @throws StudyError of mergeCodes, mergeDocuments, fitOffsets.
 */
export function assemble(drafts: readonly Draft[], beside: Beside): CodedText {
  const merged = mergeDocuments(drafts, beside.transcripts);
  const codes = mergeCodes(drafts, beside.codebook);
  const passed = new Set<string>();
  const unmapped = new Set<string>();
  const placed = drafts.map((draft, index) => placeDraft(draft, merged.of[index], beside.offsets));
  const sources = merged.documents.map((document): TextSource => {
    const { id, name, text } = document;
    const found = text === null ? null : turnsOf(name, text.text, beside.speakers, document.speakers);
    for (const label of found?.passed ?? []) passed.add(label);
    for (const label of found?.unmapped ?? []) unmapped.add(label);
    return {
      id,
      name,
      text: text?.text ?? null,
      turns: withCases(found?.turns ?? [], placed.map((one) => one.casesIn(document))),
      group: beside.speakers?.group(name) ?? document.group,
    };
  });
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  const ids = new Set<string>();
  const coders = codersOf(drafts, beside.coder);
  const codings = drafts.flatMap((draft, index): Coding[] => {
    const documents = merged.of[index];
    return draft.segments.map((segment, at): Coding => {
      const document = documents.get(segment.document);
      const source = document === undefined ? undefined : sourceById.get(document.id);
      const place = placed[index].places[at];
      const points = place === null || document === undefined || document.text === null ? null : placed[index].pointsOf(document);
      return {
        id: unused(segment.id, index, ids),
        source: source?.id ?? segment.document,
        start: place?.start ?? null,
        end: place?.end ?? null,
        code: codes.idsOf[index].get(segment.code) ?? segment.code,
        coder: coders(segment.coder, index),
        quote: points === null || place === null ? segment.quote : points.slice(place.start, place.end),
        participant: segment.participant ?? speakerOf(source, place, placed[index].casesIn(document)),
        memo: segment.memo,
      };
    });
  });
  return {
    sources,
    codes: codes.codes,
    codings,
    cases: casesOf(drafts, merged.of, beside.cases, sources, codings),
    notes: drafts.flatMap(({ notes }) => notes),
    coders: [...new Set(codings.map(({ coder }) => coder))],
    convention: conventionOf(placed.flatMap(({ counted }) => counted)),
    inputs: [...drafts.flatMap(({ inputs }) => inputs), ...(beside.codebook?.inputs ?? []), ...beside.inputs],
    warnings: [
      ...drafts.flatMap((draft) => draft.warnings), ...(beside.codebook?.warnings ?? []), ...beside.warnings,
      ...merged.warnings, ...codes.warnings, ...placed.flatMap(({ warnings }) => warnings), ...speakerWarnings(passed, unmapped), ...withoutParticipant(codings, sources),
    ],
  };
}

function unused(id: string, draft: number, ids: Set<string>): string {
  let name = ids.has(id) ? `${draft + 1}:${id}` : id;
  for (let number = 2; ids.has(name); number += 1) name = `${draft + 1}:${id} (${number})`;
  ids.add(name);
  return name;
}

function speakerWarnings(passed: ReadonlySet<string>, unmapped: ReadonlySet<string>): Warning[] {
  const where = 'the transcripts';
  return [
    ...(passed.size === 0 ? [] : [{
      code: 'W_SPEAKER_ONCE' as const, where,
      message: `${passed.size === 1 ? 'A line starts' : 'Lines start'} like a speaker's, but only once, and ${passed.size === 1 ? 'is' : 'are'} `
        + `read as text: ${firstOf([...passed].map((label) => `"${label}:"`), 3)}. List speakers in --speakers to settle it.`,
    }]),
    ...(unmapped.size === 0 ? [] : [{
      code: 'W_SPEAKER_UNKNOWN' as const, where,
      message: `Not in the list of speakers, so of no participant: ${firstOf([...unmapped], 5)}.`,
    }]),
  ];
}

/** Said only where participants are known at all: of coded text without speakers nobody expects them. */
function withoutParticipant(codings: readonly Coding[], sources: readonly TextSource[]): Warning[] {
  const nobody = codings.filter(({ participant }) => participant === null);
  if (nobody.length === 0 || nobody.length === codings.length) return [];
  const [{ source, start }] = nobody;
  const name = sources.find(({ id }) => id === source)?.name ?? source;
  return [{
    code: 'W_SEGMENT_PARTICIPANT', where: start === null ? name : `${name} at ${start}`,
    message: `${counted(nobody.length, 'coding')} of nobody: ${nobody.length === 1 ? 'it lies' : 'they lie'} in what a moderator says, or no label tells who speaks.`,
  }];
}
