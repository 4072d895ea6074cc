import type { Command } from 'commander';
import { comparisonTable } from '../../present/correlate/comparison-table.js';
import { correlationMatrixTables } from '../../present/correlate/correlation-matrix.js';
import { correlationTable } from '../../present/correlate/correlation-table.js';
import type { CorrelationPresentation } from '../../present/correlate/correlation-table.js';
import { estimatesTable } from '../../present/estimates-table.js';
import { logAgreementTable } from '../../present/correlate/log-agreement-table.js';
import { warningLines } from '../../present/warning-notes.js';
import type { AskedAgreement } from './agreement-with-log.js';
import { columnsForCorrelation } from './correlation-columns.js';
import { correlationFigure } from './correlation-figure.js';
import { correlationRecord } from './correlation-record.js';
import { DEFAULT_BUDGET_SECONDS, DEFAULT_SEED } from './correlation-request.js';
import type { CorrelateOptions } from './correlation-request.js';
import { addUsageOptions } from '../usage/log-options.js';
import { commaList, duration, oneOf, repeated, shareBetween0And1, wholeNumber } from '../option-values.js';
import { openSurvey } from '../open-survey.js';
import type { Session } from '../session.js';
import { SURVEY_ARGUMENT, addOutputOptions, addReadingOptions, addStudyOptions, addThemeOptions, outputTarget } from '../shared-options.js';

/** What commander hands over: the request itself, and how it is printed. */
type CorrelateArguments = CorrelateOptions & Partial<CorrelationPresentation>;

export function declare(command: Command): void {
  command
    .argument('[survey]', SURVEY_ARGUMENT)
    .option('--outcome <column>', 'the outcome; without it, the one column that looks like HbA1c')
    .option('--vars <columns>', 'features: names, globs (sm_*), ranges (q1..q10), !name to leave out; repeatable', repeated)
    .option('--method <name>', 'spearman (default), kendall or pearson', oneOf('--method', ['spearman', 'kendall', 'pearson']))
    .option('--p <test>', 'how p is made: t (default), exact or permutation', oneOf('--p', ['t', 'exact', 'permutation']))
    .option('--alternative <side>', 'two-sided (default), less or greater', oneOf('--alternative', ['two-sided', 'less', 'greater']))
    .option('--ci <name>', 'interval: bonett-wright, fieller, fisher, bootstrap or none (default: what fits the method)', oneOf('--ci', ['bonett-wright', 'fieller', 'fisher', 'bootstrap', 'none']))
    .option('--confidence <share>', 'confidence level of the interval (default: 0.95)', shareBetween0And1('--confidence', '0.95'))
    .option('--adjust <name>', 'p adjusted for the number of tests: holm (default), bh, bonferroni or none', oneOf('--adjust', ['holm', 'bh', 'bonferroni', 'none']))
    .option('--missing <rule>', 'pairwise (default) or listwise deletion', oneOf('--missing', ['pairwise', 'listwise']))
    .option('--where <condition>', 'rows to take, such as "arm == \'focus group\' and age >= 40"')
    .option('--by <column>', 'one set of correlations for each level of a column')
    .option('--partial <columns>', 'hold these constant in both variables', repeated)
    .option('--semi-partial <columns>', 'hold these constant in the outcome alone', repeated)
    .option('--weights <column>', 'weight the rows')
    .option('--weights-kind <kind>', 'sampling (default) or frequency weights', oneOf('--weights-kind', ['sampling', 'frequency']))
    .option('--matrix', 'all pairs: lower triangle with stars, mean and SD')
    .option('--agreement-with-log [pairs]', 'with --usage: each self-report against its feature’s count, by their names or as item=feature; repeatable', commaList)
    .option('--alpha <level>', 'level of the stars and of what is set bold (default: 0.05)', shareBetween0And1('--alpha', '0.05'))
    .option('--detectable', 'also print the smallest correlation that n can detect at 80 % power')
    .option('--resamples <count>', 'shuffles (default: 100000) or bootstrap resamples (default: 10000)', wholeNumber('--resamples', 99, 100_000_000))
    .option('--bootstrap <kind>', 'bca (default) or percentile, with --ci bootstrap', oneOf('--bootstrap', ['bca', 'percentile']))
    .option('--cluster <column>', 'shuffle within, and resample whole, groups such as clinics')
    .option('--seed <number>', `seed of everything that is drawn (default: ${DEFAULT_SEED})`, wholeNumber('--seed', 0, Number.MAX_SAFE_INTEGER))
    .option('--budget <time>', `what an exact p may cost a pair, such as 1m (default: ${DEFAULT_BUDGET_SECONDS}s)`, duration('--budget'))
    .option('--digits <count>', 'decimals of the coefficients (default: 2)', wholeNumber('--digits', 0, 15))
    .option('--style <name>', 'how p is printed: apa (default) or ama', oneOf('--style', ['apa', 'ama']));
  addOutputOptions(addReadingOptions(addThemeOptions(addStudyOptions(addUsageOptions(command))))).addHelpText('after', `
Examples:
  portal-study correlate survey.csv
  portal-study correlate survey.csv --outcome hba1c --vars "review_lab_results..pay_bills" --where "arm == 'focus group'"
  portal-study correlate survey.csv --matrix --output table4.html --output table4.csv
  portal-study correlate survey.csv --plot forest.svg
  portal-study correlate survey.csv --p exact --ci bootstrap --detectable
  portal-study correlate survey.csv --partial age,sex --by arm
  portal-study correlate survey.csv --usage usage.csv --vars "usage.*" --agreement-with-log
  portal-study correlate survey.csv --method kendall --adjust bh --format json`);
}

export async function run([path]: readonly (string | undefined)[], given: Record<string, unknown>, session: Session): Promise<number> {
  const { alpha = 0.05, digits = 2, style = 'apa', ...rest } = given as CorrelateArguments;
  const request = requestOf(given);
  const { dataset, options, inputs } = await openSurvey(path, given, session);
  const columns = columnsForCorrelation(dataset, request);
  for (const choice of columns.choices) session.note(choice);
  const correlations = await correlationRecord(dataset, request, {
    tool: session.tool, options, pause: (progress) => session.pause(progress),
  }, columns);
  const asked = given['agreementWithLog'] as AskedAgreement | undefined;
  const record = asked === undefined ? correlations : { ...correlations, logAgreement: (await import('./agreement-with-log.js')).agreementWithLog(dataset, asked, request) };
  for (const line of warningLines(record.warnings)) session.note(line);
  const presentation = { alpha, digits, style };
  const tables = rest.matrix === true ? correlationMatrixTables(record, presentation) : [correlationTable(record, presentation)];
  const comparisons = comparisonTable(record, presentation);
  await session.deliver({
    record, tables: [...tables, ...comparisons, ...logAgreementTable(record, presentation)], data: () => estimatesTable(record),
    figure: (shows) => correlationFigure(record, dataset, request, presentation, shows),
  }, outputTarget(given, inputs));
  return 0;
}

const REQUEST = [
  'outcome', 'vars', 'matrix', 'method', 'p', 'alternative', 'budget', 'ci', 'bootstrap', 'resamples', 'seed', 'cluster', 'confidence',
  'adjust', 'missing', 'where', 'by', 'partial', 'semiPartial', 'weights', 'weightsKind', 'detectable', 'alpha',
] as const satisfies readonly (keyof CorrelateOptions)[];

/** The options that decide the numbers, without those that print them. */
function requestOf(given: CorrelateOptions): CorrelateOptions {
  return Object.fromEntries(REQUEST.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
}
