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

/** Events of a participant lie in blocks of this many, so that a log of many people wastes little. */
const BLOCK = 32;
/** Blocks are allotted from slabs of this many events, which are never copied as the log grows. */
const SLAB_BITS = 14;
const SLAB = 2 ** SLAB_BITS;
const NONE = -1;

/**
 * Millions of events, kept by participant: 16 bytes an event, 24 with durations; up to 31 free places and 12 bytes a
 * participant besides. Objects would take ten times as much, and a garbage collector's time.
 *
 * An event is two or three doubles side by side, so that storing it touches one place in memory: its time, then its
 * feature and hash in two halves of one, then its duration.
 */
export class EventStore {
  readonly #stride: number;
  readonly #slabs: Float64Array[] = [];
  /** The slabs' bytes as whole numbers, two to a double. */
  readonly #words: Uint32Array[] = [];
  /** The block after each; NONE after a participant's last. */
  #next = new Int32Array(2 ** 12);
  #blocks = 0;
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
    if (place % BLOCK === 0) place = this.#chain(participant, place);
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
    let block = count === 0 ? NONE : this.#first[participant];
    for (let done = 0; done < count; done += BLOCK) {
      const slab = this.#slabs[(block * BLOCK) >> SLAB_BITS];
      const words = this.#words[(block * BLOCK) >> SLAB_BITS];
      const until = Math.min(done + BLOCK, count);
      for (let to = done, at = ((block * BLOCK) & (SLAB - 1)) * stride; to < until; to += 1, at += stride) {
        times[to] = slab[at];
        features[to] = words[2 * at + 2];
        rowHashes[to] = words[2 * at + 3];
        if (durations !== null) durations[to] = slab[at + 2];
      }
      block = this.#next[block];
    }
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
      let block = this.#first[participant];
      for (let done = 0; done < this.#counts[participant]; done += BLOCK, block = this.#next[block]) {
        const slab = this.#slabs[(block * BLOCK) >> SLAB_BITS];
        const from = (block * BLOCK) & (SLAB - 1);
        for (let at = from; at < from + Math.min(BLOCK, this.#counts[participant] - done); at += 1) {
          const time = slab[at * this.#stride] = change(slab[at * this.#stride]);
          this.#earliest = Math.min(this.#earliest, time);
          this.#latest = Math.max(this.#latest, time);
        }
      }
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

  /** Hands the participant a new block behind the one that ends at `place`, and answers where it starts. */
  #chain(participant: number, place: number): number {
    const block = this.#blocks;
    if ((block * BLOCK) % SLAB === 0) {
      const slab = new Float64Array(SLAB * this.#stride);
      this.#slabs.push(slab);
      this.#words.push(new Uint32Array(slab.buffer));
    }
    if (block === this.#next.length) this.#next = grown(this.#next, new Int32Array(2 * block));
    this.#next[block] = NONE;
    if (this.#counts[participant] === 0) this.#first[participant] = block;
    else this.#next[place / BLOCK - 1] = block;
    this.#blocks += 1;
    return block * BLOCK;
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
