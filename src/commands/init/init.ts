import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { findIdentifiers, identifierWarnings } from '../../dataset/identifiers/find-identifiers.js';
import type { Identifier } from '../../dataset/identifiers/find-identifiers.js';
import { IDENTIFIER_WORDS } from '../../dataset/identifiers/identifier-kinds.js';
import { StudyError } from '../../errors.js';
import { warningLines } from '../../present/warning-notes.js';
import type { StudyDraft } from '../../study/study-draft.js';
import { writeStudy } from '../../study/write-study.js';
import { WORDS, draftSources, lookInto, readInitSurvey, titleOf } from './init-sources.js';
import type { InitSurvey } from './init-sources.js';
import { draftVariables } from './init-variables.js';
import { STUDY_FILE } from '../open-study.js';
import type { Session } from '../session.js';
import { addReadingOptions, readingOptions } from '../shared-options.js';

interface InitArguments {
  readonly output?: string;
  readonly force?: boolean;
  readonly title?: string;
}

export function declare(command: Command): void {
  command
    .argument('<files...>', 'the survey, and what belongs to it: a data dictionary, event logs, coded text, further tables')
    .option('-o, --output <file>', `study file to write; - for standard output (default: ${STUDY_FILE})`)
    .option('--force', 'overwrite it where it is there')
    .option('--title <text>', 'title of the study');
  addReadingOptions(command)
    .option('-q, --quiet', 'no notes on standard error')
    .option('--no-color', 'no colour')
    .addHelpText('after', `
The study file says what the files say: sources with their hashes, labels, levels and units; roles are guessed and marked.
It can be used at once, and is meant to be looked at.

Examples:
  portal-study init survey.csv --title "Secure messaging" --output mine.yml
  portal-study init survey.csv --output plan.yml && portal-study correlate --study plan.yml
  portal-study init survey.csv codings.csv codebook.csv transcripts --output -`);
}

export async function run(paths: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const { output = STUDY_FILE, force = false, title } = given as InitArguments;
  refuseOverwriting(output, force);
  const typed = readingOptions(given);
  const files = await lookInto(paths);
  const survey = await readInitSurvey(files, typed);
  const folder = resolve(output === '-' ? '.' : dirname(output));
  const sources = await draftSources(files, survey, typed, folder);
  for (const { path, role } of files) session.note(`${path}: ${path === survey.file.path ? 'the survey' : WORDS[role]}.`);
  for (const { name, unused } of sources) if (unused !== null) session.note(`Source "${name}" is only proposed. ${unused}`);
  const identifiers = findIdentifiers(survey.dataset);
  for (const line of warningLines(identifierWarnings(survey.dataset, identifiers))) session.note(line);
  const content = writeStudy(draftOf(survey, identifiers, sources, title ?? titleOf(folder), typed.na ?? []));
  await session.write([{ path: output, content }], paths);
  if (output === '-') return 0;
  session.note(`Wrote ${output}. Look at what is marked "guess"; then: portal-study correlate${output === STUDY_FILE ? '' : ` --study ${output}`}`);
  return 0;
}

function draftOf(
  { dataset, participant }: InitSurvey, found: readonly Identifier[], sources: StudyDraft['sources'], title: string, missingCodes: readonly string[],
): StudyDraft {
  const identifiers = found.filter(({ column, kind }) => column !== participant && kind !== 'age');
  const skipped = new Set([...identifiers.map(({ column }) => column), ...dataset.columns.filter(({ kind }) => kind === 'id')]);
  const variables = draftVariables(dataset, skipped);
  const hasRole = (wanted: string): boolean => variables.some(({ entries }) => entries.some(({ key, value }) => key === 'role' && value === wanted));
  return {
    title, missingCodes, sources, variables,
    participantId: participant?.name ?? null,
    leftOut: identifiers.map(({ column, kind }) => ({ name: column.name, why: kind === 'marked' ? 'marked by its software' : IDENTIFIER_WORDS[kind] })),
    analyses: [
      { name: 'table1', options: [['command', 'describe'], ...(hasRole('covariate') ? [['vars', 'covariate:*'] as const] : [])] },
      ...(hasRole('outcome') && hasRole('feature') ? [{ name: 'table2', options: [['command', 'correlate'], ['vars', 'feature:*']] as const }] : []),
    ],
  };
}

function refuseOverwriting(output: string, force: boolean): void {
  if (output === '-' || force || !existsSync(output)) return;
  throw new StudyError('E_OUTPUT_EXISTS', 'This file is there already, and may hold work.', { where: output, hint: 'Type --force to overwrite it, or --output and another name.' });
}
