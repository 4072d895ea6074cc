import { trimPlaced } from '../../dataset/document.js';
import type { Anchor, PlacedText } from '../../dataset/document.js';
import { partitionPoint } from '../../numeric/partition-point.js';

/** Text that is gathered from stretches of a source, each of which keeps its line and column there. */
export class SourceText {
  readonly #starts: number[];
  #text = '';
  #anchors: Anchor[] = [];

  constructor(source: string) {
    this.#starts = [0];
    for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** @param at where the stretch starts in the source */
  add(part: string, at: number): void {
    this.#anchor(this.#text.length, at);
    // What stands on the next line of the source is placed anew.
    for (let from = part.indexOf('\n'); from !== -1 && from < part.length - 1; from = part.indexOf('\n', from + 1)) {
      this.#anchor(this.#text.length + from + 1, at + from + 1);
    }
    this.#text += part;
  }

  /** A line break, unless the text is at the start of a line. */
  addLineBreak(at: number): void {
    if (this.#text.slice(this.#text.lastIndexOf('\n') + 1).trim() !== '') this.add('\n', at);
  }

  endsInDigit(): boolean {
    return /\d$/.test(this.#text.slice(-1));
  }

  /** What was gathered, trimmed; gathering starts anew. */
  take(): PlacedText {
    const placed = trimPlaced({ text: this.#text, at: this.#anchors });
    this.#text = '';
    this.#anchors = [];
    return placed;
  }

  #anchor(offset: number, at: number): void {
    const line = this.#lineOf(at);
    this.#anchors.push({ offset, line: line + 1, column: at - this.#starts[line] + 1 });
  }

  /** The line, from 0, that holds an offset. */
  #lineOf(offset: number): number {
    const starts = this.#starts;
    return Math.max(0, partitionPoint(starts.length, (index) => starts[index] <= offset) - 1);
  }
}
