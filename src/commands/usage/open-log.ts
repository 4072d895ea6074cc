import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EventLog, LogReading } from '../../dataset/event-log.js';
import { StudyError } from '../../errors.js';
import { logPaths } from '../../importers/events/log-paths.js';
import { readLog } from '../../importers/events/read-log.js';
import type { LogOptions } from '../../importers/events/read-log.js';
import type { InputFile } from '../../results/record.js';
import { fileOf, optionOf, sourceOfKind } from '../../study/study-sources.js';
import type { StudySource } from '../../study/study.js';
import { openStudy, sourceFile, STUDY_FILE } from '../open-study.js';
import type { OpenedStudy } from '../open-study.js';
import type { Session } from '../session.js';
import type { UsageOptions } from './usage-request.js';
import { gapMinutes } from './usage-values.js';

/** A log as a verb works on it. */
export interface OpenedLog {
  readonly log: EventLog;
  readonly paths: readonly string[];
  /** How use is counted: what was typed, else what the study says. */
  readonly counting: UsageOptions;
  /** What was stated, for provenance. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The study file, where it had a say. */
  readonly alongside: readonly InputFile[];
}

/** What may be typed, under the names of the usage verb's options. */
export type TypedLog = LogOptions & UsageOptions & { readonly study?: string | false | OpenedStudy | undefined };

const STATED = [
  'participant', 'time', 'feature', 'duration', 'timezone', 'dateFormat', 'gap', 'from', 'to', 'days', 'dropDuplicates', 'encoding', 'delimiter',
] as const satisfies readonly (keyof TypedLog)[];

/**
 * Reads the logs that a verb was given, or the study's own. What is typed goes before what the study says of the log,
 * and that before what its header shows.
 *
 * @param patterns paths and globs; none for the study's log
 * @throws StudyError E_LOG_NEEDED where neither is there; of logPaths and readLog.
 */
export async function openLog(patterns: readonly string[], typed: TypedLog, session: Session): Promise<OpenedLog> {
  const typedPaths = logPaths(patterns);
  const opened = await studyOf(typedPaths[0], typed.study);
  const source = opened === null ? null : sourceOf(opened, typedPaths);
  const paths = typedPaths.length > 0 ? typedPaths : opened !== null && source !== null ? [sourceFile(opened.study, source)] : needed();
  const said = opened === null || source === null ? {} : saidOf(source, opened);
  if (opened !== null && source !== null) session.note(`Reading ${paths.join(', ')} by ${opened.study.path}, as its source "${source.name}"; --no-study reads it without.`);
  const stated = Object.fromEntries(STATED.map((key) => [key, typed[key] ?? said[key]]).filter(([, value]) => value !== undefined && value !== false));
  const options = stated as LogOptions & UsageOptions;
  const log = await readLog(paths, {
    ...options,
    stdin: paths.includes('-') ? session.stdin : undefined,
    pause: (progress) => session.pause({ ...progress, unit: 'bytes' }),
  });
  for (const remark of log.remarks) session.note(remark);
  return {
    log: opened === null ? log : { ...log, reading: withStudy(log.reading, said, new Set(Object.keys(typed)), opened.study.path) },
    paths,
    counting: options,
    options: stated,
    alongside: opened === null || source === null ? [] : [opened.input],
  };
}

/** What the study said was not asked for on the command line. */
function withStudy(reading: LogReading, said: Readonly<Record<string, unknown>>, typed: ReadonlySet<string>, study: string): LogReading {
  const entries = Object.entries(reading).map(([key, decision]: [string, LogReading[keyof LogReading]]) =>
    [key, decision !== null && said[key] !== undefined && !typed.has(key) ? { value: decision.value, why: `${study} says so` } : decision]);
  return Object.fromEntries(entries) as unknown as LogReading;
}

async function studyOf(path: string | undefined, asked: TypedLog['study']): Promise<OpenedStudy | null> {
  if (asked === false) return null;
  if (typeof asked === 'object') return asked;
  if (asked !== undefined) return openStudy(asked);
  const beside = path === undefined || path === '-' ? STUDY_FILE : join(dirname(path), STUDY_FILE);
  return path !== '-' && existsSync(beside) ? openStudy(beside) : null;
}

/** The study's source that the paths are, or its only log where there is no path. */
function sourceOf({ study }: OpenedStudy, paths: readonly string[]): StudySource | null {
  if (paths.length === 0) return sourceOfKind(study, 'events');
  if (paths.length > 1) return null;
  return study.sources.find((one) => one.kind === 'events' && isSameFile(fileOf(study, one.path.value), paths[0])) ?? null;
}

function isSameFile(a: string, b: string): boolean {
  return existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);
}

/** What a study says of a log. */
function saidOf(source: StudySource, { study }: OpenedStudy): Partial<Record<(typeof STATED)[number], unknown>> {
  const window = optionOf(source, 'window')?.split(',').map((text) => text.trim());
  if (window !== undefined && window.length !== 2) {
    throw new StudyError('E_STUDY_WINDOW', 'A window is its first and its last day.', { where: source.where, hint: 'For example: window: [2011-01-01, 2011-12-31].' });
  }
  const gap = optionOf(source, 'gap');
  return {
    participant: optionOf(source, 'participant') ?? study.participantId?.value,
    time: optionOf(source, 'time'),
    feature: optionOf(source, 'feature') ?? optionOf(source, 'event'),
    duration: optionOf(source, 'value'),
    timezone: optionOf(source, 'timezone'),
    dateFormat: optionOf(source, 'timeFormat'),
    encoding: optionOf(source, 'encoding'),
    delimiter: optionOf(source, 'delimiter'),
    gap: gap === undefined ? undefined : gapMinutes(gap),
    from: window?.[0],
    to: window?.[1],
  };
}

function needed(): never {
  throw new StudyError('E_LOG_NEEDED', 'No log is named, and no study.yml lies here to name one.', { hint: 'Type its file, such as log.csv.' });
}
