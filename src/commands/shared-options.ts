import type { Command } from 'commander';
import { PLATFORMS } from '../importers/platforms/recognise.js';
import type { ReadOptions } from '../importers/survey.js';
import { THEME_MEASURES } from '../integration/theme-measure.js';
import type { OutputTarget, Session } from './session.js';
import { commaList, oneOf, repeated } from './option-values.js';

/** What every verb's survey may be. */
export const SURVEY_ARGUMENT = 'survey file: .csv, .tsv, .csv.gz, .xlsx, .sav, .zsav, .dta, or - for standard input; the study’s own where none is named';

/** How a survey file is read; the same on every verb that reads one. */
export function addReadingOptions(command: Command): Command {
  return command
    .option('--id <column>', 'column that names the participant')
    .option('--duplicates <rule>', 'rows with the same id: error (default), first, last, or report to keep all', oneOf('--duplicates', ['error', 'first', 'last', 'report']))
    .option('--na <codes>', 'values that mean missing, such as -99,-9,"N/A", or in one column: education=9', commaList)
    .option('--sheet <name>', 'sheet of a workbook, by name or number; without it the first')
    .option('--encoding <name>', 'character encoding, such as utf-8 or windows-1252')
    .option('--delimiter <character>', 'cell separator: , ; | or tab', delimiter)
    .option('--decimal <mark>', 'decimal mark: . or ,', oneOf('--decimal', ['.', ',']))
    .option('--thousands <mark>', 'thousands mark to ignore in numbers, such as ,')
    .option('--percent <rule>', '7.2%: number (read 7.2) or missing', oneOf('--percent', ['number', 'missing']))
    .option('--censored <rule>', '>14: limit (read 14, flagged) or missing', oneOf('--censored', ['limit', 'missing']))
    .option('--date-format <order>', 'whether the day or the month comes first: dmy, mdy or ymd; of one column: visit=mdy, born=serial; repeatable', commaList)
    .option('--platform <name>', 'survey software whose export it is, where that is not found: redcap, qualtrics, surveymonkey, google-forms or plain', oneOf('--platform', [...PLATFORMS]))
    .option('--dictionary <file>', 'data dictionary of a REDCap project; one beside the export is found by itself')
    .option('--instrument <name>', 'REDCap: read the rows of this repeating instrument')
    .option('--event <name>', 'REDCap: read the rows of this event');
}

/** Which study file a survey is read by; the same on every verb that reads one. */
export function addStudyOptions(command: Command): Command {
  return command
    .option('--study <file>', 'study file that names sources, labels, levels, roles and missing codes (default: a study.yml beside the data that names it)')
    .option('--no-study', 'read without a study file');
}

/** What is joined to a survey by participant; the same on every verb that reads columns of one. */
export function addThemeOptions(command: Command): Command {
  return command
    .option('--themes <file>', 'coded text whose themes become columns theme.<code>; the study’s own where a column is so called; repeatable', repeated)
    .option('--themes-as <measure>', 'what a theme’s column holds: presence (default), count, words or share', oneOf('--themes-as', [...THEME_MEASURES]));
}

/** Where the answer goes; the same on every verb, with more formats on those whose findings continuous integration reads and no picture on those that have none. */
export function addOutputOptions(command: Command, { findings = false, drawn = true } = {}): Command {
  if (findings) {
    command
      .option('--format <format>', 'table, markdown, csv, json, html, latex, docx, junit, tap, sarif or github (annotations)')
      .option('-o, --output <file>', 'write to a file instead; repeatable; the extension picks the format (.xml: junit, .tap, .sarif), or FORMAT:FILE does, as github:notes.txt', repeated);
  } else {
    command
      .option('--format <format>', `table, markdown, csv, json, html, latex${drawn ? ', docx or svg' : ' or docx'}`)
      .option('-o, --output <file>', 'write to a file instead; repeatable; the extension picks the format', repeated);
    if (drawn) command.option('--plot <file>', 'also draw the result, as .svg');
  }
  return command
    .option('-q, --quiet', 'no notes on standard error')
    .option('--no-color', 'no colour');
}

const READING = [
  'id', 'duplicates', 'na', 'sheet', 'encoding', 'delimiter', 'decimal', 'thousands', 'percent', 'censored', 'dateFormat', 'platform', 'dictionary', 'instrument', 'event',
] as const;

/** The reading options that were given, under the importer's names. */
export function readingOptions(options: Readonly<Record<string, unknown>>): ReadOptions {
  return Object.fromEntries(READING.filter((key) => options[key] !== undefined).map((key) => [key, options[key]])) as ReadOptions;
}

/** Standard input for a file called `-`; it is not opened for any other. */
export function standardInput(path: string, session: Session): Pick<ReadOptions, 'stdin'> {
  return path === '-' ? { stdin: session.stdin } : {};
}

/** What `--format` and `--output` ask for; `inputs` are files that an output must not overwrite. */
export function outputTarget(options: Readonly<Record<string, unknown>>, inputs: readonly string[]): OutputTarget {
  return {
    format: options['format'] as string | undefined,
    output: (options['output'] as string[] | undefined) ?? [],
    plot: options['plot'] as string | undefined,
    inputs,
  };
}

/** Reads `--delimiter`. */
export function delimiter(text: string): string {
  const named = new Map([['tab', '\t'], ['\\t', '\t'], ['comma', ','], ['semicolon', ';'], ['pipe', '|']]);
  return oneOf('--delimiter', [',', ';', '\t', '|'])(named.get(text.toLowerCase()) ?? text);
}
