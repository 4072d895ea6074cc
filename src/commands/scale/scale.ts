import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Dataset } from '../../dataset/dataset.js';
import { StudyError } from '../../errors.js';
import { readSurvey } from '../../importers/survey.js';
import { estimatesTable } from '../../present/estimates-table.js';
import { scaleTables } from '../../present/scale/scale-table.js';
import { isBelowScaleTable, scaleAdvice } from '../../present/scale/scale-words.js';
import { scoresTable } from '../../present/scale/scores-table.js';
import { warningLines } from '../../present/warning-notes.js';
import { formatForFile } from '../../reporters/index.js';
import { oneOf, repeated, shareBetween0And1, wholeNumber } from '../option-values.js';
import { scaleFigure } from './scale-figure.js';
import { scalesFromItems } from './scale-items.js';
import type { ChosenScales } from './scale-items.js';
import { scalesFromKeys } from './scale-keys.js';
import { scaleRecord } from './scale-record.js';
import { answeredLimit, finiteNumber, refuseScaleClashes } from './scale-request.js';
import type { ScaleOptions } from './scale-request.js';
import { participantScores } from './scale-scores.js';
import { openSurvey } from '../open-survey.js';
import type { OutputTarget, Session } from '../session.js';
import { SURVEY_ARGUMENT, addOutputOptions, addReadingOptions, addStudyOptions, outputTarget, readingOptions } from '../shared-options.js';

/** What commander hands over: the request itself, and where and how it is printed. */
type ScaleArguments = ScaleOptions & { readonly digits?: number; readonly outputScores?: string };

export function declare(command: Command): void {
  command
    .argument('[survey]', SURVEY_ARGUMENT)
    .option('--items <scale>', 'a scale: "agree=A1..A5", "pay=-q1,q4" (minus: reversed); repeatable (default: all ordinal columns)', repeated)
    .option('--reverse <columns>', 'items to reverse: names, globs (q*), ranges (q1..q3); repeatable', repeated)
    .option('--keys <file>', 'file with a column a scale, an item a cell, a minus before reversed ones')
    .option('--min <answer>', 'lowest answer the items allow', finiteNumber('--min', '1'))
    .option('--max <answer>', 'highest answer the items allow', finiteNumber('--max', '6'))
    .option('--score <kind>', 'mean (default) or sum of the items', oneOf('--score', ['mean', 'sum']))
    .option('--minimum-answered <count>', 'answers that a score needs, such as 4 or 80% (default: all)', answeredLimit)
    .option('--output-scores <file>', 'write each participant’s scores to a .csv file')
    .option('--missing <rule>', 'listwise (default) or pairwise deletion for the reliability', oneOf('--missing', ['listwise', 'pairwise']))
    .option('--confidence <share>', 'confidence level of the interval (default: 0.95)', shareBetween0And1('--confidence', '0.95'))
    .option('--where <condition>', 'rows to take, such as "arm == \'focus group\'"')
    .option('--digits <count>', 'decimals (default: 2)', wholeNumber('--digits', 0, 15));
  addOutputOptions(addReadingOptions(addStudyOptions(command))).addHelpText('after', `
Examples:
  portal-study scale survey.csv
  portal-study scale survey.csv --items "use=review_lab_results..insurance_information" --min 1 --max 6
  portal-study scale survey.csv --items "records=review*,view*,message*" --items "money=access_billing,pay_bills" --missing pairwise
  portal-study scale survey.csv --items "use=review_lab_results..clinic_maps" --minimum-answered 80% --output-scores scores.csv
  printf 'money\\naccess_billing\\npay_bills\\n' > keys.csv && portal-study scale survey.csv --keys keys.csv --format json`);
}

export async function run([path]: readonly (string | undefined)[], given: Record<string, unknown>, session: Session): Promise<number> {
  const { digits = 2, outputScores } = given as ScaleArguments;
  const options = requestOf(given);
  refuseScaleClashes(options);
  const opened = await openSurvey(path, given, session);
  const target = outputTarget(given, [...opened.inputs, ...(options.keys === undefined ? [] : [options.keys])]);
  const scoresTarget = outputScores === undefined ? null : scoresOutput(outputScores, target);
  const { dataset } = opened;
  const chosen = await chooseScales(dataset, options);
  for (const choice of chosen.choices) session.note(choice);
  const record = scaleRecord(dataset, options, { tool: session.tool, options: opened.options }, chosen);
  for (const line of warningLines(record.warnings.filter((warning) => !isBelowScaleTable(warning)))) session.note(line);
  for (const advice of scaleAdvice(record)) session.note(advice);
  const tables = scaleTables(record, { digits });
  if (scoresTarget !== null) {
    const data = () => scoresTable(participantScores(dataset, options, chosen.scales, readingOptions(given).id));
    await session.deliver({ record, tables, data }, scoresTarget);
  }
  await session.deliver({
    record, tables, data: () => estimatesTable(record), figure: () => scaleFigure(dataset, options, chosen.scales),
  }, target);
  return 0;
}

async function chooseScales(dataset: Dataset, options: ScaleOptions): Promise<ChosenScales> {
  if (options.keys === undefined) return scalesFromItems(dataset, options);
  // Nothing in a keys file names a person, so that two rows alike are no duplicates.
  return scalesFromKeys(dataset, await readSurvey(options.keys, { duplicates: 'report' }));
}

function scoresOutput(file: string, { inputs, output }: OutputTarget): OutputTarget {
  if (formatForFile(file) !== 'csv') {
    throw new StudyError('E_OUTPUT_FORMAT', 'Scores are written as .csv.', {
      where: file, hint: 'Type --output-scores scores.csv.',
    });
  }
  if (output.some((other) => resolve(other) === resolve(file))) {
    throw new StudyError('E_OPTIONS_CLASH', '--output and --output-scores name the same file.', {
      where: file, hint: 'Give one of them another name.',
    });
  }
  return { format: undefined, output: [file], inputs };
}

const REQUEST = [
  'items', 'reverse', 'keys', 'min', 'max', 'score', 'minimumAnswered', 'missing', 'confidence', 'where',
] as const satisfies readonly (keyof ScaleOptions)[];

/** The options that decide the numbers, without those that print them. */
function requestOf(given: ScaleOptions): ScaleOptions {
  return Object.fromEntries(REQUEST.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
}
