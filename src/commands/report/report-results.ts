import { StudyError } from '../../errors.js';
import { claimBlocks } from '../../present/claim-blocks.js';
import { columnPanels } from '../../present/column-panels.js';
import { suppressedTables } from '../../present/report/suppressed-tables.js';
import type { Report } from '../../reporters/index.js';
import type { Block } from '../../results/document.js';
import type { ResultRecord } from '../../results/record.js';
import type { ReproduceRecord } from '../../results/reproduce.js';
import type { StudyAnalysis } from '../../study/study.js';
import type { OpenedStudy } from '../open-study.js';
import type { PlannedAnalysis, SectionId } from './report-plan.js';
import { analysisReport, prepareAnalysis } from '../reproduce/run-analysis.js';
import type { PreparedAnalysis } from '../reproduce/run-analysis.js';
import type { Session } from '../session.js';

/** An analysis that was made, as the document shows it; `record` is null where it could not be made. */
export interface ReportedAnalysis {
  readonly section: SectionId;
  readonly analysis: StudyAnalysis;
  readonly blocks: readonly Block[];
  readonly record: ResultRecord | null;
  /** Why it could not be made. */
  readonly failure: string | null;
}

/** What a document may show of people. */
export interface Shown {
  /** Single participants' values in pictures. */
  readonly participants: boolean;
  /** Counts from 1 to one less are hidden; null hides none. */
  readonly suppressBelow: number | null;
}

/** Kinds whose pictures hide what their tables hide, or tell no counts. */
const MASKED = new Set(['describe', 'correlation']);

/** Makes every planned analysis; one that cannot be made is told in its place and does not keep the others. */
export async function reportResults(
  plan: readonly PlannedAnalysis[], opened: OpenedStudy, session: Session, shows: Shown,
): Promise<ReportedAnalysis[]> {
  const results: ReportedAnalysis[] = [];
  for (const planned of plan) {
    results.push(await reported(planned, opened, session, shows));
    await session.pause({ done: results.length, total: plan.length });
  }
  return results;
}

async function reported(
  { section, analysis, drawn }: PlannedAnalysis, opened: OpenedStudy, session: Session, shows: Shown,
): Promise<ReportedAnalysis> {
  try {
    const report = await analysisReport(await prepared(analysis, opened), opened, session);
    const { suppressBelow } = shows;
    const tables = blocksOf(report, suppressBelow);
    // A picture of few people cannot be masked row by row.
    const picture = drawn && (suppressBelow === null || MASKED.has(report.record.kind)) ? await pictureOf(report, shows) : null;
    const blocks = picture === null ? tables : [...tables, { is: 'figure', svg: picture, caption: '' } satisfies Block];
    return { section, analysis, blocks, record: report.record, failure: null };
  } catch (error) {
    if (!(error instanceof StudyError)) throw error;
    const failure = `${error.message}${error.hint === null ? '' : ` ${error.hint}`}`;
    return { section, analysis, blocks: [{ is: 'notice', text: failure }], record: null, failure };
  }
}

function blocksOf({ record, tables }: Report, suppressBelow: number | null): Block[] {
  if (record.kind === 'reproduce') return claimBlocks(record as ReproduceRecord);
  const told = suppressBelow === null ? tables : suppressedTables(record, tables, suppressBelow);
  return told.flatMap(columnPanels).map((table) => ({ is: 'table', table }));
}

/** Claims are held against analyses, and so are no analysis themselves. */
async function prepared(analysis: StudyAnalysis, { study }: OpenedStudy): Promise<PreparedAnalysis> {
  if (analysis.command !== 'reproduce') return prepareAnalysis(analysis, study);
  return { name: analysis.name, command: 'reproduce', given: { all: true }, path: study.path, verb: await import('../reproduce/reproduce.js'), where: analysis.where };
}

async function pictureOf(report: Report, shows: Shown): Promise<string | null> {
  if (report.figure === undefined) return null;
  try {
    return await report.figure(shows);
  } catch (error) {
    if (error instanceof StudyError && error.code === 'E_FIGURE_NONE') return null;
    throw error;
  }
}
