import type { Dataset } from '../dataset/dataset.js';
import { readSurvey } from '../importers/survey.js';
import type { ReadOptions } from '../importers/survey.js';
import type { Session } from './session.js';
import { readingOptions, standardInput } from './shared-options.js';

/** A survey as a verb works on it. */
export interface OpenedSurvey {
  readonly dataset: Dataset;
  /** The reading options that were given, for provenance. */
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * Reads the survey that a verb was given, as its options ask; every verb that takes a survey opens it here.
 *
 * @param defaults of the verb, which the options given go before.
 * @throws StudyError where the file cannot be read as one table.
 */
export async function openSurvey(
  path: string, given: Readonly<Record<string, unknown>>, session: Session, defaults: ReadOptions = {},
): Promise<OpenedSurvey> {
  const reading = readingOptions(given);
  const dataset = await readSurvey(path, { ...defaults, ...reading, ...standardInput(path, session) });
  return { dataset, options: { ...reading } };
}
