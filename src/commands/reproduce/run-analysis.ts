import { Command } from 'commander';
import { StudyError } from '../../errors.js';
import type { Report } from '../../reporters/index.js';
import type { ResultRecord } from '../../results/record.js';
import { fileOf, optionOf, sourceOfKind } from '../../study/study-sources.js';
import type { Study, StudyAnalysis, StudySource } from '../../study/study.js';
import { ANALYSIS_VERBS } from './analysis-verbs.js';
import type { AnalysisVerb } from './analysis-verbs.js';
import { sourceFile } from '../open-study.js';
import type { OpenedStudy } from '../open-study.js';
import type { Session } from '../session.js';
import { sourceOptions, withFiles } from '../source-options.js';
import { parsedOptions } from '../study-options.js';
import type { Verb } from '../verb.js';

/** An analysis of a study with its verb loaded and its options read. */
export interface PreparedAnalysis {
  readonly name: string;
  readonly command: string;
  /** Options by name, as commander would hand them over. */
  readonly given: Readonly<Record<string, unknown>>;
  /** The file it reads; undefined for the study's survey. */
  readonly path: string | undefined;
  readonly verb: Verb;
  readonly where: string;
}

/** An analysis says what is computed; where it is printed is the command line's to say. */
const NOT_AN_ANALYSIS = ['format', 'output', 'outputScores', 'plot', 'quiet', 'color', 'study', 'all'];

/**
 * Reads an analysis as the command line would read it.
 *
 * @throws StudyError E_ANALYSIS_COMMAND, E_STUDY_OPTION, E_STUDY_SOURCE, E_SOURCE_MISSING, each at its place in the study file.
 */
export async function prepareAnalysis(analysis: StudyAnalysis, study: Study): Promise<PreparedAnalysis> {
  const { name, command, options, where } = analysis;
  const known = ANALYSIS_VERBS.get(command);
  if (known === undefined) {
    throw new StudyError('E_ANALYSIS_COMMAND', `The analysis ${name} asks for ${command}, whose numbers cannot be claimed.`, {
      where, hint: `Commands: ${[...ANALYSIS_VERBS.keys()].join(', ')}.`,
    });
  }
  const misplaced = options.find((option) => NOT_AN_ANALYSIS.includes(option.name));
  if (misplaced !== undefined) {
    throw new StudyError('E_STUDY_OPTION', `"${misplaced.name}" says nothing of what is computed.`, { where: misplaced.where, hint: 'Leave it out here.' });
  }
  const verb = await known.load();
  const declared = new Command();
  verb.declare(declared);
  const own = parsedOptions(declared, withFiles(study, options.filter((option) => option.name !== 'source')));
  const { path, source } = inputOf(known, study, optionOf(analysis, 'source'));
  // The other verbs read what the study says of their source themselves.
  const given = source?.kind === 'codings' ? { ...sourceOptions(study, source, declared), ...own } : own;
  return { name, command, given, path, verb, where };
}

/**
 * Runs an analysis and answers its record, without a word.
 *
 * @param changes options in place of its own; undefined leaves one out
 * @param progress of all that is run; what is done within one analysis is not told
 * @throws StudyError of the verb, saying which analysis it was.
 */
export async function runAnalysis(
  analysis: PreparedAnalysis, opened: OpenedStudy, session: Session, changes: Readonly<Record<string, unknown>> = {},
  progress = STARTED,
): Promise<ResultRecord> {
  return (await analysisReport(analysis, opened, session, changes, progress)).record;
}

const STARTED = { done: 0, total: 1 };

/** Runs an analysis and answers all that it would have printed, without a word; see runAnalysis. */
export async function analysisReport(
  analysis: PreparedAnalysis, opened: OpenedStudy, session: Session, changes: Readonly<Record<string, unknown>> = {}, progress = STARTED,
): Promise<Report> {
  const { name, verb, path, given } = analysis;
  const options = Object.fromEntries(Object.entries({ ...given, study: opened, ...changes }).filter(([, value]) => value !== undefined));
  let delivered: Report | null = null;
  const deliver = (report: Report): Promise<void> => {
    delivered = report;
    return Promise.resolve();
  };
  const pause = (): Promise<void> => session.pause(progress);
  const silent = Object.create(session, { note: { value: () => {} }, pause: { value: pause }, deliver: { value: deliver } }) as Session;
  try {
    await verb.run(path === undefined ? [] : [path], options, silent);
  } catch (error) {
    if (!(error instanceof StudyError)) throw error;
    throw new StudyError(error.code, `The analysis ${name} cannot be made: ${error.message}`, { where: error.where ?? analysis.where, hint: error.hint ?? undefined, cause: error });
  }
  if (delivered === null) throw new Error(`${analysis.command} delivered no report.`);
  return delivered;
}

/** The file that an analysis reads, and the source of the study that it is. */
function inputOf({ reads }: AnalysisVerb, study: Study, asked: string | undefined): { path: string | undefined; source: StudySource | null } {
  if (reads === 'nothing' || (reads === 'survey' && asked === undefined)) return { path: undefined, source: null };
  if (reads === 'study') return { path: study.path, source: null };
  if (reads !== 'paper') {
    const source = study.sources.find(({ name, kind }) => name === asked && kind === 'table' && reads === 'survey') ?? sourceOfKind(study, reads, asked);
    return { path: sourceFile(study, source), source };
  }
  const path = study.paper?.path;
  if (path !== undefined) return { path: fileOf(study, path), source: null };
  throw new StudyError('E_STUDY_SOURCE', 'The study names no paper.', { where: study.path, hint: 'Add it: paper: manuscript.docx' });
}
