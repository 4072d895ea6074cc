/** One participant's events, in the order they were read; views that hold until the next are asked for. */
export interface ParticipantEvents {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly times: Float64Array;
  /** Indices into the log's features. */
  readonly features: Uint32Array;
  /** Of all cells but participant, time and feature: equal where those are; else equal by chance once in 2³². */
  readonly rowHashes: Uint32Array;
  /** NaN where blank or unreadable; null where the log has no durations. */
  readonly durations: Float64Array | null;
}

/** Events of a participant lie in blocks of this many, so that a log of many people wastes little … */
const SMALL = 32;
/** … and from the fifth block on of this many, so that reading them back does not jump about. */
const LARGE = 128;
const SMALL_BLOCKS = 4 * SMALL;
/** Blocks are allotted from slabs of this many events, which are never copied as the log grows. */
const SLAB_BITS = 14;
const SLAB = 2 ** SLAB_BITS;

/** Stands for a duration that is not there, where durations are whole numbers of 32 bits. */
const NO_DURATION = 0xffff_ffff;

/**
 * Millions of events, kept by participant: 12 bytes an event, 16 with durations; a block that is not full, at most 127
 * events, and 12 bytes a participant besides. Objects would take ten times as much, and a garbage collector's time.
 *
 * An event lies in one place, as words of 32 bits: seconds since 1970, hash, feature, duration. The first event that
 * these cannot hold (a fraction of a second, a time before 1970 or after 2106) makes all of them wide: time and duration
 * are doubles then, and an event takes 16 or 24 bytes. Most logs never are.
 */
export class EventStore {
  #wide = false;
  readonly #slabs: Uint32Array[] = [];
  /** The same bytes as doubles; of use where events are wide. */
  readonly #doubles: Float64Array[] = [];
  /** For each stretch of SMALL places that ends a block: where the participant's next block starts. */
  #next = new Int32Array(2 ** 12);
  /** Where the next small and large block start, and where their slabs end. */
  #free = { [SMALL]: { place: 0, end: 0 }, [LARGE]: { place: 0, end: 0 } };
  /** By participant: the first block, where the next event goes, and how many there are. */
  #first = new Int32Array(2 ** 10);
  #place = new Int32Array(2 ** 10);
  #counts = new Uint32Array(2 ** 10);
  #participants = 0;
  #events = 0;
  #earliest = Infinity;
  #latest = -Infinity;
  #scratch: ParticipantEvents | null = null;

  constructor(readonly hasDurations: boolean) {}

  get events(): number {
    return this.#events;
  }

  /** Time of the earliest event, and of the latest; infinite where there is none. */
  get first(): number {
    return this.#earliest;
  }

  get last(): number {
    return this.#latest;
  }

  /**
   * @param participant from 0; new ones come in order
   * @param rowHash of 32 bits
   */
  add(participant: number, time: number, feature: number, rowHash: number, duration: number): void {
    while (participant >= this.#participants) this.#admit();
    let place = this.#place[participant];
    if (place % SMALL === 0) place = this.#chained(participant, place);
    const seconds = time / 1000;
    const whole = !this.hasDurations || duration !== duration ? NO_DURATION : duration;
    if (!this.#wide && ((seconds >>> 0) !== seconds || (whole >>> 0) !== whole)) this.#widen();
    const slab = place >> SLAB_BITS;
    const words = this.#slabs[slab];
    if (this.#wide) {
      const at = (place & (SLAB - 1)) * (this.hasDurations ? 6 : 4);
      const doubles = this.#doubles[slab];
      doubles[at >> 1] = time;
      words[at + 2] = rowHash;
      words[at + 3] = feature;
      if (this.hasDurations) doubles[(at >> 1) + 2] = duration;
    } else {
      const at = (place & (SLAB - 1)) * (this.hasDurations ? 4 : 3);
      words[at] = seconds;
      words[at + 1] = rowHash;
      words[at + 2] = feature;
      if (this.hasDurations) words[at + 3] = whole;
    }
    this.#place[participant] = place + 1;
    this.#counts[participant] += 1;
    this.#events += 1;
    if (time < this.#earliest) this.#earliest = time;
    if (time > this.#latest) this.#latest = time;
  }

  /** Gathers one participant’s events; none of one that is not there, such as −1. */
  of(participant: number): ParticipantEvents {
    const count = participant >= 0 && participant < this.#participants ? this.#counts[participant] : 0;
    const room = this.#roomFor(count);
    const { times, features, rowHashes, durations } = room;
    this.#eachBlock(participant, count, (start, size, done) => {
      const slab = start >> SLAB_BITS;
      const from = start & (SLAB - 1);
      if (this.#wide) readWide(this.#slabs[slab], this.#doubles[slab], from, size, room, done);
      else readNarrow(this.#slabs[slab], from, size, room, done);
    });
    return {
      times: times.subarray(0, count),
      features: features.subarray(0, count),
      rowHashes: rowHashes.subarray(0, count),
      durations: durations?.subarray(0, count) ?? null,
    };
  }

  /** Changes every time, as where the order of day and month shows only at the end. */
  mapTimes(change: (time: number) => number): void {
    if (!this.#wide) this.#widen();
    const stride = this.hasDurations ? 3 : 2;
    this.#earliest = Infinity;
    this.#latest = -Infinity;
    for (let participant = 0; participant < this.#participants; participant += 1) {
      this.#eachBlock(participant, this.#counts[participant], (start, size) => {
        const doubles = this.#doubles[start >> SLAB_BITS];
        for (let place = start & (SLAB - 1), end = place + size; place < end; place += 1) {
          const time = doubles[place * stride] = change(doubles[place * stride]);
          this.#earliest = Math.min(this.#earliest, time);
          this.#latest = Math.max(this.#latest, time);
        }
      });
    }
  }

  #widen(): void {
    this.#wide = true;
    const stride = this.hasDurations ? 4 : 3;
    this.#slabs.forEach((narrow, index) => {
      const doubles = this.#newSlab(index);
      const words = this.#slabs[index];
      for (let place = 0; place < SLAB; place += 1) {
        const from = place * stride;
        const to = place * (this.hasDurations ? 6 : 4);
        doubles[to >> 1] = 1000 * narrow[from];
        words[to + 2] = narrow[from + 1];
        words[to + 3] = narrow[from + 2];
        if (this.hasDurations) doubles[(to >> 1) + 2] = narrow[from + 3] === NO_DURATION ? NaN : narrow[from + 3];
      }
    });
  }

