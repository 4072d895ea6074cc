import { PRESENT, isQuantity } from '../dataset/column.js';
import type { Case, CodedText } from '../dataset/coded-text.js';
import { StudyError } from '../errors.js';
import { participantColumn } from '../importers/columns/participant-column.js';
import type { Warning } from '../results/warning.js';
import { readCodedFiles } from './coded-files.js';
import { openSurvey } from './open-survey.js';
import type { Session } from './session.js';

/** Coded text as a verb works on it. */
export interface OpenedCodedText {
  readonly coded: CodedText;
  /** The reading options that were given or found, for provenance. */
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * Reads the coded text that a verb was given, with the participants of its survey; every qualitative verb opens it here.
 *
 * @throws StudyError where a file cannot be read or does not fit the others.
 */
export async function openCodedText(
  paths: readonly string[], given: Readonly<Record<string, unknown>>, session: Session,
): Promise<OpenedCodedText> {
  const survey = given['survey'] as string | undefined;
  const surveyed = survey === undefined ? null : await casesOfSurvey(survey, given['id'] as string | undefined, given['study'], session);
  const { coded: read, reading } = await readCodedFiles(paths, given, session, surveyed?.cases);
  const coded = surveyed === null ? read : {
    ...read, inputs: [...read.inputs, surveyed.input], warnings: [...read.warnings, ...notInSurvey(read, surveyed.cases, survey ?? '')],
  };
  const { columns, ...options } = reading;
  return {
    coded,
    options: {
      ...options,
      ...(columns === undefined ? {} : { columns: Object.fromEntries(columns) }),
      ...(survey === undefined ? {} : { survey }),
    },
  };
}

/** Those who speak or are coded and have no row in the survey. */
function notInSurvey({ cases }: CodedText, surveyed: readonly Case[], survey: string): Warning[] {
  const known = new Set(surveyed.map(({ name }) => name));
  const heard = cases.filter(({ sources }) => sources.length > 0);
  const unknown = heard.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length === 0) return [];
  const shown = `${unknown.slice(0, 5).join(', ')}${unknown.length > 5 ? ` and ${unknown.length - 5} more` : ''}`;
  const message = `Of ${heard.length} participants in the texts, ${unknown.length} ${unknown.length === 1 ? 'has' : 'have'} no row in the survey: ${shown}.`;
  return [{ code: 'W_PARTICIPANT_UNKNOWN', where: survey, message: unknown.length === heard.length ? `${message} Check --id, or list who is who in --speakers.` : message }];
}

/** Everybody in the survey, whether or not they are in the transcripts; the sources of each are found later. */
async function casesOfSurvey(path: string, id: string | undefined, study: unknown, session: Session) {
  const { dataset } = await openSurvey(path, { ...(id === undefined ? {} : { id }), ...(study === undefined ? {} : { study }) }, session);
  const participant = participantColumn(dataset, id);
  if (participant === null) {
    throw new StudyError('E_ID_MISSING', 'No column of the survey names the participant.', {
      where: path, hint: `Type --id and its name; columns: ${dataset.columns.slice(0, 12).map(({ name }) => name).join(', ')}.`,
    });
  }
  const attributes = dataset.columns.filter((column) => column !== participant && column.kind !== 'id');
  const cases: Case[] = [];
  for (let row = 0; row < dataset.rows; row += 1) {
    if (participant.missing[row] !== PRESENT) continue;
    const name = String(participant.values[row]);
    cases.push({
      id: name,
      name,
      attributes: new Map(attributes.map((column) => [
        column.name, column.missing[row] !== PRESENT ? null : isQuantity(column) ? column.values[row] : String(column.values[row]),
      ])),
      sources: [],
    });
  }
  return { cases, input: dataset.source };
}
