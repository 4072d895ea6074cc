import type { Command } from 'commander';
import { readLog } from '../importers/events/read-log.js';
import type { LogOptions } from '../importers/events/read-log.js';
import { logPaths } from '../importers/events/log-paths.js';
import { estimatesTable } from '../present/estimates-table.js';
import { usageTables } from '../present/usage-table.js';
import { warningLines } from '../present/warning-notes.js';
import type { UsageMethod } from '../results/usage.js';
import type { Session } from './session.js';
import { addOutputOptions, delimiter, outputTarget } from './shared-options.js';
import { usageRecord } from './usage-record.js';
import { gapMinutes } from './usage-request.js';
import type { UsageOptions } from './usage-request.js';

export function declare(command: Command): void {
  command
    .argument('<log...>', 'event logs: .csv, .tsv, .csv.gz, a quoted glob, or - for standard input')
    .option('--participant <column>', 'column that names the participant (default: by its name)')
    .option('--time <column>', 'column of times (default: by its name)')
    .option('--feature <column>', 'column of what was used (default: by its name)')
    .option('--duration <column>', 'column of durations to add up (default: by its name)')
    .option('--timezone <zone>', 'where days begin, and what times without an offset mean, such as America/Chicago (default: UTC)')
    .option('--date-format <order>', 'order of day, month and year: d/m/y, m/d/y or y/m/d')
    .option('--gap <time>', 'a longer gap starts a new session (default: 30m)', gapMinutes)
    .option('--from <day>', 'count events from this day or time on')
    .option('--to <day>', 'count events up to this day or time, itself included')
    .option('--drop-duplicates', 'count rows that are the same in every cell once')
    .option('--encoding <name>', 'character encoding, such as utf-8 or windows-1252')
    .option('--delimiter <character>', 'cell separator: , ; | or tab', delimiter)
    .option('--rows', 'also print a row for every participant');
  addOutputOptions(command).addHelpText('after', `
CSV and JSON always hold every participant.

Examples:
  portal-study usage usage.csv
  portal-study usage usage.csv --timezone America/Chicago --output per-participant.csv
  portal-study usage "usage*.csv" --gap 15m --from 2011-01-01 --to 2011-12-31
  gzip -c usage.csv | portal-study usage - --rows`);
}

export async function run(paths: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const files = logPaths(paths);
  const request = given as LogOptions & UsageOptions;
  const log = await readLog(files, { ...request, stdin: files.includes('-') ? session.stdin : undefined, pause: (progress) => session.pause({ ...progress, unit: 'bytes' }) });
  const record = usageRecord(log, request, { tool: session.tool, options: statedOptions(given) });
  for (const choice of choices(record.method)) session.note(choice);
  for (const line of [...log.remarks, ...warningLines(record.warnings)]) session.note(line);
  await session.deliver({ record, tables: usageTables(record, { rows: given['rows'] === true }), data: () => estimatesTable(record) }, outputTarget(given, files));
  return 0;
}

const STATED = [
  'participant', 'time', 'feature', 'duration', 'timezone', 'dateFormat', 'gap', 'from', 'to', 'dropDuplicates', 'encoding', 'delimiter',
] as const satisfies readonly (keyof (LogOptions & UsageOptions))[];

/** The options that decide the numbers, for provenance. */
function statedOptions(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(STATED.filter((key) => given[key] !== undefined && given[key] !== false).map((key) => [key, given[key]]));
}

/** A sentence for what the tool chose by itself. */
function choices({ participant, time, feature, duration, timezone, dateFormat }: UsageMethod): string[] {
  const columns = [['participant', participant], ['time', time], ['feature', feature], ['duration', duration]] as const;
  const found = columns.flatMap(([what, decision]) => (decision === null || decision.why === 'asked for' ? [] : [`${what} ${decision.value}`]));
  return [
    ...(found.length === 0 ? [] : [`Columns by their names: ${found.join(', ')}.`]),
    ...(feature === null ? ['No column looks like a feature, so all events are of one kind; --feature names one.'] : []),
    ...(timezone.why === 'asked for' ? [] : [`Time zone: ${timezone.value}; ${timezone.why}. --timezone takes another.`]),
    ...(dateFormat === null || dateFormat.why === 'asked for' ? [] : [`Dates: ${dateFormat.value}, because ${dateFormat.why}.`]),
  ];
}
