import type { Command } from 'commander';
import { compareData, effectTable, postHocTables } from '../../present/compare/compare-details.js';
import { compareTable } from '../../present/compare/compare-table.js';
import type { ComparePresentation } from '../../present/compare/compare-table.js';
import { compareWarningLines } from '../../present/compare/compare-warnings.js';
import { compareFigure } from './compare-figure.js';
import { compareRecord } from './compare-record.js';
import { TEST_NAMES } from './compare-request.js';
import type { CompareOptions } from './compare-request.js';
import { DEFAULT_SEED } from '../correlate/correlation-request.js';
import { addUsageOptions } from '../usage/log-options.js';
import { oneOf, repeated, shareBetween0And1, wholeNumber } from '../option-values.js';
import { openSurvey } from '../open-survey.js';
import type { Session } from '../session.js';
import { SURVEY_ARGUMENT, addOutputOptions, addReadingOptions, addStudyOptions, addThemeOptions, outputTarget } from '../shared-options.js';

/** What commander hands over: the request itself, and how it is printed. */
type CompareArguments = CompareOptions & Partial<ComparePresentation> & { readonly effects?: boolean };

export function declare(command: Command): void {
  const patterns = 'variables: names, globs (sm_*), ranges (q1..q10), !name to leave out; repeatable';
  const tests = `${TEST_NAMES.join(', ')}; of one variable: age=student; repeatable (default: auto, by the rule below)`;
  const ways = 'of rank tests and McNemar: auto (default: exact where groups are under 50), exact (and fisher for ' +
    'every table), approximate, or uncorrected for continuity, as SPSS prints';
  const seed = `seed of the tables that are drawn where an exact p takes too long (default: ${DEFAULT_SEED})`;
  const alpha = 'level at which a result is set bold and its groups are told apart (default: 0.05)';
  const adjustments = ['holm', 'bh', 'bonferroni', 'none'] as const;
  const adjusted = `p adjusted for the number of tests: ${adjustments.join(', ')} (default: holm)`;
  command
    .argument('[survey]', SURVEY_ARGUMENT)
    .option('--by <column>', 'the column whose groups are compared; needed where a study names none')
    .option('--vars <columns>', patterns, repeated)
    .option('--test <name>', tests, repeated)
    .option('--p <way>', ways, oneOf('--p', ['auto', 'exact', 'approximate', 'uncorrected']))
    .option('--alternative <side>', 'two-sided, the only one', oneOf('--alternative', ['two-sided', 'less', 'greater']))
    .option('--paired <column>', 'compare two waves of the same participants, matched by this column')
    .option('--reference <level>', 'the group that the others are compared with; it comes last')
    .option('--counts <column>', 'how many participants a row stands for')
    .option('--confidence <share>', 'level of the intervals (default: 0.95)', shareBetween0And1('--confidence', '0.95'))
    .option('--adjust <name>', adjusted, oneOf('--adjust', adjustments))
    .option('--where <condition>', 'rows to take, such as "arm == \'focus group\' and age >= 40"')
    .option('--effects', 'also print every effect size with its interval')
    .option('--alpha <level>', alpha, shareBetween0And1('--alpha', '0.05'))
    .option('--seed <number>', seed, wholeNumber('--seed', 0, Number.MAX_SAFE_INTEGER))
    .option('--digits <count>', 'decimals of means and effect sizes (default: 2)', wholeNumber('--digits', 0, 15))
    .option('--style <name>', 'how p is printed: apa (default) or ama', oneOf('--style', ['apa', 'ama']));
  addOutputOptions(addReadingOptions(addThemeOptions(addStudyOptions(addUsageOptions(command))))).addHelpText('after', `
The rule of --test auto:
  categories, and whatever has two values: chi-square, or fisher where an expected count is below 5;
  ordinal scales: mann-whitney, or kruskal for three or more groups, with Dunn's test;
  numbers: welch or welch-anova where every group has 15 values and no skewness is beyond 1, else by ranks;
  with --paired: mcnemar, wilcoxon, or paired-t of the differences under the same bounds.

Examples:
  portal-study compare survey.csv --by arm
  portal-study compare survey.csv --by sex --vars "age,hba1c,review_lab_results..pay_bills" --effects
  portal-study compare survey.csv --by arm --test mann-whitney --p uncorrected --vars age,hba1c
  portal-study compare survey.csv --by arm --vars hba1c --plot hba1c.svg
  portal-study compare survey.csv --by focus_group --vars hba1c --test anova --adjust none
  portal-study compare survey.csv --by sex --test hba1c=student --output table2.html --output table2.csv`);
}

export async function run(
  [path]: readonly (string | undefined)[], given: Record<string, unknown>, session: Session,
): Promise<number> {
  const { alpha = 0.05, digits = 2, style = 'apa', effects = false } = given as CompareArguments;
  const request = requestOf(given);
  // Two waves hold every participant twice: that is no mistake here.
  const waves = request.paired === undefined ? {} : { id: request.paired, duplicates: 'report' as const };
  const { dataset, options, inputs } = await openSurvey(path, given, session, waves);
  const record = await compareRecord(dataset, request, {
    tool: session.tool,
    options,
    pause: (progress) => session.pause(progress),
    choice: (sentence) => session.note(sentence),
  });
  for (const line of compareWarningLines(record.warnings)) session.note(line);
  const presentation = { alpha, digits, style };
  const tables = [
    compareTable(record, presentation),
    ...postHocTables(record, presentation),
    ...(effects ? [effectTable(record, presentation)] : []),
  ];
  await session.deliver({
    record, tables, data: () => compareData(record), figure: (shows) => compareFigure(record, dataset, request, presentation, shows),
  }, outputTarget(given, inputs));
  return 0;
}

const REQUEST = [
  'by', 'vars', 'test', 'p', 'alternative', 'paired', 'reference', 'counts', 'confidence', 'adjust', 'where', 'seed',
] as const satisfies readonly (keyof CompareOptions)[];

/** The options that decide the numbers, without those that print them. */
function requestOf(given: CompareOptions): CompareOptions {
  return Object.fromEntries(REQUEST.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
}
