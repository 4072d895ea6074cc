import type { Command } from 'commander';
import { describeTable } from '../../present/describe/describe-table.js';
import type { DescribePresentation } from '../../present/describe/describe-table.js';
import { estimatesTable } from '../../present/estimates-table.js';
import { warningLines } from '../../present/warning-notes.js';
import { columnsForDescribe } from './describe-columns.js';
import { describeFigure } from './describe-figure.js';
import { describeRecord, readingWarnings } from './describe-record.js';
import type { DescribeSurroundings } from './describe-record.js';
import type { DescribeOptions } from './describe-request.js';
import { addUsageOptions } from '../usage/log-options.js';
import { oneOf, repeated, wholeNumber } from '../option-values.js';
import { openSurvey } from '../open-survey.js';
import type { Session } from '../session.js';
import { SURVEY_ARGUMENT, addOutputOptions, addReadingOptions, addStudyOptions, addThemeOptions, outputTarget } from '../shared-options.js';

export function declare(command: Command): void {
  command
    .argument('[survey]', SURVEY_ARGUMENT)
    .option('--vars <columns>', 'columns: names, globs (sm_*), ranges (q1..q10), !name to leave out; repeatable', repeated)
    .option('--by <column>', 'a column of the table for each level of a column')
    .option('--where <condition>', 'rows to take, such as "arm == \'focus group\' and age >= 40"')
    .option('--missing <rule>', 'pairwise (default): each variable on the values it has; listwise: rows that have every value', oneOf('--missing', ['pairwise', 'listwise']))
    .option('--missing-as <what>', 'row (default): missing values below their variable; note: below the table', oneOf('--missing-as', ['row', 'note']))
    .option('--continuous <rule>', 'auto (default: median [IQR] where |skewness| > 1), mean or median; of one column: age=median; repeatable', repeated)
    .option('--frequent <answer>', 'tell ordinal columns by the share of answers from this one on', wholeNumber('--frequent', 0, 10))
    .option('--levels', 'count every level of ordinal columns')
    .option('--categorical <columns>', 'columns to count level by level, whatever their kind; repeatable', repeated)
    .option('--quantile-type <number>', 'quartiles: 7 (default: R), 6 (SPSS), 2 (SAS), or another of Hyndman and Fan\'s nine', wholeNumber('--quantile-type', 1, 9))
    .option('--smd <when>', 'standardised differences: auto (default: with two groups), always (mean over pairs of more) or none', oneOf('--smd', ['auto', 'always', 'none']))
    .option('--suppress-below <count>', 'hide counts from 1 to one less, and what would reveal them; 11 is usual', wholeNumber('--suppress-below', 2, 1_000_000))
    .option('--digits <count>', 'decimals of means, SDs, medians and quartiles (default: by the data; means one more)', wholeNumber('--digits', 0, 15))
    .option('--percent-digits <count>', 'decimals of percentages (default: 0 below 100 rows, else 1)', wholeNumber('--percent-digits', 0, 15));
  addOutputOptions(addReadingOptions(addThemeOptions(addStudyOptions(addUsageOptions(command))))).addHelpText('after', `
Examples:
  portal-study describe survey.csv
  portal-study describe survey.csv --by arm --vars "age..hba1c" --output table1.md --output table1.html
  portal-study describe survey.csv --frequent 4 --plot answers.svg
  portal-study describe survey.csv --continuous hba1c=median --categorical pay_bills
  portal-study describe survey.csv --by arm --suppress-below 11 --format html`);
}

export async function run([path]: readonly (string | undefined)[], given: Record<string, unknown>, session: Session): Promise<number> {
  const presentation = given as Partial<DescribePresentation>;
  const request = requestOf(given);
  const { dataset, options, inputs } = await openSurvey(path, given, session);
  const columns = columnsForDescribe(dataset, request);
  for (const choice of columns.choices) session.note(choice);
  const surroundings: DescribeSurroundings = { tool: session.tool, options, pause: (progress) => session.pause(progress) };
  const record = await describeRecord(dataset, request, surroundings, columns);
  // A record that hides counts does not hold these; the person at the terminal has the file.
  const alsoNoticed = request.suppressBelow === undefined ? [] : readingWarnings(dataset, columns);
  for (const line of warningLines([...alsoNoticed, ...record.warnings])) session.note(line);
  const table = describeTable(record, {
    digits: presentation.digits ?? null,
    percentDigits: presentation.percentDigits ?? null,
    missingAs: presentation.missingAs ?? 'row',
    smd: presentation.smd ?? 'auto',
  });
  await session.deliver({
    record, tables: [table], data: () => estimatesTable(record), figure: () => describeFigure(dataset, request, surroundings),
  }, outputTarget(given, inputs));
  return 0;
}

const REQUEST = [
  'vars', 'by', 'where', 'missing', 'continuous', 'frequent', 'levels', 'categorical', 'quantileType', 'suppressBelow',
] as const satisfies readonly (keyof DescribeOptions)[];

/** The options that decide the numbers, without those that print them. */
function requestOf(given: DescribeOptions): DescribeOptions {
  return Object.fromEntries(REQUEST.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
}
