/** The lines at the start of a text that begin with `# `, and the size of the text up to the end of each. */
export function leadingLines(text: string): { lines: string[]; sizes: number[] } {
  const lines: string[] = [];
  const sizes: number[] = [];
  const hashLine = /(?:[ \t]*(?:\r\n|\r|\n))*(# [^\r\n]*)(?:\r\n|\r|\n|$)/y;
  for (let match = hashLine.exec(text); match !== null; match = hashLine.exec(text)) {
    lines.push(match[1]);
    sizes.push(hashLine.lastIndex);
  }
  return { lines, sizes };
}

/**
 * How many of the leading `# ` lines are comments above the header. A header may itself start so (`# of visits,age`):
 * the last such line is the header where it has as many cells as the next record, unless that record reads like
 * a header, with no number in it while the record below has one.
 *
 * @param hashLines cells of each leading `# ` line.
 * @param rows cells of the records below them.
 */
export function preambleLength(
  hashLines: readonly (readonly string[])[], rows: readonly (readonly string[])[],
): number {
  const last = hashLines.at(-1);
  if (last === undefined) return 0;
  const [next, below] = rows;
  if (next === undefined || last.length !== next.length) return hashLines.length;
  const nextIsHeader = !next.some(looksNumeric) && below?.some(looksNumeric) === true;
  return nextIsHeader ? hashLines.length : hashLines.length - 1;
}

function looksNumeric(cell: string): boolean {
  return /^\s*[+-]?[\d.,]*\d[\d.,]*\s*$/.test(cell);
}
