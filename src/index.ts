/**
 * The library: what the command line does, without a terminal.
 *
 * @example
 * import { correlate, readSurvey } from 'portal-study';
 * const survey = await readSurvey('survey.csv', { na: ['-99'] });
 * const { estimates } = await correlate(survey, { outcome: 'hba1c', vars: ['sm_*'] });
 */
import { matrixAgreementRecord } from './commands/agree/agree-matrix-record.js';
import { reliabilityMatrix } from './commands/agree/agree-matrix.js';
import type { AgreeOptions } from './commands/agree/agree-request.js';
import { textAgreementRecord } from './commands/agree/agree-text-record.js';
import { checkRecord } from './commands/check/check-record.js';
import type { CheckOptions } from './commands/check/check-record.js';
import { compareRecord } from './commands/compare/compare-record.js';
import type { CompareOptions } from './commands/compare/compare-request.js';
import { correlationRecord } from './commands/correlate/correlation-record.js';
import type { CorrelateOptions } from './commands/correlate/correlation-request.js';
import { jointData } from './commands/joint/joint-data.js';
import type { DeclaredLinks } from './commands/joint/joint-links.js';
import { jointRecord } from './commands/joint/joint-record.js';
import type { JointOptions } from './commands/joint/joint-request.js';
import { quantitizedRecord } from './commands/quantitize/quantitized-record.js';
import { describeRecord } from './commands/describe/describe-record.js';
import type { DescribeOptions } from './commands/describe/describe-request.js';
import type { ReproduceOptions } from './commands/reproduce/reproduce-study.js';
import { saturationRecord } from './commands/saturation/saturation-record.js';
import type { SaturationOptions } from './commands/saturation/saturation-request.js';
import { scaleRecord } from './commands/scale/scale-record.js';
import type { ScaleOptions } from './commands/scale/scale-request.js';
import { themesRecord } from './commands/themes/themes-record.js';
import type { ThemesOptions } from './commands/themes/themes-request.js';
import type { CodedText } from './dataset/coded-text.js';
import { enrolmentOf } from './commands/usage/enrolment.js';
import { usageRecord } from './commands/usage/usage-record.js';
import type { UsageOptions } from './commands/usage/usage-request.js';
import type { Dataset } from './dataset/dataset.js';
import type { EventLog } from './dataset/event-log.js';
import { participantColumn } from './importers/columns/participant-column.js';
import type { UsageRecord } from './results/usage.js';
import type { CodedTextOptions } from './importers/coded-text.js';
import type { TextDocument } from './importers/documents/document.js';
import type { AgreementRecord } from './results/agreement.js';
import type { CheckRecord } from './results/check.js';
import type { CompareRecord } from './results/compare.js';
import type { CorrelationRecord } from './results/correlation.js';
import type { DescribeRecord } from './results/describe.js';
import type { JointRecord } from './results/joint.js';
import type { QuantitizedRecord } from './results/quantitized.js';
import type { ReliabilityRecord } from './results/reliability.js';
import type { ReproduceRecord } from './results/reproduce.js';
import type { SaturationRecord } from './results/saturation.js';
import type { ThemesRecord } from './results/themes.js';
import type { Study } from './study/study.js';
import { LIBRARIES, TOOL } from './tool.js';

