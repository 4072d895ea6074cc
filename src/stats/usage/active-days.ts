import type { TimeZone } from '../../dataset/time-zone.js';

/**
 * Different days, where the zone is, on which a participant did something.
 *
 * @param times ascending instants
 */
export function activeDays(times: Float64Array, zone: TimeZone): number {
  let count = 0;
  let latest = -Infinity;
  let before = -Infinity;
  // Most events follow another of the same day: no rule of the zone need be asked before the day is over.
  let over = -Infinity;
  for (let at = 0; at < times.length; at += 1) {
    const time = times[at];
    if (time < over) continue;
    const day = zone.dayOf(time);
    over = zone.sameDayUntil(time, day);
    if (day === latest || day === before) continue;
    count += 1;
    // Clocks put back just after midnight lead into the day before once more, but never further.
    if (day > latest) {
      before = latest;
      latest = day;
    } else before = day;
  }
  return count;
}
