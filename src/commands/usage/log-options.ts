import type { Command } from 'commander';
import { StudyError } from '../../errors.js';
import { repeated } from '../option-values.js';
import { dayRange, gapMinutes } from './usage-values.js';

/** How use is counted; the same on every verb that counts it. */
export function addCountingOptions(command: Command): Command {
  return command
    .option('--timezone <zone>', 'where days begin, and what times of the log without an offset mean, such as America/Chicago (default: UTC)')
    .option('--gap <time>', 'a longer gap starts a new session (default: 30m)', gapMinutes)
    .option('--from <day>', 'count events from this day or time on')
    .option('--to <day>', 'count events up to this day or time, itself included')
    .option('--relative-to <date>', 'count around each participant’s own date: survey.csv:a1c_date, or the column alone where the survey is given')
    .option('--days <range>', 'the days counted around that date, both inside, such as -365..0', dayRange)
    .option('--drop-duplicates', 'count rows of the log that are the same in every cell once');
}

/** A log beside a survey; the same on every verb that can take one. */
export function addUsageOptions(command: Command): Command {
  addCountingOptions(command.option('--usage [log]', 'add use from an event log: a column usage.FEATURE for each feature, usage.sessions, usage.active_days …; repeatable; without a file, the study’s own', repeated));
  return command
    .option('--log-participant <column>', 'the log’s column that names the participant (default: by its name)')
    .option('--log-time <column>', 'the log’s column of times (default: by its name)')
    .option('--log-feature <column>', 'the log’s column of what was used (default: by its name)')
    .option('--log-duration <column>', 'the log’s column of durations (default: by its name)')
    .option('--log-dates <order>', 'order of day, month and year in the log: d/m/y, m/d/y or y/m/d');
}

const OF_LOG = { participant: 'logParticipant', time: 'logTime', feature: 'logFeature', duration: 'logDuration', dateFormat: 'logDates' } as const;
const COUNTING = ['timezone', 'gap', 'from', 'to', 'relativeTo', 'days', 'dropDuplicates', 'study'] as const;

const NAMES = {
  timezone: '--timezone', gap: '--gap', from: '--from', to: '--to', relativeTo: '--relative-to', days: '--days', dropDuplicates: '--drop-duplicates',
  logParticipant: '--log-participant', logTime: '--log-time', logFeature: '--log-feature', logDuration: '--log-duration', logDates: '--log-dates',
} as const;

/**
 * An option of a log would change nothing where there is none.
 *
 * @throws StudyError E_OPTIONS_CLASH
 */
export function refuseWithoutLog(given: Readonly<Record<string, unknown>>): void {
  const typed = Object.entries(NAMES).find(([key]) => given[key] !== undefined);
  if (typed !== undefined) throw new StudyError('E_OPTIONS_CLASH', `${typed[1]} is for an event log, and none is joined.`, { hint: 'Add --usage log.csv.' });
}

/** What was typed of a log beside a survey, under the names that the usage verb gives it. */
export function typedOfLog(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const columns = Object.entries(OF_LOG).map(([name, typed]) => [name, given[typed]] as const);
  const counting = COUNTING.map((name) => [name, given[name]] as const);
  return Object.fromEntries([...columns, ...counting].filter(([, value]) => value !== undefined));
}
