export type NewlineStyle = 'LF' | 'CRLF' | 'CR' | 'mixed' | 'none';

/**
 * Ends every line of a CSV text with LF, so that a parser meets one kind; text inside quotes stays as it is.
 * A quote opens a cell only where the cell starts. Blocks may break anywhere, inside CRLF or `""` too.
 */
export class LineEndings {
  private readonly counts = { LF: 0, CRLF: 0, CR: 0 };
  private quoted = false;
  /** Last character before the block; the start of the text counts as the end of a line. */
  private before = '\n';
  /** A quote or carriage return whose meaning depends on the next block. */
  private held = '';

  /** @param delimiters characters that separate cells. */
  constructor(private readonly delimiters: string) {}

  unify(block: string, isLast: boolean): string {
    const whole = this.held + block;
    const ready = isLast ? whole : whole.replace(/(?:"+|\r)$/, '');
    this.held = whole.slice(ready.length);
    const text = ready.replace(/"+|\r\n?|\n/g, (found, at: number) => {
      if (found[0] === '"') {
        this.passQuotes(found.length, at === 0 ? this.before : ready[at - 1]);
        return found;
      }
      if (this.quoted) return found;
      this.counts[found === '\n' ? 'LF' : found === '\r' ? 'CR' : 'CRLF'] += 1;
      return '\n';
    });
    if (ready !== '') this.before = ready[ready.length - 1];
    return text;
  }

  get style(): NewlineStyle {
    const used = (['LF', 'CRLF', 'CR'] as const).filter((kind) => this.counts[kind] > 0);
    return used.length === 0 ? 'none' : used.length === 1 ? used[0] : 'mixed';
  }

  /** A pair of quotes inside a quoted cell stands for one quote, so only an odd run closes it. */
  private passQuotes(run: number, before: string): void {
    if (this.quoted) this.quoted = run % 2 === 0;
    else if (before === '\n' || before === '\r' || this.delimiters.includes(before)) this.quoted = run % 2 === 1;
  }
}
