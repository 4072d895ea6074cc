import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StudyError } from '../errors.js';
import { fileOf, sourcesOfKind } from '../study/study-sources.js';
import type { Study, StudySource } from '../study/study.js';
import { STUDY_FILE, openStudy, sourceFile } from './open-study.js';
import type { OpenedStudy } from './open-study.js';
import type { Session } from './session.js';

/** The study that a survey is read by, and the survey. */
export interface StudyOfSurvey {
  readonly path: string;
  readonly opened: OpenedStudy | null;
  /** The source of the study that the file is; null where the study does not name it. */
  readonly source: StudySource | null;
}

/** `--study`, `--no-study`, neither, or a study that is already open. */
export type AskedStudy = string | false | OpenedStudy | undefined;

/**
 * Finds out which study a survey belongs to, and says so: the file of `--study`, else the study.yml beside the data,
 * where that names the file. Without a survey the study's own is taken.
 *
 * @throws StudyError E_SURVEY_NEEDED where neither is there; of openStudy, sourceOfKind and sourceFile.
 */
export async function findStudy(path: string | undefined, asked: AskedStudy, session: Session): Promise<StudyOfSurvey> {
  const file = asked === false ? null : typeof asked === 'object' ? asked.study.path : (asked ?? studyBeside(path));
  if (file === null) {
    if (path === undefined) throw surveyNeeded(asked === false);
    return { path, opened: null, source: null };
  }
  const opened = typeof asked === 'object' ? asked : await openStudy(file).catch((error: unknown) => { throw asked === undefined ? orWithout(error) : error; });
  const { study } = opened;
  if (path === undefined) {
    const source = mainSurvey(study);
    const found = sourceFile(study, source);
    session.note(`Reading ${found}, the source "${source.name}" of ${file}.`);
    return { path: found, opened, source };
  }
  const named = study.sources.find((one) => isSameFile(fileOf(study, one.path.value), path));
  const isTable = named?.kind === 'survey' || named?.kind === 'table';
  if (named !== undefined && isTable) {
    session.note(`Reading ${path} by ${file}, as its source "${named.name}"; --no-study reads it without.`);
    return { path, opened, source: named };
  }
  if (named !== undefined) {
    session.note(`${path} is the source "${named.name}" of ${file}, of kind ${named.kind}; it is read here as a table like any other.`);
    return { path, opened: null, source: null };
  }
  const names = study.sources.map((one) => one.path.value).join(', ');
  if (asked === undefined) {
    // Of a mistyped name the error says enough.
    if (existsSync(path)) session.note(`${file} is not used: ${names === '' ? 'it names no source' : `its sources are ${names}`}. --study ${file} uses it all the same.`);
    return { path, opened: null, source: null };
  }
  session.note(`${file} does not name ${path === '-' ? 'standard input' : path} as a source; what it says of columns and missing codes holds all the same.`);
  return { path, opened, source: null };
}

/** The survey of a study: its only one, or of several the one that is called so. */
export function mainSurvey(study: Study): StudySource {
  const surveys = sourcesOfKind(study, 'survey');
  const named = surveys.filter(({ name }) => name === 'survey');
  if (surveys.length === 1) return surveys[0];
  if (named.length === 1) return named[0];
  throw new StudyError('E_STUDY_SOURCE', surveys.length === 0 ? 'The study names no survey.' : `The study names ${surveys.length} surveys: ${surveys.map(({ name }) => name).join(', ')}.`, {
    where: surveys[1]?.where ?? study.path,
    hint: surveys.length === 0 ? 'Add it: sources: { survey: { path: survey.csv } }.' : 'Call one of them "survey", or type the file that is meant.',
  });
}

export function studyBeside(path: string | undefined): string | null {
  if (path === '-') return null;
  const folder = path === undefined ? '' : dirname(path);
  const file = folder === '' || folder === '.' ? STUDY_FILE : join(folder, STUDY_FILE);
  return existsSync(file) ? file : null;
}

export function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return resolve(a) === resolve(b);
  }
}

function surveyNeeded(refusesStudy: boolean): StudyError {
  return new StudyError('E_SURVEY_NEEDED', refusesStudy ? 'Without a study the survey has to be named.' : 'No survey is named, and no study.yml lies here to name one.', {
    hint: 'Type its file, such as survey.csv, or write a study file: portal-study init survey.csv.',
  });
}

/** A file that happens to be called study.yml may be another program's. */
export function orWithout(error: unknown): unknown {
  if (!(error instanceof StudyError)) return error;
  return new StudyError(error.code, error.message, {
    where: error.where ?? undefined, hint: [error.hint, '--no-study reads without this file.'].filter((part) => part !== null).join(' '), cause: error,
  });
}
