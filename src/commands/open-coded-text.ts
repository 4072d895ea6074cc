import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PRESENT, isQuantity } from '../dataset/column.js';
import type { Case, CodedText } from '../dataset/coded-text.js';
import { StudyError } from '../errors.js';
import type { CodedTextOptions } from '../importers/coded-text.js';
import { participantColumn } from '../importers/participant-column.js';
import { codedTextOptions } from './coded-text-options.js';
import { openSurvey } from './open-survey.js';
import type { Session } from './session.js';

/** Coded text as a verb works on it. */
export interface OpenedCodedText {
  readonly coded: CodedText;
  /** The reading options that were given or found, for provenance. */
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * Reads the coded text that a verb was given; every qualitative verb opens it here. Beside a sheet of coded segments,
 * `codebook.csv`, `speakers.csv` and the folder `transcripts` are used where they were not named, and said so.
 *
 * @throws StudyError where a file cannot be read or does not fit the others.
 */
export async function openCodedText(
  paths: readonly string[], given: Readonly<Record<string, unknown>>, session: Session,
): Promise<OpenedCodedText> {
  const beside = foundBeside(paths, given);
  if (Object.keys(beside).length > 0) session.note(`Beside ${paths[0]}: ${Object.values(beside).flat().join(', ')}.`);
  const reading: CodedTextOptions = { ...beside, ...codedTextOptions(given) };
  const survey = given['survey'] as string | undefined;
  const surveyed = survey === undefined ? null : await casesOfSurvey(survey, given['id'] as string | undefined, session);
  const { readCodedText } = await import('../importers/coded-text.js');
  const read = await readCodedText(paths, {
    ...reading, ...(surveyed === null ? {} : { cases: surveyed.cases }), ...(paths.includes('-') ? { stdin: session.stdin } : {}),
  });
  if (given['verifyQuotes'] === true) session.note(`Offsets: ${read.convention}.`);
  const coded = surveyed === null ? read : { ...read, inputs: [...read.inputs, surveyed.input] };
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

function foundBeside(paths: readonly string[], given: Readonly<Record<string, unknown>>): Pick<CodedTextOptions, 'codebook' | 'speakers' | 'transcripts'> {
  if (!paths.every((path) => /\.(?:csv|tsv|xlsx)$/i.test(path))) return {};
  const folder = dirname(paths[0] ?? '.');
  const here = (name: string): string | null => (existsSync(join(folder, name)) && !paths.includes(join(folder, name)) ? join(folder, name) : null);
  const [codebook, speakers, transcripts] = ['codebook.csv', 'speakers.csv', 'transcripts'].map(here);
  return {
    ...(codebook === null || given['codebook'] !== undefined ? {} : { codebook }),
    ...(speakers === null || given['speakers'] !== undefined ? {} : { speakers }),
    ...(transcripts === null || given['transcripts'] !== undefined ? {} : { transcripts: [transcripts] }),
  };
}

/** Everybody in the survey, whether or not they are in the transcripts; the sources of each are found later. */
async function casesOfSurvey(path: string, id: string | undefined, session: Session) {
  const { dataset } = await openSurvey(path, id === undefined ? {} : { id }, session);
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
