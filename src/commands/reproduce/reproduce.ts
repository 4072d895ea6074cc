import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { FORMULA_FUNCTIONS } from '../../claims/formula-functions.js';
import { lockText } from '../../claims/lock-file.js';
import { estimatesTable } from '../../present/estimates-table.js';
import { failsLock } from '../../present/reproduce/lock-words.js';
import { reproduceFindings } from '../../present/reproduce/reproduce-findings.js';
import { reproduceTables } from '../../present/reproduce/reproduce-table.js';
import { STUDY_FILE, openStudy } from '../open-study.js';
import { reproduceStudy } from './reproduce-study.js';
import type { ReproduceOptions } from './reproduce-study.js';
import type { Session } from '../session.js';
import { addOutputOptions, outputTarget } from '../shared-options.js';
import { lockPath } from './study-lock.js';

type ReproduceArguments = ReproduceOptions & { readonly all?: boolean };

export function declare(command: Command): void {
  const names = [...FORMULA_FUNCTIONS.keys()];
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

What a claim may say in the study file:
  expect: { "table4[request_appointment].p": "p=0.04" }
      an analysis, an entry by its names, a field; the figure as printed
  expect: { "table1[sex=female]": "35 (65%)" }
      a whole entry: n (%), mean (SD), median [quartiles], estimate (interval)
  expect: { "100 * a[x].n / (a[x].n + b[x].n)": "37.5" }
      arithmetic, with spaces around + - * / ^; functions:
      ${names.slice(0, 8).join(', ')},
      ${names.slice(8).join(', ')}
  stars: { "*": 0.05, "**": 0.01 }
  table: { cell: "t[{row}, {column}]", columns: [a, b], rows: { c: "0.31* | NS" } }
      a printed table, row by row, with what its stars mean
  quote: "(ρ=-0.29, p=0.04)"
      must occur in the paper, if the study names its file: paper: paper.docx
  rounding: truncate
      or half-up, half-down, half-even, operands; without it a tie goes both ways
  known: { reason: a misprint, until: 2026-12-31, computed: "0.05" }
      forgiven until that day; fails once it matches or something else comes out

Exit code: 0 every figure is reproduced, 1 one is not or moved since the lock,
2 the study cannot be read or run.`);
}

export async function run([asked]: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const { all = false, lock: asksLock = false, coverage = false } = given as ReproduceArguments;
  const opened = await openStudy(studyPath(asked));
  const { record, lock } = await reproduceStudy(opened, { coverage, lock: asksLock }, session);
  const paths = record.provenance.inputs.map(({ path }) => path);
  await session.deliver(
    { record, tables: reproduceTables(record, { all }), data: () => estimatesTable(record), findings: () => reproduceFindings(record) }, outputTarget(given, [...paths, lockPath(opened)]),
  );
  if (lock !== null) {
    await session.write([{ path: lockPath(opened), content: lockText(lock) }], paths);
    session.note(`Wrote ${lockPath(opened)}.`);
  }
  return record.summary.failed > 0 || (record.lock?.differences.some(failsLock) ?? false) ? 1 : 0;
}

/** A folder stands for the study file in it. */
function studyPath(asked: string | undefined): string {
  if (asked === undefined) return STUDY_FILE;
  return statSync(asked, { throwIfNoEntry: false })?.isDirectory() === true ? join(asked, STUDY_FILE) : asked;
}