export { readSurvey } from './importers/survey.js';
export { readLog } from './importers/events/read-log.js';
export { findIdentifiers } from './dataset/identifiers/find-identifiers.js';
export { StudyError } from './errors.js';
export type { ReadOptions } from './importers/survey.js';
export type { AgreeOptions } from './commands/agree/agree-request.js';
export { readDocument } from './importers/documents/document.js';
export type { CheckOptions } from './commands/check/check-record.js';
export type { CheckEstimate, CheckRecord } from './results/check.js';
export type { DocumentOptions, TextDocument } from './importers/documents/document.js';
export type { CompareOptions } from './commands/compare/compare-request.js';
export type { CorrelateOptions } from './commands/correlate/correlation-request.js';
export type { DescribeOptions } from './commands/describe/describe-request.js';
export { readLinks } from './commands/joint/joint-links.js';
export type { DeclaredLink, DeclaredLinks } from './commands/joint/joint-links.js';
export type { JointOptions } from './commands/joint/joint-request.js';
export type { ReproduceOptions } from './commands/reproduce/reproduce-study.js';
export type { SaturationOptions } from './commands/saturation/saturation-request.js';
export type { ScaleOptions } from './commands/scale/scale-request.js';
export type { ThemesOptions } from './commands/themes/themes-request.js';
export type { UsageOptions } from './commands/usage/usage-request.js';
export type { EventLog } from './dataset/event-log.js';
export type { LogOptions } from './importers/events/read-log.js';
export type { FeatureUsage, UsageEstimate, UsageRecord } from './results/usage.js';
export type { Case, Code, CodedText, Coding, Note, TextSource, Turn } from './dataset/coded-text.js';
export type { CodedTextOptions } from './importers/coded-text.js';
export type { AgreementEstimate, AgreementRecord, Disagreement } from './results/agreement.js';
export type { Convergence, JointCase, JointEstimate, JointRecord, JointType, SideBySide, StatisticsByTheme, ThreadStep } from './results/joint.js';
export type { QuantitizedRecord } from './results/quantitized.js';
export type { ClaimEstimate, ReproduceRecord } from './results/reproduce.js';
export type { SaturationRecord } from './results/saturation.js';
export type { ThemesRecord } from './results/themes.js';
export type { Column, ColumnKind, Level, NumericColumn, TextColumn } from './dataset/column.js';
export type { Dataset, Decision, Reading } from './dataset/dataset.js';
export type { MultiSelect, MultiSelectOption } from './dataset/multi-select.js';
export type { CorrelationEstimate, CorrelationMethod, CorrelationRecord, VariableSummary } from './results/correlation.js';
export type { CompareRecord } from './results/compare.js';
export type { DescribeRecord } from './results/describe.js';
export type { ReliabilityRecord } from './results/reliability.js';
export type { InputFile, Provenance, ResultRecord, SampleSize } from './results/record.js';
export type { Warning } from './results/warning.js';
export type { ColumnRole } from './dataset/column.js';
export type { ColumnDeclaration, Declarations } from './dataset/declaration.js';
export type { Identifier } from './dataset/identifiers/find-identifiers.js';
export type {
  ExpectedFigure, KnownMismatch, Paper, SourceKind, Study, StudyAnalysis, StudyClaim, StudyOption, StudySource, StudyVariable, Written,
} from './study/study.js';

/**
 * A study file, and its survey read as the study says: labels, levels, roles and missing codes, with the study's
 * tables linked to it.
 *
 * @throws StudyError pointing into the study file or the survey where they do not agree.
 * @example
 * const { survey } = await readStudy('study.yml');
 * await correlate(survey); // the study's outcome and features
 */
export async function readStudy(path: string): Promise<{ readonly study: Study; readonly survey: Dataset }> {
  const { openStudy, sourceFile } = await import('./commands/open-study.js');
  const { mainSurvey } = await import('./commands/find-study.js');
  const { readSurveyByStudy } = await import('./commands/survey-by-study.js');
  const opened = await openStudy(path);
  const source = mainSurvey(opened.study);
  const { dataset } = await readSurveyByStudy({ path: sourceFile(opened.study, source), source, opened }, {}, {});
  return { study: opened.study, survey: dataset };
}

/**
 * Correlations of a data set's columns with an outcome, or of all pairs under `matrix`: the same record that
 * `portal-study correlate --format json` prints.
 *
 * @throws StudyError where columns, rows or methods do not fit.
 */
export function correlate(dataset: Dataset, options: CorrelateOptions = {}): Promise<CorrelationRecord> {
  return correlationRecord(dataset, options, { tool: TOOL });
}

/** Table 1: the record of `portal-study describe`. */
export function describe(dataset: Dataset, options: DescribeOptions = {}): Promise<DescribeRecord> {
  return describeRecord(dataset, options, { tool: TOOL });
}

/** Group comparisons: the record of `portal-study compare`. */
export function compare(dataset: Dataset, options: CompareOptions): Promise<CompareRecord> {
  return compareRecord(dataset, options, { tool: TOOL });
}

/** Scores and reliability of one scale or several: the record of `portal-study scale`. */
export function scale(dataset: Dataset, options: ScaleOptions): ReliabilityRecord {
  return scaleRecord(dataset, options, { tool: TOOL });
}

/**
 * One row a participant of a log: the record of `portal-study usage`. With a survey everybody in it gets a row and
 * nobody else does; with its column of dates too, `days` are counted around each one's own.
 */
export function usage(log: EventLog, options: UsageOptions = {}, enrolled?: { readonly survey: Dataset; readonly date?: string }): UsageRecord {
  const enrolment = enrolled === undefined ? null : enrolmentOf(enrolled.survey, participantColumn(enrolled.survey), enrolled.date);
  return usageRecord(log, options, { tool: TOOL }, enrolment);
}

