import type { TimeZone } from '../../dataset/time-zone.js';
import { civilDay } from './civil-day.js';
import type { LogFindings } from './log-findings.js';
import { isSpreadsheetSerial, readTime } from './time-forms.js';
import type { DateOrder } from './time-forms.js';

const DAY = 86_400_000;
const [SPACE, PLUS, COMMA, MINUS, DOT, SLASH, COLON, T, Z] = Buffer.from(' +,-./:TZ');
const MINUTE = 60_000;
/** Bytes of YYYY-MM-DD hh:mm:ss. */
export const PLAIN_LENGTH = 19;
const NO_OFFSET = 10_000;
/** What follows the seconds is of another form. */
const ODD = 20_000;

/** What the time stamps of a log have said so far of how they are to be read. */
export interface TimeEvidence {
  /** Times with an offset, or counted from 1970, and times without. */
  zoned: number;
  local: number;
  /** Times that stand with day and month possibly exchanged, as local time; see `settled`. */
  open: number;
  /** Where the order of day and month first shows, as file:line. */
  dayFirst: string | null;
  monthFirst: string | null;
}

/**
 * Reads the times of a log as instants, straight from its bytes where they are ISO 8601 or like it.
 *
 * Local times become instants by the rules of the zone. Where d/m/y and m/d/y both fit and nothing is declared, times
 * stay local and day-first until the whole log is read, because the row that proves the order may be the last.
 */
export class TimestampReader {
  readonly evidence: TimeEvidence = { zoned: 0, local: 0, open: 0, dayFirst: null, monthFirst: null };
  #year = -1;
  #month = -1;
  #dayOfMonth = -1;
  #day = NaN;

  constructor(readonly zone: TimeZone, readonly declared: DateOrder | null) {}

  /** Milliseconds since 1970-01-01T00:00Z, or NaN with a finding where the bytes are no time. */
  read(bytes: Uint8Array, start: number, end: number, line: number, findings: LogFindings): number {
    // YYYY-MM-DD hh:mm:ss and what may follow; every other form takes the long way.
    let time = end - start < PLAIN_LENGTH ? NaN : this.plainTime(bytes, start);
    if (Number.isNaN(time)) return this.#readText(bytes, start, end, line, findings);
    let at = start + PLAIN_LENGTH;
    if (at < end && (bytes[at] === DOT || bytes[at] === COMMA)) {
      const from = at += 1;
      for (let worth = 100; at < end && bytes[at] >= 48 && bytes[at] <= 57; at += 1, worth = Math.floor(worth / 10)) {
        time += worth * (bytes[at] - 48);
      }
      if (at === from) return this.#readText(bytes, start, end, line, findings);
    }
    const offset = offsetMinutes(bytes, at, end);
    if (offset === ODD) return this.#readText(bytes, start, end, line, findings);
    if (offset === NO_OFFSET) return this.fromLocal(time, line, findings);
    this.evidence.zoned += 1;
    return time - offset * MINUTE;
  }

  /**
   * The 19 bytes YYYY-MM-DD hh:mm:ss (or with T, or with slashes) as if they were UTC; NaN where there is anything else.
   */
  plainTime(bytes: Uint8Array, at: number): number {
    const mark = bytes[at + 4];
    const between = bytes[at + 10];
    if (bytes[at + 13] !== COLON || bytes[at + 16] !== COLON || bytes[at + 7] !== mark) return NaN;
    if ((mark !== MINUS && mark !== SLASH) || (between !== T && between !== SPACE)) return NaN;
    const year = 100 * twoDigits(bytes, at) + twoDigits(bytes, at + 2);
    const month = twoDigits(bytes, at + 5);
    const dayOfMonth = twoDigits(bytes, at + 8);
    const hour = twoDigits(bytes, at + 11);
    const minute = twoDigits(bytes, at + 14);
    const second = twoDigits(bytes, at + 17);
    // Logs run by day, so the day before is mostly the day again.
    if (dayOfMonth !== this.#dayOfMonth || month !== this.#month || year !== this.#year) {
      this.#year = year;
      this.#month = month;
      this.#dayOfMonth = dayOfMonth;
      this.#day = year < 0 ? NaN : civilDay(year, month, dayOfMonth);
    }
    if (hour > 23 || minute > 59 || second > 59 || hour < 0 || minute < 0 || second < 0) return NaN;
    return this.#day * DAY + hour * 3_600_000 + minute * MINUTE + second * 1000;
  }

  #readText(bytes: Uint8Array, start: number, end: number, line: number, findings: LogFindings): number {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8').trim();
    if (text === '') {
      findings.note('W_TIME_BLANK', line);
      return NaN;
    }
    const read = readTime(text, this.declared);
    if (read === null) {
      findings.noteText(isSpreadsheetSerial(text) ? 'W_TIME_SERIAL' : 'W_TIME_UNREADABLE', line, text);
      return NaN;
    }
    if (read.proves === undefined) {
      if (!read.zoned) return this.fromLocal(read.ms, line, findings);
      this.evidence.zoned += 1;
      return read.ms;
    }
    if (read.proves === 'dmy') this.evidence.dayFirst ??= findings.at(line);
    if (read.proves === 'mdy') this.evidence.monthFirst ??= findings.at(line);
    this.evidence.open += 1;
    if (read.zoned) this.evidence.zoned += 1;
    return read.ms;
  }

  /** The instant of a local time, with a finding where clocks skipped or repeated it. */
  fromLocal(local: number, line: number, findings: LogFindings): number {
    this.evidence.local += 1;
    const change = this.zone.changeAt(local);
    if (change !== null) findings.note(change === 'skipped' ? 'W_TIME_SKIPPED' : 'W_TIME_REPEATED', line);
    return this.zone.instantOf(local);
  }
}

/** The number of two ASCII digits, far below zero where they are none. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at] - 48;
  const ones = bytes[at + 1] - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -1_000_000;
}

/** Minutes east of UTC from Z, +hh:mm or -hhmm at the end of a time; NO_OFFSET at its end, ODD for anything else. */
function offsetMinutes(bytes: Uint8Array, at: number, end: number): number {
  if (at === end) return NO_OFFSET;
  if (bytes[at] === Z) return at + 1 === end ? 0 : ODD;
  if (bytes[at] !== PLUS && bytes[at] !== MINUS) return ODD;
  const colon = bytes[at + 3] === COLON ? 1 : 0;
  if (at + 5 + colon !== end) return ODD;
  const hours = twoDigits(bytes, at + 1);
  const minutes = twoDigits(bytes, at + 3 + colon);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return ODD;
  return (bytes[at] === MINUS ? -1 : 1) * (60 * hours + minutes);
}
