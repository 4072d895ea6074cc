import { inputsOf } from '../dataset/dataset.js';
import type { Dataset } from '../dataset/dataset.js';
import { readSurvey } from '../importers/survey.js';
import type { ReadOptions } from '../importers/survey.js';
import { asksForThemes } from './quantitize/asked-themes.js';
import { findStudy } from './find-study.js';
import type { AskedStudy } from './find-study.js';
import { refuseWithoutLog } from './usage/log-options.js';
import type { OpenedStudy } from './open-study.js';
import type { OpenedSurvey } from './opened-survey.js';
import type { Session } from './session.js';
import { readingOptions, standardInput } from './shared-options.js';

/**
 * Reads the survey that a verb was given, or the study's own, as the verb's options and the study ask; every verb that
 * takes a survey opens it here; under `--usage` with what a log tells of its participants. What is typed goes before what the study says, and that before what the file shows.
 *
 * @param path as typed; undefined where none was
 * @param defaults of the verb, which the options given go before.
 * @throws StudyError where the file cannot be read as one table, or the study and the file do not agree.
 */
export async function openSurvey(
  path: string | undefined, given: Readonly<Record<string, unknown>>, session: Session, defaults: ReadOptions = {},
): Promise<OpenedSurvey> {
  if (given['usage'] === undefined) refuseWithoutLog(given);
  const alone = await openAlone(path, given, session, defaults);
  const used = given['usage'] === undefined ? alone : await withUsage(alone, given, session);
  if (!asksForThemes(given, used.study)) return used;
  const { withThemes } = await import('./quantitize/joined-themes.js');
  return withThemes(used, given, session);
}

/** A survey before anything is joined to it. */
type SurveyAlone = OpenedSurvey & { readonly opened: OpenedStudy | null };

async function withUsage(survey: SurveyAlone, given: Readonly<Record<string, unknown>>, session: Session): Promise<OpenedSurvey> {
  const { joinUsage } = await import('./usage/join-usage.js');
  const { dataset, options } = await joinUsage(survey.dataset, given, survey.opened ?? false, session);
  return { ...survey, dataset, options: { ...survey.options, ...options }, inputs: pathsOf(dataset) };
}

async function openAlone(
  path: string | undefined, given: Readonly<Record<string, unknown>>, session: Session, defaults: ReadOptions,
): Promise<SurveyAlone> {
  const reading = readingOptions(given);
  const found = await findStudy(path, given['study'] as AskedStudy, session);
  const { opened } = found;
  if (opened === null) {
    const dataset = await readSurvey(found.path, { ...defaults, ...reading, ...standardInput(found.path, session) });
    noteDictionary(dataset, session);
    return { dataset, options: { ...reading }, inputs: pathsOf(dataset), study: null, opened };
  }
  const { readSurveyByStudy } = await import('./survey-by-study.js');
  const { dataset, choices } = await readSurveyByStudy({ ...found, opened }, { ...defaults, ...reading }, standardInput(found.path, session));
  noteDictionary(dataset, session);
  for (const choice of choices) session.note(choice);
  return { dataset, options: { ...reading, study: opened.study.path }, inputs: pathsOf(dataset), study: opened.study, opened };
}

function pathsOf(dataset: Dataset): string[] {
  return inputsOf(dataset).map(({ path }) => path);
}

/** A dictionary that nobody asked for changes what is read, so it is named. */
function noteDictionary({ reading: { dictionary } }: Dataset, session: Session): void {
  if (dictionary !== null && dictionary.why !== 'asked for') session.note(`Labels, types and answers from ${dictionary.value}: ${dictionary.why}. --platform plain reads the file without it.`);
}
