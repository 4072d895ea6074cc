import type { Decision } from './inspection.js';
import type { ResultRecord } from './record.js';

/** How use was counted. */
export interface UsageMethod {
  readonly name: 'usage';
  /** The files of the log, in the order they were read. */
  readonly logs: readonly string[];
  /** A longer gap between two events starts a new session, in minutes. */
  readonly gapMinutes: number;
  /** In which days are told apart. */
  readonly timezone: Decision<string>;
  readonly participant: Decision<string>;
  readonly time: Decision<string>;
  readonly feature: Decision<string> | null;
  readonly duration: Decision<string> | null;
  readonly dateFormat: Decision<string> | null;
  /** Bounds of the window, both inside it, as asked for. */
  readonly from: string | null;
  readonly to: string | null;
  /** Each participant's window: days from `days[0]` to `days[1]`, both inside it, counted from a date in a survey. */
  readonly relativeTo: { readonly column: string; readonly days: readonly [number, number] } | null;
  readonly duplicates: 'counted' | 'dropped';
}

/**
 * One participant: `participant`, `events`, `events.<feature>` for each feature, `sessions`, `active_days`, `first`,
 * `last` (ISO 8601 with the zone's offset), `tenure_days`, `median_gap_hours`, and `duration` where the log has durations.
 * Nobody whose use was not observed has 0; theirs are null.
 */
export interface UsageEstimate extends Readonly<Record<string, number | string | null>> {
  readonly participant: string;
}

/** One feature over all participants; `feature` null stands for events without one. */
export interface FeatureUsage {
  readonly feature: string | null;
  readonly users: number;
  readonly events: number;
  /** Of all events, from 0 to 1. */
  readonly share: number;
}

/** One measure over the participants who have it. Quartiles are of type 7. */
export interface MeasureSummary {
  readonly measure: string;
  readonly n: number;
  readonly mean: number | null;
  readonly min: number | null;
  readonly q1: number | null;
  readonly median: number | null;
  readonly q3: number | null;
  readonly max: number | null;
}

/** How many people there are, and why some have no figures. */
export interface UsageParticipants {
  readonly total: number;
  readonly withEvents: number;
  /** Observed, and did nothing: their counts are 0. */
  readonly withoutEvents: number;
  /** No date that their window could be counted from: missing. */
  readonly withoutDate: number;
  /** Their window lies outside the time the log covers: missing. */
  readonly outsideLog: number;
  /** Their window reaches beyond the time the log covers; counted as far as it goes. */
  readonly partlyOutsideLog: number;
  /** In the log, but not among those enrolled: left out. Null where nobody was said to be enrolled. */
  readonly logOnly: number | null;
}

/** `n` counts rows of the log: those read, those counted, and why others were not. */
export interface UsageRecord extends ResultRecord<'usage', UsageMethod, UsageEstimate> {
  readonly participants: UsageParticipants;
  /** Most events first. */
  readonly features: readonly FeatureUsage[];
  readonly summaries: readonly MeasureSummary[];
}
