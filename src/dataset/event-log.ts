import type { Decision } from '../results/inspection.js';
import type { InputFile } from '../results/record.js';
import type { Warning } from '../results/warning.js';
import type { EventStore } from './event-store.js';
import type { LinkSide } from './link.js';
import type { TimeZone } from './time-zone.js';

/** A portal's log: who did what and when, and how it was read. */
export interface EventLog {
  readonly sources: readonly InputFile[];
  /** Unique, in order of first appearance; their indices are those of `events`. */
  readonly participants: readonly string[];
  /** Unique, in order of first appearance; '' stands for events without a feature. */
  readonly features: readonly string[];
  readonly events: EventStore;
  /** In which days are told apart, and in which times without an offset are read. */
  readonly zone: TimeZone;
  readonly reading: LogReading;
  readonly rows: number;
  readonly excludedBy: Readonly<Record<string, number>>;
  readonly warnings: readonly Warning[];
  /** What the person at the terminal should know, but depends on more than the bytes read, such as a file's age. */
  readonly remarks: readonly string[];
}

/** Which columns were taken for what, and how times were read. */
export interface LogReading {
  readonly participant: Decision<string>;
  readonly time: Decision<string>;
  readonly feature: Decision<string> | null;
  readonly duration: Decision<string> | null;
  readonly timezone: Decision<string>;
  /** The order of day, month and year where numbers do not tell, such as `d/m/y`. */
  readonly dateFormat: Decision<string> | null;
}

/** A log as a side of a link: each participant once. Its rows without one are counted in `excludedBy`. */
export function logSide({ sources, participants, reading }: Pick<EventLog, 'sources' | 'participants' | 'reading'>): LinkSide {
  return { path: sources.length === 1 ? sources[0].path : `${sources[0].path} and ${sources.length - 1} more`, column: reading.participant.value, ids: participants };
}
