import { nearestNames } from './nearest-names.js';
import { StudyError } from '../errors.js';

const DAY = 86_400_000;
/**
 * Offsets are looked up this far apart, and halved down to a change where they differ. Two changes within one step
 * that cancel each other would be missed; no zone of the tz database has had such since 1970.
 */
const STEP = 8 * DAY;

/** A stretch of instants, `from` up to but not including `until`, in which a zone keeps one offset. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  /** Local time less UTC, in milliseconds. */
  readonly offset: number;
}

/** Why a local time is no instant, or is two: clocks went forward over it, or back. */
export type ClockChange = 'skipped' | 'repeated' | null;

/**
 * The rules of a time zone, as node's tz database has them. Each stretch of one offset is looked up once, so that
 * millions of times cost a comparison each.
 *
 * @example
 * timeZone('America/Chicago').offsetAt(Date.UTC(2011, 6, 1)); // -18000000
 */
export class TimeZone {
  #last: Stretch;
  readonly #stretches = new Map<number, readonly Stretch[]>();
  readonly #format: Intl.DateTimeFormat | null;

  constructor(readonly name: string) {
    this.#format = name === 'UTC' ? null : new Intl.DateTimeFormat('en-US', {
      timeZone: name, hourCycle: 'h23', era: 'narrow',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    this.#last = { from: -Infinity, until: this.#format === null ? Infinity : -Infinity, offset: 0 };
  }

  /** Local time less UTC at an instant, in milliseconds. */
  offsetAt(instant: number): number {
    if (instant < this.#last.from || instant >= this.#last.until) this.#last = this.#stretchAt(instant);
    return this.#last.offset;
  }

  /** The day of an instant where the zone is: whole days since 1970-01-01. */
  dayOf(instant: number): number {
    return Math.floor((instant + this.offsetAt(instant)) / DAY);
  }

  /** An instant up to which the day of an instant is sure to last: its midnight, or an earlier change of the clock. */
  sameDayUntil(instant: number, day: number): number {
    const offset = this.offsetAt(instant);
    return Math.min((day + 1) * DAY - offset, this.#last.until);
  }

  /**
   * The instant of a local time, given as if it were UTC. A time that clocks skipped is taken by the offset before
   * the change (02:30 becomes 03:30); of a time they repeated the first is taken. RFC 5545, 3.3.5, has the same rule.
   */
  instantOf(local: number): number {
    const { from, until, offset } = this.#last;
    // Well inside a stretch no other offset can matter: none is beyond a day.
    if (local - DAY >= from && local + DAY < until) return local - offset;
    return local - this.#offsetOfLocal(local).offset;
  }

  /** What clocks did to a local time, given as if it were UTC. */
  changeAt(local: number): ClockChange {
    const { from, until } = this.#last;
    return local - DAY >= from && local + DAY < until ? null : this.#offsetOfLocal(local).change;
  }

  #offsetOfLocal(local: number): { offset: number; change: ClockChange } {
    const before = this.offsetAt(local - DAY);
    const after = this.offsetAt(local + DAY);
    if (before === after) return { offset: before, change: null };
    const fitsBefore = this.offsetAt(local - before) === before;
    const fitsAfter = this.offsetAt(local - after) === after;
    if (fitsBefore && fitsAfter) return { offset: before, change: 'repeated' };
    if (!fitsBefore && !fitsAfter) return { offset: before, change: 'skipped' };
    return { offset: fitsBefore ? before : after, change: null };
  }

  #stretchAt(instant: number): Stretch {
    const step = Math.floor(instant / STEP);
    let stretches = this.#stretches.get(step);
    if (stretches === undefined) this.#stretches.set(step, stretches = this.#stretchesOf(step * STEP, (step + 1) * STEP));
    return stretches.find(({ until }) => instant < until) ?? stretches[stretches.length - 1];
  }

  #stretchesOf(from: number, until: number): Stretch[] {
    const first = this.#lookUp(from);
    const last = this.#lookUp(until);
    if (first === last) return [{ from, until, offset: first }];
    let low = from;
    let high = until;
    while (high - low > 1) {
      const middle = low + Math.floor((high - low) / 2);
      if (this.#lookUp(middle) === first) low = middle;
      else high = middle;
    }
    return [{ from, until: high, offset: first }, { from: high, until, offset: this.#lookUp(high) }];
  }

  #lookUp(instant: number): number {
    if (this.#format === null) return 0;
    const parts = new Map(this.#format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
    const year = parts.get('era') === 'B' ? 1 - part('year') : part('year');
    const local = new Date(0);
    local.setUTCFullYear(year, part('month') - 1, part('day'));
    return local.setUTCHours(part('hour'), part('minute'), part('second')) - Math.floor(instant / 1000) * 1000;
  }
}

/**
 * The zone of an IANA name, such as America/Chicago; `UTC` for UTC.
 *
 * @throws StudyError E_TIMEZONE naming the nearest ones.
 */
export function timeZone(name: string): TimeZone {
  if (/^(?:utc|z|gmt)$/i.test(name.trim())) return new TimeZone('UTC');
  try {
    return new TimeZone(new Intl.DateTimeFormat('en-US', { timeZone: name.trim() }).resolvedOptions().timeZone);
  } catch (cause) {
    const known = Intl.supportedValuesOf('timeZone');
    const cities = known.filter((zone) => zone.split('/').at(-1)?.toLowerCase() === name.trim().toLowerCase().replaceAll(' ', '_'));
    const near = [...cities, ...nearestNames(name, known)];
    throw new StudyError('E_TIMEZONE', `There is no time zone "${name}".`, {
      cause, hint: near.length > 0 ? `Nearest: --timezone ${near[0]}.` : 'For example: --timezone America/Chicago.',
    });
  }
}
