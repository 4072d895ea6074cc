import type { ParticipantEvents } from '../../dataset/event-store.js';
import type { TimeZone } from '../../dataset/time-zone.js';
import { selectMedian } from '../../numeric/select-kth.js';
import { activeDays } from './active-days.js';
import { sessions } from './sessions.js';

/** What one participant did in a window. Times are instants in milliseconds; what no event defines is null. */
export interface ParticipantUsage {
  readonly events: number;
  /** By the log's features. */
  readonly byFeature: Uint32Array;
  readonly sessions: number;
  readonly activeDays: number;
  readonly first: number | null;
  readonly last: number | null;
  /** Middle of the times between one event and the next, in milliseconds; null below two events. */
  readonly medianGap: number | null;
  /** Sum of the durations that could be read; null where the log has none. */
  readonly duration: number | null;
}

/** How everybody's use is counted. */
export interface UsageRule {
  /** Milliseconds; a longer gap starts a new session. */
  readonly gap: number;
  readonly zone: TimeZone;
  /** How many features the log has. */
  readonly features: number;
  /** Room for the gaps of one participant; handed from one to the next, because an array for each keeps the collector busy. */
  readonly scratch: { gaps: Float64Array };
}

/** @param events of one participant, by time */
export function participantUsage(
  { times, features, durations }: ParticipantEvents, rule: UsageRule,
): ParticipantUsage {
  const byFeature = new Uint32Array(rule.features);
  for (let at = 0; at < features.length; at += 1) byFeature[features[at]] += 1;
  const count = times.length;
  return {
    events: count,
    byFeature,
    sessions: sessions(times, rule.gap),
    activeDays: activeDays(times, rule.zone),
    first: count === 0 ? null : times[0],
    last: count === 0 ? null : times[count - 1],
    medianGap: count < 2 ? null : selectMedian(gaps(times, rule.scratch)),
    duration: durations === null ? null : sumOfDurations(durations),
  };
}

function gaps(times: Float64Array, scratch: UsageRule['scratch']): Float64Array {
  const count = times.length - 1;
  if (scratch.gaps.length < count) scratch.gaps = new Float64Array(2 * count);
  for (let at = 0; at < count; at += 1) scratch.gaps[at] = times[at + 1] - times[at];
  return scratch.gaps.subarray(0, count);
}

/** Whole numbers add up exactly in any order; others are added from the least up, so that row order decides nothing. */
function sumOfDurations(durations: Float64Array): number {
  let sum = 0;
  let whole = true;
  for (let at = 0; at < durations.length; at += 1) {
    const duration = durations[at];
    if (Number.isNaN(duration)) continue;
    sum += duration;
    if (Math.floor(duration) !== duration) whole = false;
  }
  if (whole) return sum;
  return durations.filter((duration) => !Number.isNaN(duration)).sort().reduce((total, duration) => total + duration, 0);
}
