import type { ParticipantEvents } from '../../dataset/event-store.js';

/** Places of the events that repeat an earlier one in every cell, ascending; mostly none. */
export function repeatedEvents({ times, features, rowHashes }: Omit<ParticipantEvents, 'durations'>): number[] {
  const repeated: number[] = [];
  for (let from = 0; from < times.length;) {
    let until = from + 1;
    while (until < times.length && times[until] === times[from]) until += 1;
    if (until - from > 1) {
      const seen = new Set<number>();
      for (let at = from; at < until; at += 1) {
        const rest = features[at] * 2 ** 32 + rowHashes[at];
        if (seen.has(rest)) repeated.push(at);
        seen.add(rest);
      }
    }
    from = until;
  }
  return repeated;
}

/** The events without those at some places. */
export function withoutEvents(events: ParticipantEvents, places: readonly number[]): ParticipantEvents {
  if (places.length === 0) return events;
  const left = new Set(places);
  const kept = Uint32Array.from(Array.from(events.times.keys()).filter((at) => !left.has(at)));
  return {
    times: Float64Array.from(kept, (at) => events.times[at]),
    features: Uint32Array.from(kept, (at) => events.features[at]),
    rowHashes: Uint32Array.from(kept, (at) => events.rowHashes[at]),
    durations: events.durations === null ? null : Float64Array.from(kept, (at) => events.durations![at]),
  };
}
