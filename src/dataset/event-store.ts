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

/**
 * Millions of events, kept by participant: 16 bytes an event, 24 with durations; a block that is not full, at most 127
 * events, and 12 bytes a participant besides. Objects would take ten times as much, and a garbage collector's time.
 *
 * An event is two or three doubles side by side, so that storing it touches one place in memory: its time, then its
 * feature and hash in two halves of one, then its duration.
 */
export class EventStore {
  readonly #stride: number;
  readonly #slabs: Float64Array[] = [];
  /** The slabs' bytes as whole numbers, two to a double. */
  readonly #words: Uint32Array[] = [];
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

  constructor(readonly hasDurations: boolean) {
    this.#stride = hasDurations ? 3 : 2;
  }

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
    const slab = this.#slabs[place >> SLAB_BITS];
    const at = (place & (SLAB - 1)) * this.#stride;
    slab[at] = time;
    const words = this.#words[place >> SLAB_BITS];
    words[2 * at + 2] = feature;
    words[2 * at + 3] = rowHash;
    if (this.hasDurations) slab[at + 2] = duration;
    this.#place[participant] = place + 1;
    this.#counts[participant] += 1;
    this.#events += 1;
    if (time < this.#earliest) this.#earliest = time;
    if (time > this.#latest) this.#latest = time;
  }

  /** Gathers one participant’s events; none of one that is not there, such as −1. */
  of(participant: number): ParticipantEvents {
    const count = participant >= 0 && participant < this.#participants ? this.#counts[participant] : 0;
    const { times, features, rowHashes, durations } = this.#roomFor(count);
    const stride = this.#stride;
    this.#eachBlock(participant, count, (start, size, done) => {
      const slab = this.#slabs[start >> SLAB_BITS];
      const words = this.#words[start >> SLAB_BITS];
      for (let to = done, at = (start & (SLAB - 1)) * stride; to < done + size; to += 1, at += stride) {
        times[to] = slab[at];
        features[to] = words[2 * at + 2];
        rowHashes[to] = words[2 * at + 3];
        if (durations !== null) durations[to] = slab[at + 2];
      }
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
    this.#earliest = Infinity;
    this.#latest = -Infinity;
    for (let participant = 0; participant < this.#participants; participant += 1) {
      this.#eachBlock(participant, this.#counts[participant], (start, size) => {
        const slab = this.#slabs[start >> SLAB_BITS];
        for (let place = start & (SLAB - 1), end = place + size; place < end; place += 1) {
          const time = slab[place * this.#stride] = change(slab[place * this.#stride]);
          this.#earliest = Math.min(this.#earliest, time);
          this.#latest = Math.max(this.#latest, time);
        }
      });
    }
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
      const slab = new Float64Array(SLAB * this.#stride);
      this.#slabs.push(slab);
      this.#words.push(new Uint32Array(slab.buffer));
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

function grown<Words extends Int32Array | Uint32Array>(from: Words, to: Words): Words {
  to.set(from);
  return to;
}
