import { StudyError } from '../../errors.js';
import { readTime } from '../../importers/events/time-forms.js';
import type { TimeZone } from '../../dataset/time-zone.js';
import { ALWAYS } from '../../stats/usage/observation.js';
import type { ObservationWindow } from '../../stats/usage/observation.js';

/** How use is counted; everything left out takes the default of the command line. */
export interface UsageOptions {
  /** Minutes; a longer gap starts a new session. Default: 30. */
  readonly gap?: number;
  /** First and last day, or moment, of the window; both are inside it. */
  readonly from?: string;
  readonly to?: string;
  /** Days before and after each participant's own date, both inside the window. */
  readonly days?: readonly [number, number];
  readonly dropDuplicates?: boolean;
}

export const DEFAULT_GAP_MINUTES = 30;
const DAY = 86_400_000;

/**
 * The window of `--from` and `--to`, by days of the zone.
 *
 * @throws StudyError E_OPTION_VALUE, E_WINDOW_EMPTY.
 */
export function fixedWindow({ from, to }: Pick<UsageOptions, 'from' | 'to'>, zone: TimeZone): ObservationWindow {
  const window = {
    from: from === undefined ? ALWAYS.from : moment('--from', from, zone).start,
    until: to === undefined ? ALWAYS.until : moment('--to', to, zone).end,
  };
  if (window.from < window.until) return window;
  throw new StudyError('E_WINDOW_EMPTY', `--from ${from} is not before --to ${to}.`, { hint: 'Exchange them.' });
}

/** A window of days counted from a day, days and window by the zone's midnights. */
export function windowAround(day: number, [first, last]: readonly [number, number], zone: TimeZone): ObservationWindow {
  return { from: zone.instantOf((day + first) * DAY), until: zone.instantOf((day + last + 1) * DAY) };
}

/** A day lasts from its midnight to the next; a moment only itself. */
function moment(option: string, text: string, zone: TimeZone): { start: number; end: number } {
  const read = readTime(text.trim(), 'ymd');
  if (read === null || !/^\d{4}\D/.test(text.trim())) {
    throw new StudyError('E_OPTION_VALUE', `${option} takes a day or a time, not "${text}".`, { hint: `For example: ${option} 2011-12-31.` });
  }
  const instantOf = (ms: number): number => (read.zoned ? ms : zone.instantOf(ms));
  const start = instantOf(read.ms);
  return { start, end: /\d:\d/.test(text) ? start + 1 : zone.instantOf(read.ms + DAY) };
}
