import type { Command } from 'commander';
import { estimatesTable } from '../../present/estimates-table.js';
import { saturationTables } from '../../present/qualitative/saturation-table.js';
import { isBelowSaturationTable } from '../../present/qualitative/saturation-words.js';
import { warningLines } from '../../present/warning-notes.js';
import { StudyError } from '../../errors.js';
import { openStudiedText } from '../coded-text-by-study.js';
import { addCodedTextOptions } from '../coded-text-options.js';
import { commaList, oneOf, shareBetween0And1, wholeNumber } from '../option-values.js';
import { saturationRecord } from './saturation-record.js';
import type { SaturationOptions } from './saturation-request.js';
import type { Session } from '../session.js';
import { addOutputOptions, addStudyOptions, outputTarget } from '../shared-options.js';

type SaturationArguments = SaturationOptions & { readonly digits?: number };

export function declare(command: Command): void {
  command
    .argument('[coded...]', 'coded text: .qdpx, data.qda, Taguette, or sheets of coded segments; the study’s own where none is named')
    .option('--unit <unit>', 'interview (default: each document) or group', oneOf('--unit', ['interview', 'group']))
    .option('--order <order>', 'name (default), file, or the units’ names in the order they were held', commaList)
    .option('--base <count>', 'units of the base (default: 4)', wholeNumber('--base', 1, 1000))
    .option('--run <count>', 'units of a run (default: 2)', wholeNumber('--run', 1, 1000))
    .option('--threshold <share>', 'new information at which to stop: .05 (default), 5%, or 0', thresholdShare)
    .option('--permutations <count>', 'random orders for the band, where there are more than 7 units (default: 1000)', wholeNumber('--permutations', 100, 1_000_000))
    .option('--confidence <share>', 'share of orders in the band (default: 0.95)', shareBetween0And1('--confidence', '0.95'))
    .option('--seed <number>', 'seed of the random orders (default: 20130501)', wholeNumber('--seed', 0, Number.MAX_SAFE_INTEGER))
    .option('--coders <names>', 'coders whose codings count (default: all)', commaList)
    .option('--codes <names>', 'codes and categories to count (default: all)', commaList)
    .option('--roll-up <depth>', 'count each code as its category at this depth, 1 being the top', wholeNumber('--roll-up', 1, 100))
    .option('--digits <count>', 'decimals of percentages and means (default: 1)', wholeNumber('--digits', 0, 15));
  addOutputOptions(addStudyOptions(addCodedTextOptions(command))).addHelpText('after', `
Examples:
  portal-study saturation codings.csv
  portal-study saturation codings.csv --unit group --base 3 --run 1 --threshold 0
  portal-study saturation codings.csv -o saturation.svg
  portal-study saturation codings.csv --order FG3,FG1,FG2,FG4,FG5,FG6 --format json`);
}

export async function run(paths: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const { digits = 1 } = given as SaturationArguments;
  const { coded, options, paths: read } = await openStudiedText(paths, given, session);
  const record = saturationRecord(coded, requestOf(given), { tool: session.tool, options });
  for (const line of warningLines(record.warnings.filter((warning) => !isBelowSaturationTable(warning)))) session.note(line);
  const figure = async (): Promise<string> => (await import('../../plots/saturation-figure.js')).saturationFigure(record);
  await session.deliver({ record, tables: saturationTables(record, { digits }), data: () => estimatesTable(record), figure }, outputTarget(given, [...read, ...coded.inputs.map(({ path }) => path)]));
  return 0;
}

/** Reads .05 and 5% alike, and 0. @throws StudyError E_OPTION_VALUE. */
function thresholdShare(text: string): number {
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
  const value = percent === null ? Number(text) : Number(percent[1]) / 100;
  if (text.trim() !== '' && value >= 0 && value < 1) return value;
  throw new StudyError('E_OPTION_VALUE', `--threshold takes a share from 0 to below 1, not "${text}".`, { hint: 'For example: --threshold 5%.' });
}

const REQUEST = [
  'unit', 'order', 'base', 'run', 'threshold', 'coders', 'codes', 'rollUp', 'permutations', 'confidence', 'seed',
] as const satisfies readonly (keyof SaturationOptions)[];

/** The options that decide the numbers, without those that print them. */
function requestOf(given: SaturationOptions): SaturationOptions {
  return Object.fromEntries(REQUEST.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
}
