import { Readable } from 'node:stream';
import type { EventLog } from '../../../src/dataset/event-log.js';
import { LOG_LIMITS } from '../../../src/importers/events/log-limits.js';
import type { LogLimits } from '../../../src/importers/events/log-limits.js';
import { readLogWithin } from '../../../src/importers/events/read-log.js';
import type { LogOptions } from '../../../src/importers/events/read-log.js';

/** Reads a log from memory, by way of standard input. */
export function readLogText(content: string | Uint8Array, options: LogOptions = {}, limits: Partial<LogLimits> = {}): Promise<EventLog> {
  return readLogWithin({ ...LOG_LIMITS, ...limits }, ['-'], { ...options, stdin: Readable.from([Buffer.from(content as Uint8Array)]) });
}

/** Every event as `participant, ISO instant, feature`, by participant and in the order read. */
export function eventsOf(log: EventLog): string[][] {
  return log.participants.flatMap((participant, index) => {
    const { times, features } = log.events.of(index);
    return Array.from(times, (time, at) => [participant, new Date(time).toISOString(), log.features[features[at]]]);
  });
}

/** The time that a log of one event gives it, or the codes of its warnings where it has none. */
export async function timeOf(written: string, options: LogOptions = {}): Promise<string> {
  const quoted = `"${written.replaceAll('"', '""')}"`;
  const log = await readLogText(`id,time,feature\nsure,2011-01-01T00:00:00Z,x\np,${quoted},x\n`, options);
  const [, found] = eventsOf(log);
  return found === undefined ? log.warnings.map(({ code }) => code).join(' ') : found[1];
}
