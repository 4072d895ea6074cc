import type { ParticipantEvents } from '../../dataset/event-store.js';
import type { TimeZone } from '../../dataset/time-zone.js';

/** Events by day of a zone (whole days since 1970-01-01), and for each by the log's features. */
export type UseByDay = Map<number, Uint32Array>;

export type PeriodKind = 'day' | 'week' | 'month' | 'year';

/** Events by period and by feature; the periods are in order and without gaps. */
export interface UseByPeriod {
  readonly kind: PeriodKind;
  /** A day, the Monday of a week, a month or a year, as ISO 8601 writes it. */
  readonly periods: readonly string[];
  /** By feature, then by period. */
  readonly counts: readonly (readonly number[])[];
}

const DAY = 86_400_000;
/** The kind of period up to so many days from the first to the last event: few bars tell nothing, many cannot be told apart. */
const LONGEST: readonly (readonly [number, PeriodKind])[] = [[21, 'day'], [120, 'week'], [20 * 366, 'month'], [Infinity, 'year']];

/** Adds one participant's events, which come by time. @param features how many the log has */
export function addUse(use: UseByDay, { times, features: kinds }: ParticipantEvents, zone: TimeZone, features: number): void {
  let over = -Infinity;
  let counts: Uint32Array = new Uint32Array(0);
  for (let at = 0; at < times.length; at += 1) {
    if (times[at] >= over) {
      const day = zone.dayOf(times[at]);
      over = zone.sameDayUntil(times[at], day);
      counts = use.get(day) ?? new Uint32Array(features);
      use.set(day, counts);
    }
    counts[kinds[at]] += 1;
  }
}

/** Days gathered into the periods that show a log of their length; null where there is none. */
export function useByPeriod(use: UseByDay, features: number): UseByPeriod | null {
  const days = [...use.keys()].sort((a, b) => a - b);
  if (days.length === 0) return null;
  const [first, last] = [days[0], days[days.length - 1]];
  const [, kind] = LONGEST.find(([most]) => last - first < most)!;
  const [from, to] = [periodOf(first, kind), periodOf(last, kind)];
  const counts = Array.from({ length: features }, () => Array.from({ length: to - from + 1 }, () => 0));
  for (const [day, byFeature] of use) {
    const period = periodOf(day, kind) - from;
    byFeature.forEach((count, feature) => { counts[feature][period] += count; });
  }
  return { kind, periods: counts[0].map((_, index) => periodName(from + index, kind)), counts };
}

/** A number for each period, one more for the next. */
function periodOf(day: number, kind: PeriodKind): number {
  // 1970 began on a Thursday, three days after its Monday.
  if (kind === 'week') return Math.floor((day + 3) / 7);
  if (kind === 'day') return day;
  const date = new Date(day * DAY);
  return kind === 'year' ? date.getUTCFullYear() : date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function periodName(period: number, kind: PeriodKind): string {
  const [first, letters] = kind === 'year' ? [Date.UTC(period, 0), 4]
    : kind === 'month' ? [Date.UTC(Math.floor(period / 12), period % 12), 7]
      : [DAY * (kind === 'week' ? period * 7 - 3 : period), 10];
  return new Date(first).toISOString().slice(0, letters);
}
