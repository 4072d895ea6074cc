import type { Command } from 'commander';
import { logSide } from '../../dataset/event-log.js';
import type { EventLog } from '../../dataset/event-log.js';
import { linkByParticipant, linkSentence, sideOf } from '../../dataset/link.js';
import { estimatesTable } from '../../present/estimates-table.js';
import { usageTables } from '../../present/usage/usage-table.js';
import { warningLines } from '../../present/warning-notes.js';
import type { UsageMethod } from '../../results/usage.js';
import { askedEnrolment } from './enrolment.js';
import type { Enrolment } from './enrolled.js';
import { addCountingOptions } from './log-options.js';
import { openLog } from './open-log.js';
import type { TypedLog } from './open-log.js';
import type { Session } from '../session.js';
import { addOutputOptions, addStudyOptions, delimiter, outputTarget } from '../shared-options.js';
import { usageFigure } from './usage-figure.js';
import { usageRecord } from './usage-record.js';

export function declare(command: Command): void {
  command
    .argument('[log...]', 'event logs: .csv, .tsv, .csv.gz, a quoted glob, or - for standard input; the study’s own where none is named')
    .option('--participant <column>', 'column that names the participant (default: by its name)')
    .option('--time <column>', 'column of times (default: by its name)')
    .option('--feature <column>', 'column of what was used (default: by its name)')
    .option('--duration <column>', 'column of durations to add up (default: by its name)')
    .option('--date-format <order>', 'order of day, month and year: d/m/y, m/d/y or y/m/d')
    .option('--enrolled <survey>', 'survey of those who take part: each gets a row, 0 without an event; nobody else does')
    .option('--encoding <name>', 'character encoding, such as utf-8 or windows-1252')
    .option('--delimiter <character>', 'cell separator: , ; | or tab', delimiter)
    .option('--rows', 'also print a row for every participant');
  addCountingOptions(command);
  addOutputOptions(addStudyOptions(command)).addHelpText('after', `
CSV and JSON always hold every participant.

Examples:
  portal-study usage usage.csv
  portal-study usage usage.csv --timezone America/Chicago --output per-participant.csv
  portal-study usage "usage*.csv" --gap 15m --from 2011-01-01 --to 2011-12-31
  portal-study usage usage.csv --plot use-over-time.svg
  gzip -c usage.csv | portal-study usage - --rows`);
}

export async function run(patterns: readonly string[], given: Record<string, unknown>, session: Session): Promise<number> {
  const enrolment = await askedEnrolment(given, session);
  const { log, paths, counting, options, alongside } = await openLog(patterns, given as TypedLog, session);
  if (enrolment !== null) noteLink(enrolment, log, session);
  const asked = Object.fromEntries(['relativeTo', 'enrolled'].filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
  const record = usageRecord(log, counting, { tool: session.tool, options: { ...options, ...asked }, alongside }, enrolment);
  for (const choice of choices(record.method)) session.note(choice);
  for (const line of warningLines(record.warnings)) session.note(line);
  const inputs = [...paths, ...(enrolment?.inputs ?? []).map(({ path }) => path)];
  await session.deliver({ record, tables: usageTables(record, { rows: given['rows'] === true }), data: () => estimatesTable(record), figure: () => usageFigure(log, counting, enrolment) }, outputTarget(given, inputs));
  return 0;
}

/** Says how many of each side know each other, and what would make more. */
function noteLink(enrolment: Enrolment, log: EventLog, session: Session): void {
  const [left, right] = [sideOf(enrolment.survey, enrolment.id), logSide(log)];
  const { counts, warnings } = linkByParticipant(left, right);
  session.note(linkSentence(left, right, counts));
  for (const { code, where, message } of warnings) if (code === 'W_LINK_WRITTEN') session.note(`${where}: ${message}`);
}

/** A sentence for what the tool chose by itself. */
function choices({ participant, time, feature, duration, timezone, dateFormat }: UsageMethod): string[] {
  const columns = [['participant', participant], ['time', time], ['feature', feature], ['duration', duration]] as const;
  const found = columns.flatMap(([what, decision]) => (decision?.why !== 'its name says so' ? [] : [`${what} ${decision.value}`]));
  return [
    ...(found.length === 0 ? [] : [`Columns by their names: ${found.join(', ')}.`]),
    ...(feature === null ? ['No column looks like a feature, so all events are of one kind; --feature names one.'] : []),
    ...(!timezone.why.startsWith('nothing') ? [] : [`Time zone: ${timezone.value}; ${timezone.why}. --timezone takes another.`]),
    ...(!dateFormat?.why.startsWith('a date') ? [] : [`Dates: ${dateFormat.value}, because ${dateFormat.why}.`]),
  ];
}
