import { StudyError } from '../../errors.js';
import { EventStore } from '../../dataset/event-store.js';
import { nameColumns } from '../rows/header.js';
import type { Header } from '../rows/header.js';
import { isBlank } from '../columns/missing.js';
import { place } from '../place.js';
import { counted } from '../wording.js';
import type { InternedBytes } from './interned-bytes.js';
import { findLogColumns } from './log-columns.js';
import type { AskedColumns, LogColumns } from './log-columns.js';
import type { LogFindings } from './log-findings.js';
import type { LogLimits } from './log-limits.js';
import type { RowTaker, ScannedRow } from './row-scanner.js';
import { PlainRows } from './plain-rows.js';
import { rowHash } from './row-hash.js';
import type { TimestampReader } from './timestamps.js';

const SPACE = 0x20;
const TAB = 0x09;
/** Of NA and NaN. */
const CAPITAL_N = 0x4e;
/** 1990-01-01T00:00Z: before there were portals. */
const EARLY = 631_152_000_000;
const NO_DURATION = /^(?:|NA|NaN|null|NULL|None|-)$/;

/** Where the events of all files go, and what reads their cells. */
export interface LogTarget {
  readonly participants: InternedBytes;
  readonly features: InternedBytes;
  readonly times: TimestampReader;
  /** Opened by the first header, which says whether there are durations. */
  events: EventStore | null;
}

/** Takes the rows of one file: the first is its header, every other an event. */
export class LogRows implements RowTaker {
  /** Reads the rows after the header in which nothing is odd; null before it. */
  plain: PlainRows | null = null;
  #rows = 0;
  header: Header | null = null;
  columns: LogColumns | null = null;
  readonly #participants: InternedBytes;
  readonly #features: InternedBytes;
  #events: EventStore | null = null;
  readonly #times: TimestampReader;
  #width = 0;
  #participant = 0;
  #time = 0;
  #feature = -1;
  #duration = -1;
  #start = 0;
  #end = 0;
  /** Events later than the file's last change, which clocks of today have not reached. */
  readonly late = { count: 0, line: 0 };

  constructor(
    private readonly target: LogTarget,
    private readonly findings: LogFindings,
    private readonly asked: AskedColumns,
    private readonly limits: LogLimits,
    private readonly lateFrom: number,
    private readonly delimiter: string,
  ) {
    this.#participants = target.participants;
    this.#features = target.features;
    this.#times = target.times;
  }

  /** Events and other rows below the header, those of blank cells left out. */
  get rows(): number {
    return this.#rows + (this.plain?.rows ?? 0);
  }

