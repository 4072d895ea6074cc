import type { EventLog, LogReading } from '../../dataset/event-log.js';
import { EventStore } from '../../dataset/event-store.js';
import { timeZone } from '../../dataset/time-zone.js';
import { StudyError } from '../../errors.js';
import type { Decision } from '../../results/inspection.js';
import type { InputFile } from '../../results/record.js';
import type { Warning } from '../../results/warning.js';
import { counted } from '../wording.js';
import { openFeed } from './byte-feed.js';
import type { ByteFeed } from './byte-feed.js';
import { dateOrder, settleDates } from './date-order.js';
import { InternedBytes } from './interned-bytes.js';
import type { AskedColumns, LogColumns } from './log-columns.js';
import { readLogFile } from './log-file.js';
import { LogFindings } from './log-findings.js';
import { LOG_LIMITS } from './log-limits.js';
import type { LogLimits } from './log-limits.js';
import { LogRows } from './log-rows.js';
import type { LogTarget } from './log-rows.js';
import { TimestampReader } from './timestamps.js';

/** What the user declares about a log; everything left out is found from the file. */
export interface LogOptions extends AskedColumns {
  /** In which days are told apart, and in which times without an offset are read. Default: UTC. */
  readonly timezone?: string | undefined;
  /** The order of day, month and year, such as `d/m/y`. */
  readonly dateFormat?: string | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  /** What the path `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array | string> | undefined;
  /** Awaited between blocks; `total` is null where nobody knows it, as of a pipe. */
  readonly pause?: ((progress: { readonly done: number; readonly total: number | null }) => Promise<void> | void) | undefined;
}

/**
 * Reads an event log of one or several files: CSV or the like, plain or gzipped, `-` for standard input. Every file has
 * a header with the same columns, in any order. Events are kept by participant in a few bytes each, not as rows.
 *
 * @throws StudyError where a file cannot be read as a log, or holds no event.
 * @example
 * const log = await readLog(['log.csv'], { timezone: 'America/Chicago' });
 */
export async function readLog(paths: readonly string[], options: LogOptions = {}): Promise<EventLog> {
  return readLogWithin(LOG_LIMITS, paths, options);
}

/** `readLog` with other limits, so that a test need not write a gigabyte. */
export async function readLogWithin(limits: LogLimits, paths: readonly string[], options: LogOptions = {}): Promise<EventLog> {
  const zone = timeZone(options.timezone ?? 'UTC');
  const declared = options.dateFormat === undefined ? null : dateOrder(options.dateFormat);
  const target: LogTarget = { participants: new InternedBytes(), features: new InternedBytes(), times: new TimestampReader(zone, declared), events: null };
  const files: FileRead[] = [];
  for (const path of paths) {
    const asked = files.length === 0 ? options : sameColumns(files[0].columns);
    files.push(await readFile(path, asked, options, target, limits));
  }
  const events = target.events ?? new EventStore(false);
  const { columns } = files[0];
  const [{ source: { path } }] = files;
  if (events.events === 0) throw noEvents(files, path);
  const dateFormat = settleDates(events, target.times, path);
  const { zoned, local } = target.times.evidence;
  const mixed: Warning[] = zoned === 0 || local === 0 ? [] : [{
    code: 'W_TIME_ZONES_MIXED',
    message: `${counted(zoned, 'time')} with an offset or zone, ${counted(local, 'time')} without; those without are read as ${zone.name}.`,
    where: path,
  }];
  return {
    sources: files.map(({ source }) => source),
    participants: target.participants.texts(),
    features: target.features.texts(),
    events,
    zone,
    reading: { ...readingOf(columns), timezone: zoneDecision(options, zone.name, local), dateFormat },
    rows: files.reduce((sum, { source }) => sum + (source.rows ?? 0), 0),
    excludedBy: excluded(files.map(({ findings }) => findings)),
    warnings: [...files.flatMap(({ warnings }) => warnings), ...mixed],
    remarks: files.flatMap(({ remarks }) => remarks),
  };
}

