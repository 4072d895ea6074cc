import type { EventLog } from '../../dataset/event-log.js';
import type { TimeZone } from '../../dataset/time-zone.js';
import type { FeatureUsage, UsageEstimate } from '../../results/usage.js';
import type { ParticipantUsage } from '../../stats/usage/participant-usage.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Makes a participant's row: null for every measure where their use was not observed. */
export function usageEstimates({ features, zone, events }: EventLog): (participant: string, usage: ParticipantUsage | null) => UsageEstimate {
  // The prefix keeps a feature called __proto__ a name like any other.
  const named = sortedFeatures(features).map(({ name, index }) => ({ key: `events.${name}`, index }));
  return (participant, usage) => {
    const spanned = usage === null || usage.first === null || usage.last === null ? null : usage.last - usage.first;
    return {
      participant,
      events: usage?.events ?? null,
      ...Object.fromEntries(named.map(({ key, index }) => [key, usage?.byFeature[index] ?? null])),
      sessions: usage?.sessions ?? null,
      active_days: usage?.activeDays ?? null,
      first: isoTime(usage?.first ?? null, zone),
      last: isoTime(usage?.last ?? null, zone),
      tenure_days: spanned === null ? null : spanned / DAY,
      median_gap_hours: usage === null || usage.medianGap === null ? null : usage.medianGap / HOUR,
      ...(events.hasDurations ? { duration: usage?.duration ?? null } : {}),
    };
  };
}

/** Every named feature in order of name, whatever the order of rows. */
function sortedFeatures(features: readonly string[]): { name: string; index: number }[] {
  return features.map((name, index) => ({ name, index })).filter(({ name }) => name !== '').sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Users, events and share of each feature, most events first. */
export function featureUsage(features: readonly string[], counts: readonly { readonly users: number; readonly events: number }[]): FeatureUsage[] {
  const total = counts.reduce((sum, { events }) => sum + events, 0);
  if (features.length === 1 && features[0] === '') return [];
  return features
    .map((name, index) => ({ feature: name === '' ? null : name, ...counts[index], share: total === 0 ? 0 : counts[index].events / total }))
    .sort((a, b) => b.events - a.events || ((a.feature ?? '') < (b.feature ?? '') ? -1 : 1));
}

/** @example isoTime(0, timeZone('America/Chicago')); // '1969-12-31T18:00:00-06:00' */
function isoTime(instant: number | null, zone: TimeZone): string | null {
  if (instant === null) return null;
  const offset = zone.offsetAt(instant);
  const local = new Date(instant + offset).toISOString().replace(/\.000Z$|Z$/, '');
  if (zone.name === 'UTC') return `${local}Z`;
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
