import { Command } from 'commander';
import type { Dataset } from '../dataset/dataset.js';
import { joinColumns } from '../dataset/join-columns.js';
import { nearestNames } from '../dataset/nearest-names.js';
import { StudyError } from '../errors.js';
import { fileSha256 } from '../importers/file-sha256.js';
import { participantColumn } from '../importers/columns/participant-column.js';
import { readSurvey } from '../importers/survey.js';
import type { ReadOptions } from '../importers/survey.js';
import { declarationsOf } from '../study/study-declarations.js';
import { fileOf, refuseChangedFile } from '../study/study-sources.js';
import type { Study, StudySource } from '../study/study.js';
import { mainSurvey } from './find-study.js';
import type { StudyOfSurvey } from './find-study.js';
import { sourceFile } from './open-study.js';
import type { OpenedStudy } from './open-study.js';
import { addReadingOptions } from './shared-options.js';
import { parsedOptions } from './study-options.js';

/** A survey that a study speaks of, and a sentence for everything that was done on its word. */
export interface SurveyByStudy {
  readonly dataset: Dataset;
  readonly choices: readonly string[];
}

/**
 * Reads a survey by its study: the participant's column, missing codes, variables and reading options come from there
 * where they are not typed. The study's tables are linked to its survey by participant.
 *
 * @throws StudyError E_SOURCE_CHANGED, E_COLUMN_MISSING pointing into the study file, and of readSurvey and linkByParticipant.
 */
export async function readSurveyByStudy(
  { path, source, opened }: StudyOfSurvey & { readonly opened: OpenedStudy }, typed: ReadOptions, stdin: Pick<ReadOptions, 'stdin'>,
): Promise<SurveyByStudy> {
  const { study, input } = opened;
  const survey = await readSource(study, source, path, typed, stdin);
  const isMain = source !== null && isMainSurvey(study, source);
  const tables = isMain ? study.sources.filter(({ kind, name }) => name !== source.name && (kind === 'table' || kind === 'survey')) : [];
  const choices: string[] = [];
  let dataset: Dataset = survey;
  for (const table of tables) {
    const { dataset: joined, sentence } = await withTable(dataset, study, table, typed);
    dataset = joined;
    choices.push(sentence);
  }
  if (source !== null) refuseStrangers(study, [source, ...tables], isMain, dataset);
  return { dataset: { ...dataset, alongside: [...dataset.alongside ?? [], input] }, choices };
}

function isMainSurvey(study: Study, source: StudySource): boolean {
  return study.sources.some(({ kind }) => kind === 'survey') && mainSurvey(study) === source;
}

async function withTable(survey: Dataset, study: Study, table: StudySource, typed: ReadOptions) {
  const read = await readSource(study, table, sourceFile(study, table), {}, {});
  const surveyId = participantColumn(survey, typed.id ?? study.participantId?.value);
  const tableId = participantColumn(read, idOf(study, table));
  if (surveyId === null || tableId === null) {
    throw new StudyError('E_LINK_ID', `No column names the participant in ${surveyId === null ? survey.source.path : read.source.path}, so the source "${table.name}" cannot be linked.`, {
      where: table.where, hint: surveyId === null ? 'Add participant_id: COLUMN to the study file.' : 'Add participant: COLUMN to the source.',
    });
  }
  return joinColumns(survey, surveyId, read, tableId, table.name);
}

/** One table of a study, as the study says it is to be read. */
async function readSource(
  study: Study, source: StudySource | null, path: string, typed: ReadOptions, stdin: Pick<ReadOptions, 'stdin'>,
): Promise<Dataset> {
  const said = source === null ? {} : statedOptions(study, source);
  const id = typed.id ?? idOf(study, source);
  const na = [...study.missingCodes, ...said.na ?? [], ...typed.na ?? []];
  const declarations = declarationsOf(study, source?.name);
  // Before it is read: what is odd in a file that has changed is not what the study should be asked about.
  if (source !== null) refuseChangedFile(source, path, () => fileSha256(path));
  return readSurvey(path, { ...said, ...typed, ...(id === undefined ? {} : { id }), ...(na.length === 0 ? {} : { na }), declarations, ...stdin })
    .catch((error: unknown) => { throw typed.id === undefined ? atStatedId(error, study, source) : error; });
}

function statedOptions(study: Study, { options }: StudySource): ReadOptions {
  const reading = options.filter(({ name }) => name !== 'participant');
  const said = parsedOptions(addReadingOptions(new Command()), reading) as ReadOptions & { readonly dictionary?: string };
  return said.dictionary === undefined ? said : { ...said, dictionary: fileOf(study, said.dictionary) } as ReadOptions;
}

function idOf(study: Study, source: StudySource | null): string | undefined {
  const own = source?.options.find(({ name }) => name === 'participant')?.value;
  return (own as string | undefined) ?? study.participantId?.value;
}

/** A column of ids that is not there is the study's mistake, not one of the command line. */
function atStatedId(error: unknown, study: Study, source: StudySource | null): unknown {
  if (!(error instanceof StudyError) || error.code !== 'E_COLUMN_MISSING' || !error.message.endsWith('to take as id.')) return error;
  const own = source?.options.find(({ name }) => name === 'participant');
  const where = own?.where ?? study.participantId?.where;
  return new StudyError(error.code, `${error.message.slice(0, -1)} in ${error.where?.replace(/:\d+$/, '') ?? 'the file'}.`, { where, hint: error.hint ?? undefined, cause: error });
}

/** @throws StudyError E_COLUMN_MISSING for a variable that is no column of the sources read. */
function refuseStrangers({ variables }: Study, sources: readonly StudySource[], isMain: boolean, { columns, source: { path } }: Dataset): void {
  const names = new Set(columns.map(({ name }) => name));
  for (const { name, source, where } of variables) {
    const isHere = source === null ? isMain : sources.some((one) => one.name === source);
    if (!isHere || names.has(name) || names.has(`${source}.${name}`)) continue;
    const near = nearestNames(name, names);
    throw new StudyError('E_COLUMN_MISSING', `There is no column "${name}" in ${path}.`, {
      where, hint: near.length > 0 ? `Nearest: ${near.join(', ')}.` : 'A variable of another source says so: source: NAME.',
    });
  }
}
