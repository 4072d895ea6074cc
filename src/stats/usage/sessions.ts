/**
 * Sessions of one participant: a gap longer than `gap` starts a new one, a gap of just that does not.
 *
 * @param times ascending
 * @param gap in the unit of `times`
 * @example sessions(Float64Array.of(0, 30, 61), 30) // 2
 */
export function sessions(times: Float64Array, gap: number): number {
  let count = times.length === 0 ? 0 : 1;
  for (let at = 1; at < times.length; at += 1) if (times[at] - times[at - 1] > gap) count += 1;
  return count;
}
