import { StudyError } from '../errors.js';
import { fileOf, sourcesOfKind } from '../study/study-sources.js';
import type { Study } from '../study/study.js';
import { isSameFile, orWithout, studyBeside } from './find-study.js';
import type { AskedStudy } from './find-study.js';
import { openCodedText } from './open-coded-text.js';
import type { OpenedCodedText } from './open-coded-text.js';
import { STUDY_FILE, openStudy } from './open-study.js';
import type { OpenedStudy } from './open-study.js';
import type { Session } from './session.js';
import { codingsOfStudy } from './study-codings.js';

/** Coded text, and every file that was read for it, none of which an output may overwrite. */
export interface StudiedCodedText extends OpenedCodedText {
  readonly paths: readonly string[];
}

/**
 * Opens the coded text that a verb was given, or the study's own. A study is that of `--study`, or the study.yml beside
 * the data where that names it; its codebook, speakers and transcripts are then used, and with `participants` its survey
 * too. What is typed goes before what the study says.
 *
 * @throws StudyError E_CODINGS_NEEDED where nothing is named; of openStudy and openCodedText.
 */
export async function openStudiedText(
  paths: readonly string[], given: Readonly<Record<string, unknown>>, session: Session, { participants = false } = {},
): Promise<StudiedCodedText> {
  const opened = await studyOf(paths, given['study'] as AskedStudy);
  const codings = opened === null ? null : codingsOfStudy(opened.study);
  // Where nothing is typed, the study's own is asked for.
  const isOwn = codings !== null && paths.every((path) => codings.paths.some((own) => isSameFile(own, path)));
  if (opened === null || codings === null || !isOwn) {
    if (paths.length === 0) throw codingsNeeded(opened?.study ?? null);
    // A study that does not name these files has no say in them, and none in the survey that is typed beside.
    return { ...await openCodedText(paths, given, session), paths };
  }
  const read = paths.length === 0 ? codings.paths : paths;
  session.note(`Reading ${read.join(', ')} by ${opened.study.path}; --no-study reads without it.`);
  const survey = participants && given['survey'] === undefined ? surveyOf(opened.study) : null;
  const asked = { ...codings.given, ...(survey === null ? {} : { survey }), ...given, study: opened };
  const text = await openCodedText(read, asked, session);
  return { ...text, options: { ...text.options, study: opened.study.path }, paths: read };
}

async function studyOf(paths: readonly string[], asked: AskedStudy): Promise<OpenedStudy | null> {
  if (asked === false) return null;
  if (typeof asked === 'object') return asked;
  const file = asked ?? studyBeside(paths[0]);
  if (file === null) return null;
  return openStudy(file).catch((error: unknown) => { throw asked === undefined ? orWithout(error) : error; });
}

/** The study's survey, whose rows are the participants; null where it has none, or several and no one of them is it. */
function surveyOf(study: Study): string | null {
  const surveys = sourcesOfKind(study, 'survey');
  const own = surveys.length === 1 ? surveys[0] : surveys.find(({ name }) => name === 'survey');
  return own === undefined ? null : fileOf(study, own.path.value);
}

function codingsNeeded(study: Study | null): StudyError {
  return new StudyError('E_CODINGS_NEEDED', study === null ? `No coded text is named, and no ${STUDY_FILE} lies here to name one.` : 'The study names no coded text.', {
    where: study?.path,
    hint: study === null ? 'Type its file, such as codings.csv, project.qdpx or data.qda.' : 'Add it: sources: { themes: { path: codings.csv, kind: codings } }, or type the file.',
  });
}