/** Coded text, whatever software it was coded in; what reads it is loaded when it is asked for. */
export async function readCodedText(paths: readonly string[], options: CodedTextOptions = {}): Promise<CodedText> {
  const importer = await import('./importers/coded-text.js');
  return importer.readCodedText(paths, options);
}

/** Coded text as a REFI-QDA project that other coding software opens: the bytes of a .qdpx. */
export async function projectFile(coded: CodedText, name: string): Promise<Uint8Array> {
  const { qdpx } = await import('./exporters/qdpx.js');
  return qdpx(coded, name, TOOL);
}

/** Codes by participant, group and attribute: the record of `portal-study themes`. */
export function themes(coded: CodedText, options: ThemesOptions = {}): ThemesRecord {
  return themesRecord(coded, options, { tool: TOOL });
}

/** How far coders of text agree: the record of `portal-study agree`. */
export function agree(coded: CodedText, options: AgreeOptions = {}): Promise<AgreementRecord> {
  return textAgreementRecord(coded, options, { tool: TOOL });
}

/** The agreement of a table with a row a unit and a column a coder: the record of `portal-study agree --layout matrix`. */
export function agreeMatrix(ratings: Dataset, options: AgreeOptions = {}): AgreementRecord {
  return matrixAgreementRecord(ratings, options, { tool: TOOL }, reliabilityMatrix(ratings, options));
}

/** How codes accumulate over interviews or groups: the record of `portal-study saturation`. */
export function saturation(coded: CodedText, options: SaturationOptions = {}): SaturationRecord {
  return saturationRecord(coded, options, { tool: TOOL });
}

/**
 * Themes as numbers, a row a participant: the record of `portal-study quantitize`. Whoever was not in the transcripts
 * has null, never 0.
 *
 * @param measure 0 or 1, segments, words, or the share of all the words that the participant speaks
 * @throws StudyError E_CODINGS_NONE, E_PARTICIPANTS_UNKNOWN.
 */
export function quantitize(coded: CodedText, measure: QuantitizedRecord['method']['measure'] = 'presence'): QuantitizedRecord {
  return quantitizedRecord(coded, measure, { tool: TOOL });
}

/**
 * A survey and coded text of the same participants, side by side: the record of `portal-study joint`.
 *
 * @param declared links declared in advance, as `readLinks` reads them; without them every theme with the outcome
 * @throws StudyError where links, themes or columns do not fit, or no participant is in both.
 * @example
 * const survey = await readSurvey('survey.csv');
 * const coded = await readCodedText(['codings.csv'], { transcripts: ['transcripts'], speakers: 'speakers.csv' });
 * await joint(survey, coded, { outcome: 'hba1c' }, await readLinks('links.csv'));
 */
export function joint(survey: Dataset, coded: CodedText, options: JointOptions = {}, declared: DeclaredLinks | null = null): Promise<JointRecord> {
  return jointRecord(jointData(survey, coded, options.id), declared?.links ?? null, options, { tool: TOOL, inputs: declared === null ? [] : [declared.input] });
}

/**
 * The figures of a paper, checked without its data: the record of `portal-study check`.
 *
 * @example check(await readDocument('manuscript.docx'), { n: 54 }).estimates.filter(({ verdict }) => verdict === 'inconsistent')
 */
export function check(document: TextDocument, options: CheckOptions = {}): CheckRecord {
  return checkRecord(document, options, { tool: TOOL });
}

/**
 * Every claim of a study held against what its analyses compute: the record of `portal-study reproduce`.
 *
 * @param path of the study file
 * @param options `today` (YYYY-MM-DD) decides which known mismatches are still forgiven.
 * @throws StudyError where the study cannot be read or run, or an address names nothing.
 * @example
 * const { summary } = await reproduce('study.yml', { today: '2026-06-01' });
 * summary.failed; // 0
 */
export async function reproduce(path: string, { today, ...options }: ReproduceOptions & { readonly today: string }): Promise<ReproduceRecord> {
  const { openStudy } = await import('./commands/open-study.js');
  const { reproduceStudy } = await import('./commands/reproduce/reproduce-study.js');
  const { silentSession } = await import('./commands/silent-session.js');
  return (await reproduceStudy(await openStudy(path), options, silentSession(TOOL, LIBRARIES, today))).record;
}
