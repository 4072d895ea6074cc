import type { Case, CodedText } from '../dataset/coded-text.js';
import { StudyError } from '../errors.js';
import { assemble } from './coded/assemble.js';

import { documentKey } from './coded/document-key.js';
import type { Draft, DraftDocument } from './coded/draft.js';
import { declaredConvention } from './coded/declared-convention.js';
import { pathsIn } from './coded/paths-in.js';
import { readOne } from './coded/read-one.js';
import type { ReadFile } from './coded/read-one.js';
import { readSheet } from './coded/read-sheet.js';
import { speakersSheet } from './coded/speakers-sheet.js';
import { inputOf, readWhole } from './coded/whole-file.js';

/** What the user declares about coded files; everything left out is found from the files. */
export interface CodedTextOptions {
  /** Texts that were coded, where the coded file does not hold them: files, or folders of them. */
  readonly transcripts?: readonly string[];
  readonly codebook?: string;
  /** Who each label of the transcripts stands for. */
  readonly speakers?: string;
  /** Participants with their attributes, such as those of a survey. */
  readonly cases?: readonly Case[];
  /** The coder of segments that name none. */
  readonly coder?: string;
  /** How offsets are counted, such as `code-points`; they are then not held against the quotes. */
  readonly offsets?: string;
  /** Columns of a sheet of coded segments by what they tell, such as `['code', 'Theme']`. */
  readonly columns?: ReadonlyMap<string, string>;
  readonly encoding?: string;
  readonly delimiter?: string;
  /** What the path `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
}

/**
 * Reads coded text, whatever software it was coded in, recognised by content: REFI-QDA projects and codebooks,
 * QualCoder and Taguette databases, sheets of coded segments, and plain transcripts. Several files, such as one a
 * coder, become one model.
 *
 * @throws StudyError where a file cannot be read, where its offsets fit its quotes under no way of counting, or where
 *   its codes are no tree.
 * @example
 * const coded = await readCodedText(['codings.csv'], { transcripts: ['transcripts'], codebook: 'codebook.csv' });
 * coded.codings.length;
 */
export async function readCodedText(paths: readonly string[], options: CodedTextOptions = {}): Promise<CodedText> {
  const offsets = options.offsets === undefined ? null : declaredConvention(options.offsets);
  const codebook = options.codebook === undefined ? null : await readCodebook(options.codebook, options);
  const codes = new Set(codebook?.codes.map(({ name }) => name));
  const files: ReadFile[] = [];
  for (const path of paths.flatMap(pathsIn)) files.push(await readOne(path, { ...options, codes }));
  const beside: ReadFile[] = [];
  for (const path of (options.transcripts ?? []).flatMap(pathsIn)) beside.push(await readOne(path, { ...options, onlyTranscripts: true }));
  const speakers = options.speakers === undefined ? null : await readSpeakers(options.speakers, options);
  const drafts = files.flatMap(({ draft }) => (draft === null ? [] : [draft]));
  const transcripts = [...files, ...beside].filter(({ draft }) => draft === null);
  refuseRepeatedTranscripts(transcripts.flatMap(({ documents }) => documents));
  return assemble(drafts, {
    transcripts: transcripts.flatMap(({ documents }) => documents),
    codebook,
    speakers: speakers?.speakers ?? null,
    cases: options.cases ?? [],
    coder: options.coder ?? null,
    offsets,
    inputs: [...transcripts.map(({ input }) => input), ...(speakers === null ? [] : [speakers.input])],
    warnings: [...transcripts.flatMap(({ warnings }) => warnings), ...(speakers?.warnings ?? [])],
  });
}

async function readCodebook(path: string, options: CodedTextOptions): Promise<Draft> {
  const file = await readOne(path, { ...options, onlyCodebook: true });
  if (file.draft === null) {
    throw new StudyError('E_CODEBOOK', 'Expected a codebook: a sheet with a column for the code, or a .qdc.', { where: path });
  }
  return file.draft;
}

async function readSpeakers(path: string, options: CodedTextOptions) {
  const file = await readWhole(path);
  const sheet = await readSheet(file, options);
  return { speakers: speakersSheet(sheet, documentKey), input: inputOf(file, sheet.rows.length), warnings: sheet.warnings };
}

function refuseRepeatedTranscripts(documents: readonly DraftDocument[]): void {
  const seen = new Map<string, string>();
  for (const { name } of documents) {
    const key = documentKey(name);
    const before = seen.get(key);
    if (before !== undefined) {
      throw new StudyError('E_TRANSCRIPT_TWICE', `Two transcripts are of one name: ${before} and ${name}.`, { hint: 'Give one of them.' });
    }
    seen.set(key, name);
  }
}

