/** Texts laid end to end as UTF-8, so that millions of them are no burden on the garbage collector. */
export class PackedText {
  private bytes = Buffer.allocUnsafeSlow(2 ** 16);
  private ends = new Uint32Array(2 ** 13);
  private count = 0;

  push(text: string): void {
    const start = this.count === 0 ? 0 : this.ends[this.count - 1];
    if (start + 3 * text.length > this.bytes.length) {
      const grown = Buffer.allocUnsafeSlow(2 * this.bytes.length + 3 * text.length);
      this.bytes.copy(grown, 0, 0, start);
      this.bytes = grown;
    }
    if (this.count === this.ends.length) {
      const grown = new Uint32Array(2 * this.count);
      grown.set(this.ends);
      this.ends = grown;
    }
    this.ends[this.count] = start + this.bytes.write(text, start);
    this.count += 1;
  }

  at(index: number): string {
    return this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }
}
