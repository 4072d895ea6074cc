import { basename, extname, relative, sep } from 'node:path';
import type { Column } from '../../dataset/column.js';
import type { Dataset } from '../../dataset/dataset.js';
import { linkByParticipant, sideOf } from '../../dataset/link.js';
import { StudyError } from '../../errors.js';
import { fileRole } from '../../importers/file-role.js';
import type { FileRole } from '../../importers/file-role.js';
import { fileSha256 } from '../../importers/file-sha256.js';
import { participantColumn } from '../../importers/columns/participant-column.js';
import { readSurvey } from '../../importers/survey.js';
import type { ReadOptions } from '../../importers/survey.js';
import type { SourceDraft } from '../../study/study-draft.js';
import type { SourceKind } from '../../study/study.js';

/** A file that was looked into. */
export interface InitFile {
  readonly path: string;
  readonly role: FileRole;
  readonly columns: ReadonlyMap<string, string>;
  readonly width: number;
}

/** The survey of a study, read as it was exported. */
export interface InitSurvey {
  readonly file: InitFile;
  readonly dataset: Dataset;
  readonly participant: Column | null;
}

/** @throws StudyError E_INIT_SURVEY where none of the files is a table of participants; of fileRole. */
export async function lookInto(paths: readonly string[]): Promise<InitFile[]> {
  const files: InitFile[] = [];
  for (const path of paths) files.push({ path, ...await fileRole(path) });
  if (files.some(({ role }) => role === 'table')) return files;
  throw new StudyError('E_INIT_SURVEY', `None of the files looks like a survey: ${files.map(({ path, role }) => `${path} (${WORDS[role]})`).join(', ')}.`, {
    where: paths[0], hint: 'Name the survey’s file too, such as survey.csv.',
  });
}

export const WORDS: Readonly<Record<FileRole, string>> = {
  table: 'a table of participants', events: 'a log of events', codings: 'coded text', codebook: 'a codebook', speakers: 'a list of speakers',
  transcripts: 'transcripts', dictionary: 'a data dictionary',
};

/** The table that is called a survey, else the one with the most columns, else the first. */
function surveyAmong(files: readonly InitFile[]): InitFile {
  const tables = files.filter(({ role }) => role === 'table');
  const called = tables.find(({ path }) => /survey|questionnaire|responses/i.test(basename(path)));
  const widest = Math.max(...tables.map(({ width }) => width));
  return called ?? tables.find(({ width }) => width === widest) ?? tables[0];
}

/** Reads the survey among the files; rows that share an id are kept, because that is for the study file to say. */
export async function readInitSurvey(files: readonly InitFile[], typed: ReadOptions): Promise<InitSurvey> {
  const file = surveyAmong(files);
  const dictionary = files.find(({ role }) => role === 'dictionary')?.path;
  const dataset = await readSurvey(file.path, { duplicates: 'report', ...(dictionary === undefined ? {} : { dictionary }), ...typed });
  return { file, dataset, participant: participantColumn(dataset, typed.id) };
}

/**
 * A source for each file that is one, the survey first. A table that cannot be linked to the survey is proposed in a
 * remark, so that the file runs as it stands.
 *
 * @param folder of the study file
 */
export async function draftSources(
  files: readonly InitFile[], { file, dataset, participant }: InitSurvey, typed: ReadOptions, folder: string,
): Promise<SourceDraft[]> {
  const taken = new Set<string>(['survey']);
  const here = (path: string): string => relative(folder, path).split(sep).join('/') || '.';
  const drafts: SourceDraft[] = [{
    name: 'survey', kind: 'survey', path: here(file.path), sha256: fileSha256(file.path), options: surveyOptions(files, dataset, typed, here), unused: null,
  }];
  for (const other of files) {
    if (other === file || belongs(other, files)) continue;
    const { role, path } = other;
    const kind = role as SourceKind;
    const name = unusedName(nameFor(other), taken);
    taken.add(name);
    drafts.push({
      name, kind, path: here(path), sha256: role === 'transcripts' ? null : fileSha256(path),
      options: [...other.columns, ...(role === 'codings' ? besides(files, here) : [])],
      unused: role === 'table' ? await whyNotLinked(path, dataset, participant) : null,
    });
  }
  return drafts;
}

/** A dictionary belongs to the survey, and what was coded to the codings. */
function belongs({ role }: InitFile, files: readonly InitFile[]): boolean {
  if (role === 'dictionary' || role === 'codebook' || role === 'speakers') return true;
  return role === 'transcripts' && files.some((other) => other.role === 'codings');
}

function surveyOptions(files: readonly InitFile[], { warnings }: Dataset, typed: ReadOptions, here: (path: string) => string): SourceDraft['options'] {
  // Participant, missing codes and paths have places of their own.
  const own = new Set(['id', 'na', 'dictionary', 'stdin', 'declarations']);
  const others = Object.entries(typed).filter(([key]) => !own.has(key));
  const dictionary = typed.dictionary ?? files.find(({ role }) => role === 'dictionary')?.path;
  const duplicate = warnings.find(({ code }) => code === 'W_ID_DUPLICATE');
  return [
    ...others.map(([key, value]) => [key, String(value)] as const),
    ...(dictionary === undefined ? [] : [['dictionary', here(dictionary)] as const]),
    ...(duplicate === undefined || typed.duplicates !== undefined ? [] : [['duplicates', 'report', `guess: ${duplicate.message.slice(0, 200)}`] as const]),
  ];
}

function besides(files: readonly InitFile[], here: (path: string) => string): [string, string][] {
  return files.flatMap(({ role, path }): [string, string][] =>
    (role === 'codebook' || role === 'speakers' || role === 'transcripts' ? [[role, here(path)]] : []));
}

function nameFor({ role, path }: InitFile): string {
  if (role === 'events') return 'usage';
  if (role === 'codings') return 'themes';
  if (role === 'transcripts') return 'transcripts';
  return basename(path).replace(/\.gz$/i, '').replace(extname(path.replace(/\.gz$/i, '')), '').replace(/[^\p{L}\p{N}]+/gu, '_').toLowerCase() || 'table';
}

function unusedName(base: string, taken: ReadonlySet<string>): string {
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base}_${number}`;
  return name;
}

async function whyNotLinked(path: string, survey: Dataset, participant: Column | null): Promise<string | null> {
  if (participant === null) return 'Not linked: no column of the survey names the participant.';
  try {
    const table = await readSurvey(path);
    const id = participantColumn(table);
    if (id === null) return 'Not linked: no column names the participant. Add participant: COLUMN.';
    linkByParticipant(sideOf(survey, participant), sideOf(table, id));
    return null;
  } catch (error) {
    if (error instanceof StudyError) return `Not linked: ${error.message}`;
    throw error;
  }
}

/** A title to begin with: the folder's name is what people call a study. */
export function titleOf(folder: string): string {
  const name = basename(folder).replace(/[_-]+/g, ' ').trim();
  return name === '' ? 'Untitled study' : name;
}

