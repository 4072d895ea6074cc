import type { Command } from 'commander';
import { StudyError } from '../../errors.js';
import { readDocument } from '../../importers/documents/document.js';
import { checkFindings } from '../../present/check/check-findings.js';
import { checkTables, findings } from '../../present/check/check-table.js';
import { estimatesTable } from '../../present/estimates-table.js';
import { warningLines } from '../../present/warning-notes.js';
import { checkRecord } from './check-record.js';
import type { CheckOptions } from './check-record.js';
import { commaList, oneOf, shareBetween0And1, wholeNumber } from '../option-values.js';
import type { Session } from '../session.js';
import { addOutputOptions, outputTarget, standardInput } from '../shared-options.js';

/** Exit code where a figure cannot be as it is printed. */
const FINDINGS = 1;

export function declare(command: Command): void {
  command
    .argument('<paper>', 'manuscript: .docx, .html, .md, .xml (JATS) or plain text, or - for standard input')
    .option('--n <count>', 'the study’s n, to hold every figure without its own to', wholeNumber('--n', 2, 1e9))
    .option('--alpha <level>', 'level of significance (default: 0.05)', shareBetween0And1('--alpha', '0.05'))
    .option('--one-tailed', 'every test is one-tailed')
    .option('--assume <kinds>', 'whole: averaged values are whole numbers; binary: means from 0 to 1 are of zeros and ones', kinds)
    .option('--items <count>', 'whole numbers that each participant’s value is the mean of (default: 1)', wholeNumber('--items', 1, 1000))
    .option('--rounding <rule>', 'how percentages and means were rounded: either (a half both ways, default), half-up, half-even, truncate', oneOf('--rounding', ['either', 'half-up', 'half-even', 'truncate']))
    .option('--encoding <name>', 'character encoding, such as utf-8 or windows-1252');
  addOutputOptions(command, { findings: true }).addHelpText('after', `
Exit code 1 where a figure cannot be as it is printed.

Examples:
  echo "35 of 54 (65%); ρ = -0.29, p = 0.04" | portal-study check -
  echo "65% female; ρ = -0.29, p = 0.04" | portal-study check - --n 54
  echo "t(28) = 2.20, p = .04" | portal-study check - --format json
  echo "M = 3.50, SD = 0.71, n = 2" | portal-study check - --assume whole
  echo "t(28) = 2.20, p = .04" | portal-study check - --output checked.xml --output github:annotations.txt`);
}

export async function run([path]: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const target = outputTarget(given, [path]);
  const encoding = given['encoding'] as string | undefined;
  const document = await readDocument(path, { ...(encoding === undefined ? {} : { encoding }), ...standardInput(path, session) });
  const record = checkRecord(document, requestOf(given), { tool: session.tool, options: encoding === undefined ? {} : { encoding } });
  for (const line of warningLines(record.warnings)) session.note(line);
  if (record.estimates.length === 0) session.note('No test, percentage or mean was found; nothing was checked.');
  await session.deliver({ record, tables: checkTables(record), data: () => estimatesTable(record), findings: () => checkFindings(record) }, target);
  return findings(record.estimates).length > 0 ? FINDINGS : 0;
}

const REQUEST = ['n', 'alpha', 'oneTailed', 'assume', 'items', 'rounding'] as const satisfies readonly (keyof CheckOptions)[];

function requestOf(given: CheckOptions): CheckOptions {
  return Object.fromEntries(REQUEST.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
}

function kinds(text: string, before: readonly string[] | undefined): string[] {
  const known = oneOf('--assume', ['whole', 'binary']);
  const asked = commaList(text, before).map(known);
  if (asked.length === 0) throw new StudyError('E_OPTION_VALUE', '--assume takes whole, binary or both.', { hint: 'For example: --assume whole.' });
  return [...new Set(asked)];
}
