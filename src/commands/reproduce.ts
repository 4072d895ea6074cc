import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { operands, parseExpression } from '../claims/expression.js';
import { lockDifferences } from '../claims/lock-changes.js';
import { StudyError } from '../errors.js';
import { estimatesTable } from '../present/estimates-table.js';
import { failsLock } from '../present/lock-words.js';
import { reproduceFindings } from '../present/reproduce-findings.js';
import { reproduceTables } from '../present/reproduce-table.js';
import type { InputFile, ResultRecord } from '../results/record.js';
import type { Study } from '../study/study.js';
import { diagnose } from './diagnose.js';
import { diagnosisOf } from './diagnosis-runs.js';
import { figureFinder } from './figure-finder.js';
import { judgedClaims } from './judged-claims.js';
import { STUDY_FILE, openStudy } from './open-study.js';
import type { OpenedStudy } from './open-study.js';
import { reproduceRecord } from './reproduce-record.js';
import { prepareAnalysis, runAnalysis } from './run-analysis.js';
import type { PreparedAnalysis } from './run-analysis.js';
import type { Session } from './session.js';
import { addOutputOptions, outputTarget } from './shared-options.js';
import { coverageOf, quoteEstimates, studyPaper } from './study-paper.js';
import { lockPath, lockText, readLock, studyLock } from './study-lock.js';
import { studyTables } from './study-tables.js';

interface ReproduceArguments {
  readonly all?: boolean;
  readonly lock?: boolean;
  readonly coverage?: boolean;
}

export function declare(command: Command): void {
  command
    .argument('[study]', `study file, or the folder of a ${STUDY_FILE} (default: ${STUDY_FILE})`)
    .option('--all', 'show every figure, not only what is wrong')
    .option('--coverage', 'list every number of the paper (paper: in the study file) as claimed, explained or unclaimed')
    .option('--lock', 'write study.lock.json: what the figures were computed from, and each at 17 digits; later runs say what moved and why');
  addOutputOptions(command, { findings: true }).addHelpText('after', `
Examples:
  portal-study reproduce
  portal-study reproduce study.yml --all
  portal-study reproduce study.yml --coverage
  portal-study reproduce study.yml --lock
  portal-study reproduce study.yml --output results.xml --output markdown:summary.txt --output github:annotations.txt

Exit code: 0 every figure is reproduced, 1 one is not or moved since the lock, 2 the study cannot be read or run.`);
}

export async function run([asked]: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const { all = false, lock: writesLock = false, coverage = false } = given as ReproduceArguments;
  const opened = await openStudy(studyPath(asked));
  const { study } = opened;
  refuseNoClaims(study);
  const paper = await studyPaper(study, coverage);
  const analyses = await claimedAnalyses(study);
  const records = new Map<string, ResultRecord>();
  for (const [name, analysis] of analyses) {
    records.set(name, await runAnalysis(analysis, opened, session, {}, { done: records.size, total: analyses.size }));
  }
  const figures = judgedClaims(study.claims, figureFinder(records, study));
  const failing = figures.filter(({ judgement, claim }) => !judgement.passes && claim.known === null);
  const explanations = failing.length === 0 ? new Map() : await diagnose(failing, diagnosisOf(opened, analyses, records, session));
  const inputs = inputsOf(opened, records, paper === null ? [] : [paper.input]);
  const before = await readLock(opened);
  const lockable = async () => studyLock({ opened, tool: session.tool, inputs: inputsOf(opened, records, []).slice(1), datasets: await studyTables(opened, session), figures });
  const now = before === null && !writesLock ? null : await lockable();
  const differences = before === null || now === null || writesLock ? [] : lockDifferences(before, now);
  const record = reproduceRecord({
    title: study.title, figures, explanations, quotes: paper === null ? [] : quoteEstimates(study, paper), coverage: coverage && paper !== null ? coverageOf(study, paper) : null, records, today: session.today, tool: session.tool, inputs,
    lock: before === null ? null : { path: lockPath(opened), figures: before.figures, differences },
    options: { ...(writesLock ? { lock: true } : {}), ...(coverage ? { coverage: true } : {}) },
  });
  const paths = inputs.map(({ path }) => path);
  if (writesLock && now !== null) {
    await session.write([{ path: lockPath(opened), content: lockText(now) }], paths);
    session.note(`Wrote ${lockPath(opened)}.`);
  }
  await session.deliver(
    { record, tables: reproduceTables(record, { all }), data: () => estimatesTable(record), findings: () => reproduceFindings(record) }, outputTarget(given, paths),
  );
  return record.summary.failed > 0 || differences.some(failsLock) ? 1 : 0;
}

/** A folder stands for the study file in it. */
function studyPath(asked: string | undefined): string {
  if (asked === undefined) return STUDY_FILE;
  return statSync(asked, { throwIfNoEntry: false })?.isDirectory() === true ? join(asked, STUDY_FILE) : asked;
}

function refuseNoClaims({ claims, path }: Study): void {
  if (claims.length > 0) return;
  throw new StudyError('E_CLAIMS_NONE', 'The study file claims nothing that could be reproduced.', {
    where: path, hint: 'Add it: claims: [{ id: abstract-rho, expect: { "table4[request_appointment].estimate": "-0.29" } }]',
  });
}

/** The analyses that claims speak of, each once, in the order of the study file. */
async function claimedAnalyses(study: Study): Promise<Map<string, PreparedAnalysis>> {
  const named = new Set(study.claims.flatMap(({ expect }) => expect.flatMap(({ address, where }) =>
    operands(parseExpression(address, where)).map(({ analysis }) => analysis.name))));
  const prepared = new Map<string, PreparedAnalysis>();
  for (const analysis of study.analyses) if (named.has(analysis.name)) prepared.set(analysis.name, await prepareAnalysis(analysis, study));
  return prepared;
}

/** The study file and every file that was read, each once. */
function inputsOf({ input }: OpenedStudy, records: ReadonlyMap<string, ResultRecord>, others: readonly InputFile[]): InputFile[] {
  const inputs = new Map([[input.path, input]]);
  for (const { provenance } of records.values()) for (const one of provenance.inputs) if (!inputs.has(one.path)) inputs.set(one.path, one);
  for (const one of others) inputs.set(one.path, one);
  return [...inputs.values()];
}
