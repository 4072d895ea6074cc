import { basename, dirname, resolve, sep } from 'node:path';
import type { Dataset } from '../../dataset/dataset.js';
import { analysisHeading } from '../../present/analysis-heading.js';
import { withTexts } from '../../present/document-texts.js';
import { reportDocument } from '../../present/report/report-document.js';
import type { Block, StudyDocument } from '../../results/document.js';
import type { InputFile, ResultRecord } from '../../results/record.js';
import type { StudyAnalysis } from '../../study/study.js';
import type { OpenedStudy } from '../open-study.js';
import { authorsAnswers } from './report-answers.js';
import type { SectionId } from './report-plan.js';
import type { ReportedAnalysis } from './report-results.js';
import type { Session } from '../session.js';

/** Everything that was made, as one document: no folder of this machine in it. */
export function documentOf(opened: OpenedStudy, results: readonly ReportedAnalysis[], survey: Dataset | null, authors: Dataset | null, session: Session): StudyDocument {
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
    answers: authorsAnswers(authors),
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
export function inputsOf({ input }: OpenedStudy, results: readonly ReportedAnalysis[], authors: Dataset | null): InputFile[] {
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
