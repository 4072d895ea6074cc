import type { EventStore } from '../../dataset/event-store.js';
import { StudyError } from '../../errors.js';
import type { Decision } from '../../results/inspection.js';
import { civilDay } from './civil-day.js';
import type { DateOrder } from './time-forms.js';
import type { TimestampReader } from './timestamps.js';

const DAY = 86_400_000;

/**
 * What `--date-format` says: the order of its d, m and y, however it spells them.
 *
 * @throws StudyError E_OPTION_VALUE.
 * @example
 * dateOrder('%d/%m/%Y %H:%M'); // 'dmy'
 */
export function dateOrder(text: string): DateOrder {
  const date = /^[^hHT]*/.exec(text)?.[0].toLowerCase() ?? '';
  const order = [...new Set(date.replace(/[^dmy]/g, ''))].join('');
  if (order === 'dmy' || order === 'mdy' || order === 'ymd') return order;
  throw new StudyError('E_OPTION_VALUE', `--date-format says in which order day, month and year stand, not "${text}".`, {
    hint: 'Type --date-format d/m/y, m/d/y or y/m/d.',
  });
}

/**
 * Settles times that were read with day and month possibly exchanged, now that the whole log has spoken, and turns
 * them from local times into instants.
 *
 * @throws StudyError E_DATE_AMBIGUOUS where no row proves the order, or rows prove both.
 */
export function settleDates(events: EventStore, { evidence, zone, declared }: TimestampReader, file: string): Decision<string> | null {
  const { open, dayFirst, monthFirst } = evidence;
  if (declared !== null) return { value: [...declared].join('/'), why: 'asked for' };
  if (open === 0) return null;
  const hint = 'Type --date-format d/m/y or --date-format m/d/y.';
  if (dayFirst !== null && monthFirst !== null) {
    throw new StudyError('E_DATE_AMBIGUOUS', `Some dates can only be day/month/year (${dayFirst}), others only month/day/year (${monthFirst}).`, { where: file, hint });
  }
  if (open !== events.events || evidence.zoned > 0) {
    throw new StudyError('E_DATE_AMBIGUOUS', 'Times come in several forms, and in one of them day and month could be exchanged.', { where: file, hint });
  }
  if (dayFirst === null && monthFirst === null) {
    throw new StudyError('E_DATE_AMBIGUOUS', 'No date tells whether day/month/year or month/day/year is meant: none has a day after the 12th.', { where: file, hint });
  }
  const exchange = monthFirst !== null;
  events.mapTimes((local) => zone.instantOf(exchange ? withMonthFirst(local) : local));
  evidence.local += open;
  return exchange
    ? { value: 'm/d/y', why: `a date can be read in no other order (${monthFirst})` }
    : { value: 'd/m/y', why: `a date can be read in no other order (${dayFirst})` };
}

/** Exchanges day and month where both are from 1 to 12; a date with a greater number was read rightly. */
function withMonthFirst(local: number): number {
  const date = new Date(local);
  const exchanged = civilDay(date.getUTCFullYear(), date.getUTCDate(), date.getUTCMonth() + 1);
  return Number.isNaN(exchanged) ? local : exchanged * DAY + (local - Math.floor(local / DAY) * DAY);
}
