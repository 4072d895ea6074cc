/**
 * Numbers texts in order of first appearance, straight from the bytes of a file: a text that was seen before costs a
 * hash and a comparison, four bytes at a time, and no string is made of it.
 */
export class InternedBytes {
  /** Every text so far, each padded with zeros to whole words. */
  #words = new Int32Array(2 ** 10);
  /** By index: the end of a text in `#words`, its length in bytes, its hash. */
  #ends = new Uint32Array(2 ** 8);
  #lengths = new Uint32Array(2 ** 8);
  #hashes = new Int32Array(2 ** 8);
  /** Open addressing: an index, or −1 for a free place; never more than half full. */
  #table = new Int32Array(2 ** 9).fill(-1);
  #count = 0;
  /** The words of the text in question. */
  #asked = new Int32Array(2 ** 4);

  get size(): number {
    return this.#count;
  }

  /** The number of the text in `bytes` from `start` up to `end`. */
  indexOf(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    const size = (length + 3) >> 2;
    if (size > this.#asked.length) this.#asked = new Int32Array(2 * size);
    const asked = this.#asked;
    let hash = length;
    let at = start;
    for (let word = 0; word < size; word += 1, at += 4) {
      const four = at + 4 <= end
        ? bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)
        : lastBytes(bytes, at, end);
      asked[word] = four;
      hash = Math.imul(hash ^ four, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    const mask = this.#table.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const index = this.#table[place];
      if (index === -1) return this.#add(length, size, hash, place);
      if (this.#hashes[index] !== hash || this.#lengths[index] !== length) continue;
      const from = this.#ends[index] - size;
      let same = 0;
      while (same < size && this.#words[from + same] === asked[same]) same += 1;
      if (same === size) return index;
    }
  }

  /** Every text, in order of its number; the bytes are UTF-8. */
  texts(): string[] {
    return Array.from({ length: this.#count }, (_, index) => {
      const from = this.#ends[index] - ((this.#lengths[index] + 3) >> 2);
      const bytes = Buffer.alloc(this.#lengths[index]);
      bytes.forEach((_byte, at) => { bytes[at] = this.#words[from + (at >> 2)] >>> (8 * (at & 3)); });
      return bytes.toString('utf8');
    });
  }

  #add(length: number, size: number, hash: number, place: number): number {
    const index = this.#count;
    const from = index === 0 ? 0 : this.#ends[index - 1];
    if (from + size > this.#words.length) this.#words = widened(this.#words, new Int32Array(2 * this.#words.length + size));
    this.#words.set(this.#asked.subarray(0, size), from);
    if (index === this.#ends.length) {
      this.#ends = widened(this.#ends, new Uint32Array(2 * index));
      this.#lengths = widened(this.#lengths, new Uint32Array(2 * index));
      this.#hashes = widened(this.#hashes, new Int32Array(2 * index));
    }
    this.#ends[index] = from + size;
    this.#lengths[index] = length;
    this.#hashes[index] = hash;
    this.#table[place] = index;
    this.#count += 1;
    if (2 * this.#count > this.#table.length) this.#rehash();
    return index;
  }

  #rehash(): void {
    const table = new Int32Array(2 * this.#table.length).fill(-1);
    const mask = table.length - 1;
    for (let index = 0; index < this.#count; index += 1) {
      let place = this.#hashes[index] & mask;
      while (table[place] !== -1) place = (place + 1) & mask;
      table[place] = index;
    }
    this.#table = table;
  }
}

function lastBytes(bytes: Uint8Array, from: number, end: number): number {
  let word = 0;
  for (let at = end - 1; at >= from; at -= 1) word = (word << 8) | bytes[at];
  return word;
}

function widened<Words extends Int32Array | Uint32Array>(from: Words, to: Words): Words {
  to.set(from);
  return to;
}
