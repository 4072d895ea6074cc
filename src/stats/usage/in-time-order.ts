import type { ParticipantEvents } from '../../dataset/event-store.js';

/**
 * One participant's events by time; events of one time stay in the order they were read. Logs are mostly written in
 * order, and then the events come back as they are.
 */
export function inTimeOrder(events: ParticipantEvents): ParticipantEvents {
  if (isAscending(events.times)) return events;
  const order = orderOf(events.times);
  return {
    times: Float64Array.from(order, (at) => events.times[at]),
    features: Uint32Array.from(order, (at) => events.features[at]),
    rowHashes: Uint32Array.from(order, (at) => events.rowHashes[at]),
    durations: events.durations === null ? null : Float64Array.from(order, (at) => events.durations![at]),
  };
}

function isAscending(times: Float64Array): boolean {
  for (let at = 1; at < times.length; at += 1) if (times[at] < times[at - 1]) return false;
  return true;
}

function orderOf(times: Float64Array): Uint32Array {
  const count = times.length;
  const first = times.reduce((least, time) => Math.min(least, time));
  const last = times.reduce((most, time) => Math.max(most, time));
  if ((last - first + 1) * count > Number.MAX_SAFE_INTEGER) {
    return Uint32Array.from(times.keys()).sort((a, b) => times[a] - times[b] || a - b);
  }
  // Time and place in one whole number, which the engine sorts natively, ten times as fast as with a comparison of ours.
  const keys = times.map((time, at) => (time - first) * count + at).sort();
  return Uint32Array.from(keys, (key) => key % count);
}
