import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Dataset } from '../../dataset/dataset.js';
import { StudyError } from '../../errors.js';
import { readSurvey } from '../../importers/survey.js';
import type { StudyDocument } from '../../results/document.js';
import { sourcesOfKind } from '../../study/study-sources.js';
import { STUDY_FILE, openStudy } from '../open-study.js';
import type { OpenedStudy } from '../open-study.js';
import { openSurvey } from '../open-survey.js';
import { repeated, wholeNumber } from '../option-values.js';
import { documentOf, inputsOf } from './report-content.js';
import { reportPlan } from './report-plan.js';
import { reportResults } from './report-results.js';
import type { Session } from '../session.js';

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

async function surveyOf(opened: OpenedStudy, session: Session): Promise<Dataset | null> {
  if (sourcesOfKind(opened.study, 'survey').length === 0) return null;
  const silent = Object.create(session, { note: { value: () => {} } }) as Session;
  return (await openSurvey(undefined, { study: opened }, silent)).dataset;
}

async function rendered(path: string, document: StudyDocument): Promise<string | Uint8Array> {
  if (path.toLowerCase().endsWith('.docx')) return (await import('../../reporters/docx-document.js')).docxDocument(document);
  return (await import('../../reporters/page.js')).htmlPage(document);
}

function refuseOtherFormats(path: string): void {
  if (path === '-' || /\.(?:html?|docx)$/i.test(path)) return;
  throw new StudyError('E_OUTPUT_FORMAT', 'A report is written as .html or .docx.', { where: path, hint: 'Type --output report.html.' });
}

function studyPath(asked: string | undefined): string {
  if (asked === undefined) return STUDY_FILE;
  return statSync(asked, { throwIfNoEntry: false })?.isDirectory() === true ? join(asked, STUDY_FILE) : asked;
}
