import type { Command } from 'commander';
import { StudyError } from '../errors.js';
import { matrixTables } from '../present/agreement-table.js';
import { gateLines, isBelowAgreementTable } from '../present/agreement-words.js';
import { estimatesTable } from '../present/estimates-table.js';
import { warningLines } from '../present/warning-notes.js';
import type { AgreementRecord } from '../results/agreement.js';
import type { Table } from '../results/table.js';
import { reliabilityMatrix } from './agree-matrix.js';
import { matrixAgreementRecord } from './agree-matrix-record.js';
import { share } from './agree-request.js';
import type { AgreeOptions } from './agree-request.js';
import { openSurvey } from './open-survey.js';
import { commaList, oneOf, shareBetween0And1, wholeNumber } from './option-values.js';
import { finiteNumber } from './scale-request.js';
import type { Session } from './session.js';
import { addOutputOptions, addReadingOptions, outputTarget } from './shared-options.js';

type AgreeArguments = AgreeOptions & { readonly layout?: 'matrix' | 'text'; readonly digits?: number };

export function declare(command: Command): void {
  command
    .argument('<ratings>', 'a table with a row a unit and a column a coder (--layout matrix)')
    .option('--layout <kind>', 'matrix: a row a unit, a column a coder, blank = not coded', oneOf('--layout', ['matrix', 'text']))
    .option('--coefficient <names>', 'percent, percent-unanimous, cohen, fleiss, conger, light, krippendorff, ac1, ac2, brennan-prediger; with weights: cohen-linear, cohen-quadratic, ac2-ordinal', commaList)
    .option('--level <level>', 'level of the ratings: nominal (default), ordinal, interval or ratio', oneOf('--level', ['nominal', 'ordinal', 'interval', 'ratio']))
    .option('--min <share>', 'gate: exit 1 where the first coefficient (default: krippendorff) lies below', share('--min', '.80'))
    .option('--coders <names>', 'the coders: columns of a matrix (names, globs, ranges)', commaList)
    .option('--categories <list>', 'the categories of a matrix, lowest first: 1..5 or low,middle,high', commaList)
    .option('--tolerance <number>', 'percent-unanimous: ratings so far apart still agree', finiteNumber('--tolerance', '1'))
    .option('--where <condition>', 'rows of a matrix to take')
    .option('--ci <kind>', 'interval: formula (default; α resampled), bootstrap or none', oneOf('--ci', ['formula', 'bootstrap', 'none']))
    .option('--confidence <share>', 'confidence level of the interval (default: 0.95)', shareBetween0And1('--confidence', '0.95'))
    .option('--resamples <count>', 'resamples of a bootstrap (default: 2000)', wholeNumber('--resamples', 100, 1_000_000))
    .option('--seed <number>', 'seed of the resampling (default: 20130501)', wholeNumber('--seed', 0, Number.MAX_SAFE_INTEGER))
    .option('--digits <count>', 'decimals (default: 3)', wholeNumber('--digits', 0, 15));
  addOutputOptions(addReadingOptions(command)).addHelpText('after', `
Examples:
  printf 'unit,anna,ben\\n1,yes,yes\\n2,no,yes\\n3,no,no\\n4,yes,yes\\n' > m.csv && portal-study agree m.csv --layout matrix
  printf 'a,b,c\\n1,1,\\n2,3,2\\n3,3,3\\n4,4,4\\n' > m.csv && portal-study agree m.csv --layout matrix --level ordinal --categories 1..5
  printf 'a,b\\n1,1\\n2,2\\n3,3\\n1,1\\n' > m.csv && portal-study agree m.csv --layout matrix --coefficient cohen-quadratic,ac1 --min .80`);
}

export async function run([path]: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const { digits = 3 } = given as AgreeArguments;
  const target = outputTarget(given, [path]);
  const { record, tables } = await matrixAgreement(path, given, session, digits);
  for (const line of warningLines(record.warnings.filter((warning) => !isBelowAgreementTable(warning)))) session.note(line);
  for (const line of gateLines(record)) session.note(line);
  await session.deliver({ record, tables, data: () => estimatesTable(record) }, target);
  return record.gate === undefined || record.gate.passed ? 0 : 1;
}

async function matrixAgreement(
  path: string, given: Record<string, unknown>, session: Session, digits: number,
): Promise<{ record: AgreementRecord; tables: Table[] }> {
  if ((given as AgreeArguments).layout !== 'matrix') {
    throw new StudyError('E_OPTION_VALUE', 'A table of ratings is read with --layout matrix.', { where: path, hint: `Type portal-study agree ${path} --layout matrix.` });
  }
  const options = requestOf(given);
  // Two units may have the same name: they are still two.
  const opened = await openSurvey(path, given, session, { duplicates: 'report' });
  const matrix = reliabilityMatrix(opened.dataset, options);
  for (const choice of matrix.choices) session.note(choice);
  const record = matrixAgreementRecord(opened.dataset, options, { tool: session.tool, options: opened.options }, matrix);
  return { record, tables: matrixTables(record, { digits }) };
}

const REQUEST = [
  'coefficient', 'level', 'ci', 'confidence', 'resamples', 'seed', 'min', 'coders', 'categories', 'tolerance', 'where', 'unit', 'overlap',
  'excludeUncoded', 'countUncodedDocuments', 'codes', 'documents', 'perDocument', 'disagreements',
] as const satisfies readonly (keyof AgreeOptions)[];

/** The options that decide the numbers, without those that print them. */
function requestOf(given: AgreeOptions): AgreeOptions {
  return Object.fromEntries(REQUEST.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
}
