import { statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { PRESENT } from '../dataset/column.js';
import type { Dataset } from '../dataset/dataset.js';
import { findColumn } from '../dataset/find-column.js';
import { StudyError } from '../errors.js';
import { readSurvey } from '../importers/survey.js';
import { analysisHeading } from '../present/analysis-heading.js';
import { withTexts } from '../present/document-texts.js';
import { reportDocument } from '../present/report-document.js';
import type { Block, StudyDocument } from '../results/document.js';
import type { InputFile, ResultRecord } from '../results/record.js';
import { sourcesOfKind } from '../study/study-sources.js';
import type { StudyAnalysis } from '../study/study.js';
import { STUDY_FILE, openStudy } from './open-study.js';
import type { OpenedStudy } from './open-study.js';
import { openSurvey } from './open-survey.js';
import { repeated, wholeNumber } from './option-values.js';
import { reportPlan } from './report-plan.js';
import type { SectionId } from './report-plan.js';
import { reportResults } from './report-results.js';
import type { ReportedAnalysis } from './report-results.js';
import type { Session } from './session.js';

interface ReportArguments {
  readonly output?: readonly string[];
  readonly participants?: boolean;
  readonly suppressBelow?: number;
  readonly answers?: string;
}

export function declare(command: Command): void {
  command
    .argument('[study]', `study file, or the folder of a ${STUDY_FILE} (default: ${STUDY_FILE})`)
    .option('-o, --output <file>', 'report.html (default) or report.docx; repeatable', repeated)
    .option('--participants', "also show single participants' values in pictures")
    .option('--suppress-below <count>', 'hide counts from 1 to one less, and what would reveal them', wholeNumber('--suppress-below', 2, 1_000_000))
    .option('--answers <file>', "the author's own answers to the checklists: checklist (gramms, coreq), item, answer")
    .option('-q, --quiet', 'no notes on standard error')
    .option('--no-color', 'no colour')
    .addHelpText('after', `
One file, readable without a network and without scripts: provenance, participants, portal use, correlations, themes with
quotes, the joint display, printed figures, methods text from the records, and the GRAMMS and COREQ checklists.

Examples:
  portal-study report
  portal-study report study.yml --output report.html --output report.docx
  portal-study report study.yml --suppress-below 11 --output release.html`);
}

export async function run([asked]: readonly (string | undefined)[], given: Record<string, unknown>, session: Session): Promise<number> {
  const { output = ['report.html'], participants = false, suppressBelow, answers } = given as ReportArguments;
  for (const path of output) refuseOtherFormats(path);
  const opened = await openStudy(studyPath(asked));
  const survey = await surveyOf(opened, session);
  const plan = reportPlan(opened.study, survey, { suppressBelow });
  const authors = answers === undefined ? null : await readSurvey(answers, { duplicates: 'report' });
  const results = await reportResults(plan, opened, session, { participants, suppressBelow: suppressBelow ?? null });
  for (const { failure, analysis } of results) if (failure !== null) session.note(`${analysis.name}: ${failure}`);
  const document = documentOf(opened, results, survey, authors, session);
  const inputs = inputsOf(opened, results, authors);
  await session.write(await Promise.all(output.map(async (path) => ({ path, content: await rendered(path, document) }))), inputs.map(({ path }) => path));
  for (const path of output.filter((one) => one !== '-')) session.note(`Wrote ${path}.`);
  return 0;
}

function documentOf(opened: OpenedStudy, results: readonly ReportedAnalysis[], survey: Dataset | null, authors: Dataset | null, session: Session): StudyDocument {
  const { study } = opened;
  const order: readonly SectionId[] = ['participants', 'use', 'correlations', 'comparisons', 'scales', 'themes', 'joint', 'claims'];
  const paper = study.paper;
  const document = reportDocument({
    title: study.title ?? basename(study.path),
    citation: paper === null ? null : [paper.citation, paper.doi === undefined ? undefined : `doi ${paper.doi}`].filter((part) => part !== undefined).join(', ') || null,
    tool: session.tool,
    inputs: inputsOf(opened, results, authors),
    commands: results.map(({ analysis }) => typed(analysis)),
    sections: order.map((id) => ({ id, blocks: blocksOf(results.filter(({ section }) => section === id)) })),
    records: results.map(({ record }) => record).filter((record): record is ResultRecord => record !== null),
    notices: noticesOn(survey),
    answers: answersOf(authors),
  });
  return withTexts(document, withoutFolders(opened, inputsOf(opened, results, authors)));
}

/** Several analyses of a section each have a heading. */
function blocksOf(results: readonly ReportedAnalysis[]): Block[] {
  return results.flatMap(({ analysis: { name, command, options }, blocks }): readonly Block[] => {
    if (results.length === 1) return blocks;
    const given = new Map(options.map((option) => [option.name, typeof option.value === 'string' ? option.value : option.value.join(',')]));
    return [{ is: 'heading', text: analysisHeading({ name, command, options: given }) }, ...blocks];
  });
}

/** Where files lie on this machine is nobody's business, and not the same on another. */
function withoutFolders({ study }: OpenedStudy, inputs: readonly InputFile[]): (text: string) => string {
  const folder = dirname(resolve(study.path));
  const names = new Map(inputs.flatMap(({ path }) => [path, resolve(path)].map((one) => [one, basename(path)] as const)));
  const folders = [...new Set([`${folder}${sep}`, ...(dirname(study.path) === '.' ? [] : [`${dirname(study.path)}${sep}`])])];
  return (text) => {
    const named = [...names].reduce((told, [path, name]) => (path === name ? told : told.replaceAll(path, name)), text);
    return folders.reduce((told, one) => told.replaceAll(one, ''), named);
  };
}

/** Columns that may name a person: said, never shown. */
function noticesOn(survey: Dataset | null): string[] {
  const identifying = (survey?.warnings ?? []).filter(({ code }) => code.startsWith('W_IDENTIFIER'));
  return identifying.length === 0 ? [] : [`The survey has columns that may identify participants; none of their values is in this document. ${identifying.map(({ message }) => message).join(' ')}`];
}

/** Every file once, the study first. */
function inputsOf({ input }: OpenedStudy, results: readonly ReportedAnalysis[], authors: Dataset | null): InputFile[] {
  const all = [input, ...results.flatMap(({ record }) => record?.provenance.inputs ?? []), ...(authors === null ? [] : [authors.source])];
  return [...new Map(all.map((file) => [file.path, file])).values()];
}

/** An analysis as it would be typed. */
function typed({ command, options }: StudyAnalysis): string {
  const words = options.map(({ name, value }) => {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const text = typeof value === 'string' ? value : value.join(',');
    return text === 'true' ? flag : `${flag} ${/^[\w.,:/-]+$/.test(text) ? text : `"${text}"`}`;
  });
  return ['portal-study', command, ...words].join(' ');
}

/** @throws StudyError E_COLUMN_MISSING where the file of answers lacks a column. */
function answersOf(file: Dataset | null): Map<string, string> {
  if (file === null) return new Map();
  const [checklist, item, answer] = ['checklist', 'item', 'answer'].map((name) => findColumn(file, name));
  const answers = new Map<string, string>();
  for (let row = 0; row < file.rows; row += 1) {
    if ([checklist, item, answer].some(({ missing }) => missing[row] !== PRESENT)) continue;
    answers.set(`${String(checklist.values[row]).trim().toLowerCase()} ${item.values[row]}`, String(answer.values[row]).trim());
  }
  return answers;
}

async function surveyOf(opened: OpenedStudy, session: Session): Promise<Dataset | null> {
  if (sourcesOfKind(opened.study, 'survey').length === 0) return null;
  const silent = Object.create(session, { note: { value: () => {} } }) as Session;
  return (await openSurvey(undefined, { study: opened }, silent)).dataset;
}

async function rendered(path: string, document: StudyDocument): Promise<string | Uint8Array> {
  if (path.toLowerCase().endsWith('.docx')) return (await import('../reporters/docx-document.js')).docxDocument(document);
  return (await import('../reporters/page.js')).htmlPage(document);
}

function refuseOtherFormats(path: string): void {
  if (path === '-' || /\.(?:html?|docx)$/i.test(path)) return;
  throw new StudyError('E_OUTPUT_FORMAT', 'A report is written as .html or .docx.', { where: path, hint: 'Type --output report.html.' });
}

function studyPath(asked: string | undefined): string {
  if (asked === undefined) return STUDY_FILE;
  return statSync(asked, { throwIfNoEntry: false })?.isDirectory() === true ? join(asked, STUDY_FILE) : asked;
}
