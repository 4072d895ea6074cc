import { Temporal } from 'temporal-polyfill';

/** An event as a reader of the log would copy it out by hand. */
export interface WrittenEvent {
  readonly participant: string;
  readonly time: string;
  readonly feature: string;
  readonly duration: number;
}

const MINUTE = 60_000;

/** Each measure by its definition, from a list of events in memory: no block, no byte, no typed array. */
export function usageByDefinition(events: readonly WrittenEvent[], { zone, gapMinutes }: { zone: string; gapMinutes: number }) {
  const participants = [...new Set(events.map(({ participant }) => participant))].sort();
  const features = [...new Set(events.map(({ feature }) => feature))].sort();
  return participants.map((participant) => {
    const own = events.filter((event) => event.participant === participant);
    const times = own.map(({ time }) => Date.parse(time)).sort((a, b) => a - b);
    const gaps = times.slice(1).map((time, at) => time - times[at]).sort((a, b) => a - b);
    const days = new Set(times.map((time) => Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone).toPlainDate().toString()));
    return {
      participant,
      events: own.length,
      ...Object.fromEntries(features.map((feature) => [`events.${feature}`, own.filter((event) => event.feature === feature).length])),
      sessions: 1 + gaps.filter((gap) => gap > gapMinutes * MINUTE).length,
      active_days: days.size,
      first: written(times[0], zone),
      last: written(times[times.length - 1], zone),
      tenure_days: (times[times.length - 1] - times[0]) / (1440 * MINUTE),
      median_gap_hours: gaps.length === 0 ? null : (gaps[Math.floor((gaps.length - 1) / 2)] + gaps[Math.ceil((gaps.length - 1) / 2)]) / 2 / (60 * MINUTE),
      duration: own.reduce((sum, { duration }) => sum + duration, 0),
    };
  });
}

function written(time: number, zone: string): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(time);
  return zone === 'UTC' ? instant.toString() : instant.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' });
}
