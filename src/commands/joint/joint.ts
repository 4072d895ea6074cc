import type { Command } from 'commander';
import { jointTables } from '../../present/joint/joint-tables.js';
import type { JointPresentation } from '../../present/joint/joint-tables.js';
import { jointDataTable } from '../../present/joint/joint-data-table.js';
import { warningLines } from '../../present/warning-notes.js';
import { JOINT_TYPES } from '../../results/joint.js';
import { sourcesOfKind } from '../../study/study-sources.js';
import { readCodedFiles } from '../coded-files.js';
import { addCodedTextOptions } from '../coded-text-options.js';
import { DEFAULT_SEED } from '../correlate/correlation-request.js';
import { jointData } from './joint-data.js';
import { jointFigure } from './joint-figure.js';
import { readLinks, withInferences } from './joint-links.js';
import type { DeclaredLink } from './joint-links.js';
import { jointRecord } from './joint-record.js';
import { DEFAULT_QUOTES, DEFAULT_SHUFFLES, DEFAULT_SMALLEST } from './joint-request.js';
import type { JointOptions } from './joint-request.js';
import { sourceFile } from '../open-study.js';
import { openSurvey } from '../open-survey.js';
import type { OpenedSurvey } from '../opened-survey.js';
import { finiteNumber } from '../scale/scale-request.js';
import { oneOf, repeated, shareBetween0And1, wholeNumber } from '../option-values.js';
import type { Session } from '../session.js';
import { addOutputOptions, addStudyOptions, outputTarget } from '../shared-options.js';
import { codingsOfStudy } from '../study-codings.js';
import { StudyError } from '../../errors.js';

export function declare(command: Command): void {
  command
    .argument('[study]', 'study file; the study.yml of this folder where neither it nor --survey is named')
    .option('--type <display>', `${JOINT_TYPES.join(', ')} (default: side-by-side with links, else statistics-by-themes)`, oneOf('--type', [...JOINT_TYPES]))
    .option('--themes <file>', 'coded text; the study’s own where none is named; repeatable', repeated)
    .option('--links <file>', 'links declared in advance: theme, variable, expected_direction, rationale, meta_inference')
    .option('--inferences <file>', 'your meta-inferences: theme, variable, meta_inference')
    .option('--outcome <column>', 'the outcome; without it the study’s, or the one column that looks like HbA1c')
    .option('--theme <name>', 'the theme that --type thread follows')
    .option('--explore', 'also every theme that no link names, with the outcome, as exploratory')
    .option('--quotes <count>', `quotes a theme (default: ${DEFAULT_QUOTES})`, wholeNumber('--quotes', 0, 20))
    .option('--smallest <effect>', `smallest effect that would matter; decides the fit (default: ${DEFAULT_SMALLEST})`, finiteNumber('--smallest', '0.1'))
    .option('--confidence <share>', 'confidence level of intervals (default: 0.95)', shareBetween0And1('--confidence', '0.95'))
    .option('--resamples <count>', `shuffles within focus groups (default: ${DEFAULT_SHUFFLES})`, wholeNumber('--resamples', 99, 100_000_000))
    .option('--seed <number>', `seed of the shuffles (default: ${DEFAULT_SEED})`, wholeNumber('--seed', 0, Number.MAX_SAFE_INTEGER))
    .option('--alpha <level>', 'level of what is set bold (default: 0.05)', shareBetween0And1('--alpha', '0.05'))
    .option('--digits <count>', 'decimals of effects (default: 2)', wholeNumber('--digits', 0, 15))
    .option('--style <name>', 'how p is printed: apa (default) or ama', oneOf('--style', ['apa', 'ama']));
  addOutputOptions(addStudyOptions(addCodedTextOptions(command))).addHelpText('after', `
Survey-only participants are not observed for themes: they are never counted as not mentioning one. Fits are decided by
a printed rule in which a wide interval is inconclusive; meta-inferences are read from your file and never generated.

Examples:
  portal-study joint study.yml
  portal-study joint study.yml --type statistics-by-themes --explore --plot joint.svg
  portal-study joint study.yml --type thread --theme "Better visits" --output thread.docx
  portal-study joint --survey survey.csv --themes codings.csv --links links.csv --type convergence`);
}

