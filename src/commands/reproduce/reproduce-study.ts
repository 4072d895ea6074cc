import { operands, parseExpression } from '../../claims/expression.js';
import { lockDifferences } from '../../claims/lock-changes.js';
import type { StudyLock } from '../../claims/lock-file.js';
import { StudyError } from '../../errors.js';
import type { InputFile, ResultRecord } from '../../results/record.js';
import type { ReproduceRecord } from '../../results/reproduce.js';
import { fileOf, refuseChangedFile } from '../../study/study-sources.js';
import type { Study } from '../../study/study.js';
import { diagnose } from './diagnose.js';
import { diagnosisOf } from './diagnosis-runs.js';
import { figureFinder } from './figure-finder.js';
import { judgedClaims } from './judged-claims.js';
import type { OpenedStudy } from '../open-study.js';
import { reproduceRecord } from './reproduce-record.js';
import { prepareAnalysis, runAnalysis } from './run-analysis.js';
import type { PreparedAnalysis } from './run-analysis.js';
import type { Session } from '../session.js';
import { lockPath, readLock, studyLock } from './study-lock.js';
import { coverageOf, quoteEstimates, studyPaper } from './study-paper.js';
import { studyTables } from './study-tables.js';

export interface ReproduceOptions {
  /** Says of every number in the paper whether it is claimed. */
  readonly coverage?: boolean;
  /** Answers the lock of this run instead of holding the run against the one that is there. */
  readonly lock?: boolean;
}

/** A run's record, and its lock where one was asked for. */
export interface ReproducedStudy {
  readonly record: ReproduceRecord;
  readonly lock: StudyLock | null;
}

/**
 * Runs the analyses that a study's claims speak of, each once, and holds every claim against what they compute.
 *
 * @throws StudyError E_CLAIMS_NONE, E_PAPER_NEEDED, E_SOURCE_CHANGED, E_LOCK_FILE; those of the analyses and of the claims' addresses.
 */
export async function reproduceStudy(opened: OpenedStudy, options: ReproduceOptions, session: Session): Promise<ReproducedStudy> {
  const { study } = opened;
  const { coverage = false, lock: asksLock = false } = options;
  refuseNoClaims(study);
  const paper = await studyPaper(study, coverage);
  const analyses = await claimedAnalyses(study);
  const records = new Map<string, ResultRecord>();
  for (const [name, analysis] of analyses) {
    records.set(name, await runAnalysis(analysis, opened, session, {}, { done: records.size, total: analyses.size }));
  }
  const inputs = inputsOf(opened, records);
  refuseChangedInputs(study, inputs);
  const figures = judgedClaims(study.claims, figureFinder(records, study));
  const failing = figures.filter(({ judgement, claim }) => !judgement.passes && claim.known === null);
  const explanations = failing.length === 0 ? new Map() : await diagnose(failing, diagnosisOf(opened, analyses, records, session));
  const before = asksLock ? null : await readLock(opened);
  const lock = before === null && !asksLock ? null
    : studyLock({ opened, tool: session.tool, libraries: session.libraries ?? {}, inputs: inputs.slice(1), datasets: await studyTables(opened, session), figures });
  const record = reproduceRecord({
    title: study.title, figures, explanations, records,
    quotes: paper === null ? [] : quoteEstimates(study, paper),
    coverage: coverage && paper !== null ? coverageOf(study, paper) : null,
    lock: before === null || lock === null ? null : { path: lockPath(opened), figures: before.figures, differences: lockDifferences(before, lock) },
    today: session.today, tool: session.tool, options: Object.fromEntries(Object.entries(options).filter(([, value]) => value)),
    inputs: paper === null ? inputs : [...inputs, paper.input],
  });
  return { record, lock: asksLock ? lock : null };
}

function refuseNoClaims({ claims, path }: Study): void {
  if (claims.length > 0) return;
  throw new StudyError('E_CLAIMS_NONE', 'The study file claims nothing that could be reproduced.', {
    where: path, hint: 'Add it: claims: [{ id: abstract-rho, expect: { "table4[request_appointment].estimate": "-0.29" } }]',
  });
}

/** The analyses that claims speak of, in the order of the study file. */
async function claimedAnalyses(study: Study): Promise<Map<string, PreparedAnalysis>> {
  const named = new Set(study.claims.flatMap(({ expect }) => expect.flatMap(({ address, where }) =>
    operands(parseExpression(address, where)).map(({ analysis }) => analysis.name))));
  const prepared = new Map<string, PreparedAnalysis>();
  for (const analysis of study.analyses) if (named.has(analysis.name)) prepared.set(analysis.name, await prepareAnalysis(analysis, study));
  return prepared;
}

/** The study file and every file that an analysis read, each once. */
function inputsOf({ input }: OpenedStudy, records: ReadonlyMap<string, ResultRecord>): InputFile[] {
  const inputs = new Map([[input.path, input]]);
  for (const { provenance } of records.values()) for (const one of provenance.inputs) if (!inputs.has(one.path)) inputs.set(one.path, one);
  return [...inputs.values()];
}

/** Files that a verb reads by itself are held to the hash that the study states, as its survey is. */
function refuseChangedInputs(study: Study, inputs: readonly InputFile[]): void {
  for (const source of study.sources) {
    const path = fileOf(study, source.path.value);
    const input = inputs.find((one) => one.path === path);
    if (input !== undefined) refuseChangedFile(source, path, () => input.sha256);
  }
}