interface FileRead {
  readonly source: InputFile;
  readonly columns: LogColumns;
  readonly findings: LogFindings;
  readonly warnings: readonly Warning[];
  readonly remarks: readonly string[];
}

/** A clock may be a day off without being wrong: time zones. */
const DAY = 86_400_000;

async function readFile(path: string, asked: AskedColumns, options: LogOptions, target: LogTarget, limits: LogLimits): Promise<FileRead> {
  const feed = await openFeed(path, options.stdin);
  try {
    const findings = new LogFindings(feed.name);
    let rows: LogRows | null = null;
    const end = await readLogFile(feed, {
      encoding: options.encoding,
      delimiter: options.delimiter,
      limits,
      pause: options.pause,
      rows: (delimiter) => rows = new LogRows(target, findings, asked, limits, (feed.lastChanged ?? Infinity) + DAY, delimiter),
    });
    const taken = rows as LogRows | null;
    if (taken === null || taken.columns === null || taken.header === null) throw new StudyError('E_HEADER_MISSING', 'The file holds only blank lines, so there is no header.', { where: feed.name });
    return {
      source: inputFile(feed, taken.rows),
      columns: taken.columns,
      findings,
      warnings: [...end.warnings, ...taken.header.warnings, ...findings.warnings()],
      remarks: remarksOn(feed, end.cutRow, taken.late),
    };
  } finally {
    feed.close();
  }
}

function remarksOn(feed: ByteFeed, cutRow: boolean, late: { count: number; line: number }): string[] {
  const grown = `${feed.name}: the file grew while it was read; events up to the size it had at the start are counted`;
  return [
    ...(feed.grew() ? [`${grown}${cutRow ? ', and the row that was cut there is left out' : ''}.`] : []),
    ...(late.count === 0 ? [] : [`${feed.name}:${late.line}: ${counted(late.count, 'event')} later than the file itself was last changed; kept. A wrong clock, or day and month exchanged?`]),
  ];
}

/** The hash stays unread until a record is written out. */
function inputFile(feed: ByteFeed, rows: number): InputFile {
  const content = feed.stored();
  return {
    path: feed.name,
    get sha256() {
      return content.sha256;
    },
    bytes: content.bytes,
    rows,
  };
}

function sameColumns({ participant, time, feature, duration }: LogColumns): AskedColumns {
  return { participant: participant.value, time: time.value, feature: feature?.value ?? null, duration: duration?.value ?? null };
}

function readingOf({ participant, time, feature, duration }: LogColumns): Pick<LogReading, 'participant' | 'time' | 'feature' | 'duration'> {
  const decision = ({ value, why }: Decision<string>): Decision<string> => ({ value, why });
  return {
    participant: decision(participant),
    time: decision(time),
    feature: feature === null ? null : decision(feature),
    duration: duration === null ? null : decision(duration),
  };
}

function zoneDecision({ timezone }: LogOptions, name: string, local: number): Decision<string> {
  if (timezone !== undefined) return { value: name, why: 'asked for' };
  return { value: name, why: local > 0 ? 'nothing else was asked for, and times carry no offset' : 'nothing else was asked for' };
}

function excluded(findings: readonly LogFindings[]): Record<string, number> {
  const sum = (...codes: Parameters<LogFindings['count']>[0][]): number =>
    findings.reduce((total, one) => total + codes.reduce((before, code) => before + one.count(code), 0), 0);
  return { blankId: sum('W_ID_BLANK'), unreadableTime: sum('W_TIME_BLANK', 'W_TIME_UNREADABLE', 'W_TIME_SERIAL') };
}

function noEvents(files: readonly FileRead[], where: string): StudyError {
  const warning = files.flatMap(({ warnings }) => warnings).find(({ code }) => code.startsWith('W_TIME') || code === 'W_ID_BLANK');
  if (warning === undefined) return new StudyError('E_ROWS_NONE', 'The log has a header and no events.', { where, hint: 'Export it again, with its data.' });
  return new StudyError('E_EVENTS_NONE', `No row is an event with a participant and a time. ${warning.message}`, {
    where: warning.where, hint: 'Check --participant, --time and --date-format.',
  });
}