export async function run([path]: readonly (string | undefined)[], given: Record<string, unknown>, session: Session): Promise<number> {
  const { alpha = 0.05, digits = 2, style = 'apa' } = given as Partial<JointPresentation>;
  const request = requestOf(given);
  const survey = await openSurvey(given['survey'] as string | undefined, surveyOptions(path, given), session);
  const codings = codingsAsked(given, survey);
  const { coded } = await readCodedFiles(codings.paths, { ...codings.given, ...definedOf(given, CODED) }, session);
  const linked = await linksAsked(given, survey);
  const data = jointData(survey.dataset, coded, request.id ?? survey.study?.participantId?.value);
  const record = await jointRecord(data, linked.links, request, {
    tool: session.tool, options: survey.options, inputs: linked.inputs, pause: (progress) => session.pause(progress), choice: (sentence) => session.note(sentence),
  });
  for (const line of warningLines(record.warnings)) session.note(line);
  const inputs = record.provenance.inputs.map((input) => input.path);
  await session.deliver({
    record, tables: jointTables(record, { alpha, digits, style }), data: () => jointDataTable(record), figure: () => jointFigure(record, { alpha, style }),
  }, outputTarget(given, inputs));
  return 0;
}

const CODED = ['transcripts', 'codebook', 'speakers', 'coder', 'columns', 'offsets', 'encoding', 'delimiter', 'verifyQuotes'];

/** A study that is typed stands for `--study`; without any, the one of this folder is taken for its survey. */
function surveyOptions(path: string | undefined, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { study, id, quiet } = given;
  return { ...(path === undefined ? (study === undefined ? {} : { study }) : { study: path }), ...(id === undefined ? {} : { id }), quiet };
}

function codingsAsked(given: Readonly<Record<string, unknown>>, { study }: OpenedSurvey): { paths: readonly string[]; given: Readonly<Record<string, unknown>> } {
  const typed = given['themes'] as readonly string[] | undefined;
  if (typed !== undefined) return { paths: typed, given: {} };
  const own = study === null ? null : codingsOfStudy(study);
  if (own !== null) return own;
  throw new StudyError('E_CODINGS_NEEDED', 'A joint display needs coded text beside the survey.', {
    where: study?.path, hint: study === null ? 'Type --themes codings.csv.' : 'Add it to the study: sources: { themes: { path: codings.csv, kind: codings } }.',
  });
}

async function linksAsked(given: Readonly<Record<string, unknown>>, { study }: OpenedSurvey) {
  const [source] = study === null ? [] : sourcesOfKind(study, 'links');
  const path = (given['links'] as string | undefined) ?? (source === undefined ? undefined : sourceFile(study!, source));
  const inferences = given['inferences'] as string | undefined;
  if (path === undefined) {
    if (inferences === undefined) return { links: null as DeclaredLink[] | null, inputs: [] };
    throw new StudyError('E_LINKS_NONE', 'Meta-inferences belong to links, and none are declared.', { where: inferences, hint: 'Type --links links.csv as well.' });
  }
  const declared = await readLinks(path);
  if (inferences === undefined) return { links: [...declared.links], inputs: [declared.input] };
  const inferred = await withInferences(declared, inferences);
  return { links: inferred.links, inputs: [declared.input, inferred.input] };
}

const REQUEST = [
  'type', 'outcome', 'id', 'explore', 'theme', 'quotes', 'smallest', 'confidence', 'resamples', 'seed',
] as const satisfies readonly (keyof JointOptions)[];

function requestOf(given: Readonly<Record<string, unknown>>): JointOptions {
  return definedOf(given, REQUEST) as JointOptions;
}

function definedOf(given: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
}