  #newSlab(index: number): Float64Array {
    const words = this.#wide ? (this.hasDurations ? 6 : 4) : (this.hasDurations ? 4 : 3);
    const slab = new Uint32Array(SLAB * words);
    this.#slabs[index] = slab;
    return this.#doubles[index] = new Float64Array(slab.buffer);
  }

  /** Each block of a participant's `count` events: where it starts, how many it holds, how many came before. */
  #eachBlock(participant: number, count: number, visit: (start: number, size: number, done: number) => void): void {
    let start = count === 0 ? 0 : this.#first[participant];
    for (let done = 0; done < count;) {
      const whole = done < SMALL_BLOCKS ? SMALL : LARGE;
      visit(start, Math.min(whole, count - done), done);
      start = this.#next[Math.floor((start + whole - 1) / SMALL)];
      done += whole;
    }
  }

  #admit(): void {
    if (this.#participants === this.#counts.length) {
      this.#first = grown(this.#first, new Int32Array(2 * this.#participants));
      this.#place = grown(this.#place, new Int32Array(2 * this.#participants));
      this.#counts = grown(this.#counts, new Uint32Array(2 * this.#participants));
    }
    this.#participants += 1;
  }

  /** Where a participant's next event goes: in a new block behind the one that ends at `place`, if one does end there. */
  #chained(participant: number, place: number): number {
    const count = this.#counts[participant];
    if (count > SMALL_BLOCKS && (count - SMALL_BLOCKS) % LARGE !== 0) return place;
    const start = this.#allot(count < SMALL_BLOCKS ? SMALL : LARGE);
    if (count === 0) this.#first[participant] = start;
    else this.#next[place / SMALL - 1] = start;
    return start;
  }

  #allot(size: typeof SMALL | typeof LARGE): number {
    const free = this.#free[size];
    if (free.place === free.end) {
      free.place = this.#slabs.length * SLAB;
      free.end = free.place + SLAB;
      this.#newSlab(this.#slabs.length);
      if (free.end / SMALL > this.#next.length) this.#next = grown(this.#next, new Int32Array(2 * this.#next.length));
    }
    free.place += size;
    return free.place - size;
  }

  #roomFor(count: number): ParticipantEvents {
    if (this.#scratch === null || this.#scratch.times.length < count) {
      const room = 2 * count;
      this.#scratch = {
        times: new Float64Array(room),
        features: new Uint32Array(room),
        rowHashes: new Uint32Array(room),
        durations: this.hasDurations ? new Float64Array(room) : null,
      };
    }
    return this.#scratch;
  }
}

function readNarrow(words: Uint32Array, from: number, size: number, { times, features, rowHashes, durations }: ParticipantEvents, done: number): void {
  const stride = durations === null ? 3 : 4;
  for (let to = done, at = from * stride; to < done + size; to += 1, at += stride) {
    times[to] = 1000 * words[at];
    rowHashes[to] = words[at + 1];
    features[to] = words[at + 2];
    if (durations !== null) durations[to] = words[at + 3] === NO_DURATION ? NaN : words[at + 3];
  }
}

function readWide(
  words: Uint32Array, doubles: Float64Array, from: number, size: number, { times, features, rowHashes, durations }: ParticipantEvents, done: number,
): void {
  const stride = durations === null ? 4 : 6;
  for (let to = done, at = from * stride; to < done + size; to += 1, at += stride) {
    times[to] = doubles[at >> 1];
    rowHashes[to] = words[at + 2];
    features[to] = words[at + 3];
    if (durations !== null) durations[to] = doubles[(at >> 1) + 2];
  }
}

function grown<Words extends Int32Array | Uint32Array>(from: Words, to: Words): Words {
  to.set(from);
  return to;
}
