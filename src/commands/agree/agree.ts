import type { Command } from 'commander';
import { StudyError } from '../../errors.js';
import { matrixTables } from '../../present/qualitative/agreement-table.js';
import { gateLines, isBelowAgreementTable } from '../../present/qualitative/agreement-words.js';
import { estimatesTable } from '../../present/estimates-table.js';
import { disagreementData, textAgreementTables } from '../../present/qualitative/text-agreement-table.js';
import { warningLines } from '../../present/warning-notes.js';
import type { AgreementRecord } from '../../results/agreement.js';
import type { Table } from '../../results/table.js';
import { reliabilityMatrix } from './agree-matrix.js';
import { matrixAgreementRecord } from './agree-matrix-record.js';
import { share } from './agree-request.js';
import type { AgreeOptions } from './agree-request.js';
import { textAgreementRecord } from './agree-text-record.js';
import { openStudiedText } from '../coded-text-by-study.js';
import { addCodedTextOptions } from '../coded-text-options.js';
import { openSurvey } from '../open-survey.js';
import { commaList, oneOf, shareBetween0And1, wholeNumber } from '../option-values.js';
import { finiteNumber } from '../scale/scale-request.js';
import type { Session } from '../session.js';
import { addOutputOptions, addStudyOptions, outputTarget } from '../shared-options.js';

type AgreeArguments = AgreeOptions & { readonly layout?: 'matrix' | 'text'; readonly digits?: number };

export function declare(command: Command): void {
  command
    .argument('[coded...]', 'coded text: .qdpx, data.qda, Taguette, sheets of coded segments (a file a coder, or one for all); the study’s own where none is named')
    .option('--layout <kind>', 'matrix: a table with a row a unit and a column a coder, blank = not coded', oneOf('--layout', ['matrix', 'text']))
    .option('--unit <unit>', 'unit of text: character (default), sentence, turn, segment or document', oneOf('--unit', ['character', 'sentence', 'turn', 'segment', 'document']))
    .option('--overlap <share>', 'share of a unit to be marked (default: any), or of the longer segment to be shared (default: .9)', share('--overlap', '.50'))
    .option('--exclude-uncoded', 'leave out units that no coder gave any code')
    .option('--count-uncoded-documents', 'a coder without marks in a document found nothing there (default: did not code it)')
    .option('--coders <names>', 'coders to compare; of a matrix their columns (names, globs, ranges)', commaList)
    .option('--codes <names>', 'codes to compare (default: all that are used)', commaList)
    .option('--roll-up <depth>', 'count each code as its category at this depth, 1 being the top', wholeNumber('--roll-up', 1, 100))
    .option('--documents <names>', 'documents to compare', commaList)
    .option('--coefficient <names>', 'percent, percent-unanimous, cohen, fleiss, conger, light, krippendorff, u-alpha, ac1, ac2, brennan-prediger; with weights: cohen-linear, cohen-quadratic, ac2-ordinal', commaList)
    .option('--per-document', 'each code in each document')
    .option('--disagreements', 'list every stretch on which coders differ')
    .option('--min <share>', 'gate: exit 1 where a code lies below by the first coefficient (default: krippendorff)', share('--min', '.80'))
    .option('--level <level>', 'of a matrix: nominal (default), ordinal, interval or ratio', oneOf('--level', ['nominal', 'ordinal', 'interval', 'ratio']))
    .option('--categories <list>', 'of a matrix, lowest first: 1..5 or low,middle,high', commaList)
    .option('--tolerance <number>', 'of a matrix: ratings so far apart still agree in percent-unanimous', finiteNumber('--tolerance', '1'))
    .option('--where <condition>', 'of a matrix: rows to take')
    .option('--na <codes>', 'of a matrix: values that mean not coded, such as -99', commaList)
    .option('--ci <kind>', 'of a matrix formula (default; α resampled) or bootstrap; of text bootstrap, over documents; or none', oneOf('--ci', ['formula', 'bootstrap', 'none']))
    .option('--confidence <share>', 'confidence level of the interval (default: 0.95)', shareBetween0And1('--confidence', '0.95'))
    .option('--resamples <count>', 'resamples of a bootstrap (default: 2000, of text 1000)', wholeNumber('--resamples', 100, 1_000_000))
    .option('--seed <number>', 'seed of the resampling (default: 20130501)', wholeNumber('--seed', 0, Number.MAX_SAFE_INTEGER))
    .option('--digits <count>', 'decimals (default: 3)', wholeNumber('--digits', 0, 15));
  addOutputOptions(addStudyOptions(addCodedTextOptions(command))).addHelpText('after', `
Examples:
  portal-study agree codings.csv --codes Barriers --disagreements
  portal-study agree codings.csv --unit turn --coefficient krippendorff,cohen --min .55
  portal-study agree codings.csv --unit sentence --overlap 50% --ci bootstrap --resamples 200 --format markdown
  printf 'unit,anna,ben\\n1,yes,yes\\n2,no,yes\\n3,no,no\\n4,yes,yes\\n' > m.csv && portal-study agree m.csv --layout matrix
  printf 'a,b,c\\n1,1,\\n2,3,2\\n3,3,3\\n4,4,4\\n' > m.csv && portal-study agree m.csv --layout matrix --level ordinal --categories 1..5
  printf 'a,b\\n1,1\\n2,2\\n3,3\\n1,1\\n' > m.csv && portal-study agree m.csv --layout matrix --coefficient cohen-quadratic,ac1 --min .80`);
}

