import type { Command } from 'commander';
import { estimatesTable } from '../../present/estimates-table.js';
import { matrixData, themesTables } from '../../present/qualitative/themes-table.js';
import { warningLines } from '../../present/warning-notes.js';
import { openStudiedText } from '../coded-text-by-study.js';
import { addCodedTextOptions } from '../coded-text-options.js';
import { commaList, oneOf, wholeNumber } from '../option-values.js';
import type { Session } from '../session.js';
import { addOutputOptions, addStudyOptions, outputTarget } from '../shared-options.js';
import { themesFigure } from './themes-figure.js';
import { themesRecord } from './themes-record.js';
import type { ThemesOptions } from './themes-request.js';

type ThemesArguments = Omit<ThemesOptions, 'coOccurrence'> & { readonly coOccurrence?: true | 'overlap' | 'turn'; readonly digits?: number };

export function declare(command: Command): void {
  command
    .argument('[coded...]', 'coded text: .qdpx, data.qda, Taguette, or sheets of coded segments; the study’s own where none is named')
    .option('--by <attribute>', 'attribute of participants, from the coded file or --survey; group is the focus group')
    .option('--co-occurrence [kind]', 'codes that come together: overlap (default) or turn', oneOf('--co-occurrence', ['overlap', 'turn']))
    .option('--quotes <count>', 'quotes a code, of different participants and groups', wholeNumber('--quotes', 1, 100))
    .option('--matrix <rows>', 'participants or documents × codes, 1, 0 or blank where not observed: what .csv and .json then hold', oneOf('--matrix', ['participants', 'documents']))
    .option('--coders <names>', 'coders whose codings count (default: all)', commaList)
    .option('--codes <names>', 'codes and categories to tell (default: all)', commaList)
    .option('--digits <count>', 'decimals of percentages (default: 1)', wholeNumber('--digits', 0, 15));
  addOutputOptions(addStudyOptions(addCodedTextOptions(command))).addHelpText('after', `
Examples:
  portal-study themes codings.csv
  portal-study themes codings.csv --survey survey.csv --by sex
  portal-study themes codings.csv --co-occurrence turn --quotes 2 --format markdown
  portal-study themes codings.csv -o themes.svg
  portal-study themes codings.csv --co-occurrence --plot together.svg
  portal-study themes codings.csv --survey survey.csv --matrix participants -o themes.csv`);
}

export async function run(paths: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const { digits = 1 } = given as ThemesArguments;
  const { coded, options, paths: read } = await openStudiedText(paths, given, session, { participants: true });
  const record = themesRecord(coded, requestOf(given), { tool: session.tool, options });
  for (const line of warningLines(record.warnings)) session.note(line);
  const { matrix } = record;
  await session.deliver({
    record, tables: themesTables(record, { digits }), data: () => (matrix === undefined ? estimatesTable(record) : matrixData(matrix)),
    figure: () => themesFigure(record),
  }, outputTarget(given, [...read, ...coded.inputs.map(({ path }) => path)]));
  return 0;
}

const REQUEST = ['by', 'coders', 'codes', 'quotes', 'matrix'] as const satisfies readonly (keyof ThemesOptions)[];

/** The options that decide the numbers, without those that print them. */
function requestOf(given: ThemesArguments): ThemesOptions {
  return {
    ...Object.fromEntries(REQUEST.filter((key) => given[key] !== undefined).map((key) => [key, given[key]])),
    ...(given.coOccurrence === undefined ? {} : { coOccurrence: given.coOccurrence === true ? 'overlap' : given.coOccurrence }),
  };
}
