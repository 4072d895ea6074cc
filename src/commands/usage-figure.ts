import type { EventLog } from '../dataset/event-log.js';
import type { UsageRecord } from '../results/usage.js';
import type { Enrolment } from './enrolment.js';
import { observedPeople } from './observed-people.js';
import type { UsageOptions } from './usage-request.js';

const DAY = 86_400_000;
/** A span of more days than this is drawn by month. */
const MOST_DAYS = 62;

/** The events that were counted, by month or by day, a row of bars for each feature. */
export async function usageFigure(log: EventLog, options: UsageOptions, enrolment: Enrolment | null, record: UsageRecord): Promise<string> {
  const { useOverTime } = await import('../plots/use-over-time.js');
  const byDay = countsByDay(log, options, enrolment);
  const days = [...byDay.keys()].sort((a, b) => a - b);
  const first = days[0] ?? 0;
  const last = days.at(-1) ?? 0;
  const length = last - first < MOST_DAYS ? 10 : 7;
  const periods = [...new Set(Array.from({ length: last - first + 1 }, (_, day) => dateOf(first + day).slice(0, length)))];
  const places = new Map(periods.map((period, place) => [period, place]));
  const named = record.features.length === 0 ? [{ feature: '' as string | null }] : record.features;
  const series = named.map(({ feature }) => {
    const counts = new Array<number>(periods.length).fill(0);
    const index = log.features.indexOf(feature ?? '');
    for (const [day, features] of byDay) counts[places.get(dateOf(day).slice(0, length))!] += features[index];
    return { label: feature === null ? '(no feature)' : feature === '' ? 'events' : feature, counts };
  });
  return useOverTime({
    title: 'Use over time',
    description: series.map(({ label, counts }) => `${label}: ${counts.map((count, place) => `${periods[place]} ${count}`).join(', ')}.`).join(' '),
    periods,
    series,
  });
}

function countsByDay(log: EventLog, options: UsageOptions, enrolment: Enrolment | null): Map<number, Uint32Array> {
  const byDay = new Map<number, Uint32Array>();
  for (const { inside: { times, features } } of observedPeople(log, options, enrolment)) {
    for (let at = 0; at < times.length; at += 1) {
      const day = log.zone.dayOf(times[at]);
      let counts = byDay.get(day);
      if (counts === undefined) byDay.set(day, counts = new Uint32Array(log.features.length));
      counts[features[at]] += 1;
    }
  }
  return byDay;
}

function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
