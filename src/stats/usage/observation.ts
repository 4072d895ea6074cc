import type { ParticipantEvents } from '../../dataset/event-store.js';
import { partitionPoint } from '../../numeric/partition-point.js';

/** A stretch of time in which use is counted: instants from `from` up to, but not including, `until`. */
export interface ObservationWindow {
  readonly from: number;
  readonly until: number;
}

export const ALWAYS: ObservationWindow = { from: -Infinity, until: Infinity };

/** What two windows share; empty where `until` is not after `from`. */
export function sharedWindow(a: ObservationWindow, b: ObservationWindow): ObservationWindow {
  return { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) };
}

/** The events inside a window. @param events by time */
export function eventsWithin(events: ParticipantEvents, { from, until }: ObservationWindow): ParticipantEvents {
  const start = countBefore(events.times, from);
  const end = Math.max(start, countBefore(events.times, until));
  if (start === 0 && end === events.times.length) return events;
  return {
    times: events.times.subarray(start, end),
    features: events.features.subarray(start, end),
    rowHashes: events.rowHashes.subarray(start, end),
    durations: events.durations?.subarray(start, end) ?? null,
  };
}

/** How many of the ascending times come before a moment. */
function countBefore(times: Float64Array, moment: number): number {
  return partitionPoint(times.length, (index) => times[index] < moment);
}
