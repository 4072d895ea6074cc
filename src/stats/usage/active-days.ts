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
  for (const time of times) {
    const day = zone.dayOf(time);
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