export async function run(paths: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const { layout, digits = 3 } = given as AgreeArguments;
  const { record, tables } = layout === 'matrix'
    ? await matrixAgreement(paths, given, session, digits)
    : await textAgreement(paths, given, session, digits);
  for (const line of warningLines(record.warnings.filter((warning) => !isBelowAgreementTable(warning)))) session.note(line);
  for (const line of gateLines(record)) session.note(line);
  const data = (): Table => (record.disagreements === undefined ? estimatesTable(record) : disagreementData(record));
  const inputs = record.provenance.inputs.map(({ path }) => path);
  const figure = async (): Promise<string> => (await import('../../plots/agreement-figure.js')).agreementFigure(record, digits);
  await session.deliver({ record, tables, data, figure }, outputTarget(given, [...paths, ...inputs]));
  return record.gate === undefined || record.gate.passed ? 0 : 1;
}

interface Answer {
  readonly record: AgreementRecord;
  readonly tables: readonly Table[];
}

async function matrixAgreement(paths: readonly string[], given: Record<string, unknown>, session: Session, digits: number): Promise<Answer> {
  if (paths.length !== 1) {
    throw new StudyError('E_OPTIONS_CLASH', `--layout matrix takes one file, not ${paths.length}.`, {
      hint: paths.length === 0 ? 'Type the table of ratings.' : 'Put the coders into columns of one table.',
    });
  }
  const options = requestOf(given);
  // Two units may have the same name: they are still two.
  const opened = await openSurvey(paths[0], given, session, { duplicates: 'report' });
  const matrix = reliabilityMatrix(opened.dataset, options);
  for (const choice of matrix.choices) session.note(choice);
  const record = matrixAgreementRecord(opened.dataset, options, { tool: session.tool, options: opened.options }, matrix);
  return { record, tables: matrixTables(record, { digits }) };
}

async function textAgreement(paths: readonly string[], given: Record<string, unknown>, session: Session, digits: number): Promise<Answer> {
  const { coded, options } = await openStudiedText(paths, given, session);
  const record = await textAgreementRecord(coded, requestOf(given), { tool: session.tool, options, pause: (progress) => session.pause(progress) });
  return { record, tables: textAgreementTables(record, { digits }) };
}

const REQUEST = [
  'coefficient', 'level', 'ci', 'confidence', 'resamples', 'seed', 'min', 'coders', 'categories', 'tolerance', 'where', 'unit', 'overlap',
  'excludeUncoded', 'countUncodedDocuments', 'codes', 'rollUp', 'documents', 'perDocument', 'disagreements',
] as const satisfies readonly (keyof AgreeOptions)[];

/** The options that decide the numbers, without those that print them. */
function requestOf(given: AgreeOptions): AgreeOptions {
  return Object.fromEntries(REQUEST.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
}