  /** @throws StudyError E_ROW_RAGGED with both counts, E_COLUMN_MISSING, E_FEATURES_MANY. */
  take(row: ScannedRow): void {
    if (this.header === null) {
      this.#takeHeader(row);
      return;
    }
    if (row.cells !== this.#width && !this.#fits(row)) return;
    this.#rows += 1;
    const { bytes, starts, ends, line } = row;
    this.#trim(bytes, starts[this.#participant], ends[this.#participant]);
    if (this.#start === this.#end || (bytes[this.#start] === CAPITAL_N && isBlank(bytes.toString('utf8', this.#start, this.#end)))) {
      this.#noteBlankId(row);
      return;
    }
    const idStart = this.#start;
    const idEnd = this.#end;
    this.#trim(bytes, starts[this.#time], ends[this.#time]);
    const time = this.#times.read(bytes, this.#start, this.#end, line, this.findings);
    if (time !== time) return;
    if (time < EARLY) this.findings.note('W_TIME_EARLY', line);
    if (time > this.lateFrom && this.late.count++ === 0) this.late.line = line;
    let feature = 0;
    if (this.#feature !== -1) {
      this.#trim(bytes, starts[this.#feature], ends[this.#feature]);
      if (this.#start === this.#end) this.findings.note('W_FEATURE_BLANK', line);
      feature = this.#features.indexOf(bytes, this.#start, this.#end);
      if (feature > this.limits.features) throw this.#manyFeatures(line);
    }
    const duration = this.#duration === -1 ? NaN : this.#readDuration(row);
    // Interned last, so that only people with an event are participants.
    const participant = this.#participants.indexOf(bytes, idStart, idEnd);
    this.#events!.add(participant, time, feature, rowHash(row, this.#participant, this.#time, this.#feature), duration);
  }

  #takeHeader({ bytes, starts, ends, cells, line }: ScannedRow): void {
    const texts = Array.from({ length: Math.min(cells, starts.length) }, (_, index) => bytes.toString('utf8', starts[index], ends[index]));
    if (cells > starts.length) {
      throw new StudyError('E_HEADER_WIDE', `The header has ${cells} cells, more than ${starts.length}.`, { where: this.findings.at(line) });
    }
    this.header = nameColumns(texts, this.findings.file, line);
    this.columns = findLogColumns(this.header.names, this.asked, this.findings.file, line);
    this.#width = cells;
    this.#participant = this.columns.participant.index;
    this.#time = this.columns.time.index;
    this.#feature = this.columns.feature?.index ?? -1;
    this.#duration = this.columns.duration?.index ?? -1;
    if (this.#feature === -1) this.#features.indexOf(bytes, 0, 0);
    this.#events = this.target.events ??= new EventStore(this.#duration !== -1);
    this.plain = new PlainRows(
      { ...this.target, events: this.#events, findings: this.findings }, this.columns, cells, this.delimiter,
      { lastFeature: this.limits.features, earliest: EARLY, latest: this.lateFrom },
    );
  }

  #fits({ bytes, starts, ends, cells, line }: ScannedRow): boolean {
    const extra = Array.from({ length: Math.max(0, Math.min(cells, starts.length) - this.#width) }, (_, index) => index + this.#width);
    if (cells > this.#width && extra.every((index) => this.#trim(bytes, starts[index], ends[index]))) {
      this.findings.note('W_CELLS_EXTRA', line);
      return true;
    }
    throw new StudyError('E_ROW_RAGGED', `Line ${line} has ${counted(cells, 'cell')} where the header has ${this.#width}.`, {
      where: place(this.findings.file, line),
      hint: cells > this.#width ? 'A cell that holds the delimiter has to be quoted.' : 'Complete the row, or remove it.',
    });
  }

  #noteBlankId({ bytes, starts, ends, cells, line }: ScannedRow): void {
    for (let index = 0; index < cells; index += 1) {
      if (!this.#trim(bytes, starts[index], ends[index])) {
        this.findings.note('W_ID_BLANK', line);
        return;
      }
    }
    this.#rows -= 1;
    this.findings.note('W_ROWS_BLANK', line);
  }

  /** Sets `#start` and `#end` around a cell without the spaces at its ends, and answers whether nothing is left. */
  #trim(bytes: Buffer, from: number, until: number): boolean {
    this.#start = from;
    this.#end = until;
    // Hardly any cell has spaces at its ends.
    if (from < until && bytes[from] > SPACE && bytes[until - 1] > SPACE) return false;
    let start = from;
    let end = until;
    while (start < end && (bytes[start] === SPACE || bytes[start] === TAB)) start += 1;
    while (end > start && (bytes[end - 1] === SPACE || bytes[end - 1] === TAB)) end -= 1;
    this.#start = start;
    this.#end = end;
    return start === end;
  }

  #readDuration({ bytes, starts, ends, line }: ScannedRow): number {
    this.#trim(bytes, starts[this.#duration], ends[this.#duration]);
    let value = 0;
    for (let at = this.#start; at < this.#end; at += 1) {
      const digit = bytes[at] - 48;
      if (digit < 0 || digit > 9 || at - this.#start > 14) return this.#readOddDuration(bytes, line);
      value = 10 * value + digit;
    }
    return this.#start === this.#end ? NaN : value;
  }

  #readOddDuration(bytes: Buffer, line: number): number {
    const text = bytes.toString('utf8', this.#start, this.#end);
    if (NO_DURATION.test(text)) return NaN;
    const clock = /^(\d{1,4}):([0-5]\d):([0-5]\d(?:\.\d+)?)$/.exec(text);
    const value = clock === null ? (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN)
      : Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
    if (Number.isFinite(value) && value >= 0) return value;
    if (value < 0) this.findings.note('W_DURATION_NEGATIVE', line);
    else this.findings.noteText('W_DURATION_UNREADABLE', line, text);
    return NaN;
  }

  #manyFeatures(line: number): StudyError {
    return new StudyError('E_FEATURES_MANY', `"${this.columns?.feature?.value}" has more than ${this.limits.features} different values, so it names no features.`, {
      where: place(this.findings.file, line, this.columns?.feature?.value), hint: 'Type --feature with a column of few different values.',
    });
  }
}
