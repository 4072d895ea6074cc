import type { EventStore } from '../../dataset/event-store.js';
import type { InternedBytes } from './interned-bytes.js';
import type { LogColumns } from './log-columns.js';
import type { LogFindings } from './log-findings.js';
import { EMPTY_ROW, withByte, withCellEnd } from './row-hash.js';
import { PLAIN_LENGTH } from './timestamps.js';
import type { TimestampReader } from './timestamps.js';

const [QUOTE, LF, CR, SPACE, ZERO, NINE, CAPITAL_N, Z] = Buffer.from('"\n\r 09NZ');
const [OTHER, PARTICIPANT, TIME, FEATURE, DURATION] = [0, 1, 2, 3, 4];
const NOT_PLAIN = -1;
const DAY = 86_400_000;

/** What plain rows are read by and into; the same as for other rows. */
export interface PlainTarget {
  readonly participants: InternedBytes;
  readonly features: InternedBytes;
  readonly times: TimestampReader;
  readonly events: EventStore;
  readonly findings: LogFindings;
}

/**
 * The short way for a row in which nothing is odd: no quote, no space at the end of a cell, an ISO time to the second,
 * a whole duration, as many cells as the header. Cells are read as they are met, so that each byte is looked at once; the
 * general way looks at it three times. Nearly every row of nearly every log is such a row.
 */
export class PlainRows {
  rows = 0;
  readonly #roles: Uint8Array;
  readonly #delimiter: number;
  readonly #lastFeature: number;
  /** Times outside these are noticed one by one; a day inside them, because local times may be that far off. */
  readonly #earliest: number;
  readonly #latest: number;

  constructor(
    private readonly target: PlainTarget, columns: LogColumns, width: number, delimiter: string,
    limits: { readonly lastFeature: number; readonly earliest: number; readonly latest: number },
  ) {
    this.#roles = new Uint8Array(width).fill(OTHER);
    this.#roles[columns.participant.index] = PARTICIPANT;
    this.#roles[columns.time.index] = TIME;
    if (columns.feature !== null) this.#roles[columns.feature.index] = FEATURE;
    if (columns.duration !== null) this.#roles[columns.duration.index] = DURATION;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#lastFeature = limits.lastFeature;
    this.#earliest = limits.earliest + DAY;
    this.#latest = limits.latest - DAY;
  }

  /**
   * Takes the row that starts at `at`, where a line is sure to end later on, and answers where the next starts; −1, with
   * nothing taken, where the row is not plain.
   */
  take(bytes: Buffer, from: number, line: number): number {
    const { participants, features, times, events, findings } = this.target;
    const delimiter = this.#delimiter;
    const roles = this.#roles;
    const width = roles.length;
    let at = from;
    let hash = EMPTY_ROW;
    let time = NaN;
    let isLocal = false;
    let idStart = 0;
    let idEnd = 0;
    let featureStart = 0;
    let featureEnd = 0;
    let duration = NaN;
    for (let cell = 0; cell < width; cell += 1) {
      const start = at;
      let byte = bytes[at];
      if (byte === QUOTE || byte === SPACE) return NOT_PLAIN;
      switch (roles[cell]) {
        case TIME:
          time = times.plainTime(bytes, at);
          at += PLAIN_LENGTH;
          isLocal = bytes[at] !== Z;
          if (!isLocal) at += 1;
          byte = bytes[at];
          if (time !== time) return NOT_PLAIN;
          break;
        case PARTICIPANT:
          while (byte !== delimiter && byte !== LF && byte !== CR) byte = bytes[at += 1];
          // NA is no participant.
          if (at === start || bytes[start] === CAPITAL_N || bytes[at - 1] === SPACE) return NOT_PLAIN;
          idStart = start;
          idEnd = at;
          break;
        case FEATURE:
          while (byte !== delimiter && byte !== LF && byte !== CR) byte = bytes[at += 1];
          if (at === start || bytes[at - 1] === SPACE) return NOT_PLAIN;
          featureStart = start;
          featureEnd = at;
          break;
        case DURATION:
          duration = 0;
          for (; byte >= ZERO && byte <= NINE; byte = bytes[at += 1]) {
            duration = 10 * duration + (byte - ZERO);
            hash = withByte(hash, byte);
          }
          hash = withCellEnd(hash);
          if (at === start) duration = NaN;
          if (at - start > 15) return NOT_PLAIN;
          break;
        default:
          for (; byte !== delimiter && byte !== LF && byte !== CR; byte = bytes[at += 1]) hash = withByte(hash, byte);
          hash = withCellEnd(hash);
      }
      if (cell === width - 1) {
        if (byte === CR) byte = bytes[at += 1];
        if (byte !== LF) return NOT_PLAIN;
      } else if (byte !== delimiter) return NOT_PLAIN;
      at += 1;
    }
    if (time < this.#earliest || time > this.#latest) return NOT_PLAIN;
    const feature = features.indexOf(bytes, featureStart, featureEnd);
    if (feature > this.#lastFeature) return NOT_PLAIN;
    if (isLocal) time = times.fromLocal(time, line, findings);
    else times.evidence.zoned += 1;
    events.add(participants.indexOf(bytes, idStart, idEnd), time, feature, hash, duration);
    this.rows += 1;
    return at;
  }
}
