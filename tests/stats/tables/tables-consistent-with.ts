import type { CountTable, Masks } from '../../../src/stats/table-one/suppress-small-cells.js';

/**
 * Every value that each hidden count could have, by trying all tables of whole numbers with the printed counts and
 * the known totals of columns. A printed count that is hidden is at least 1; one that is not printed may be 0.
 */
export function possibleValues({ counts, shownRows, shownColumns }: CountTable, masks: Masks): { cells: Set<number>[][]; totals: Set<number>[] } {
  const columnTotals = shownColumns.map((_, j) => counts.reduce((sum, row) => sum + row[j], 0));
  const possible = { cells: counts.map((row) => row.map(() => new Set<number>())), totals: counts.map(() => new Set<number>()) };
  const printedCell = (i: number, j: number): boolean => shownRows[i] && shownColumns[j];
  const printedTotal = (i: number): boolean => shownRows[i];
  const guess = counts.map((row) => row.map(() => 0));

  const fill = (index: number, left: number[]): void => {
    if (index === counts.length * shownColumns.length) {
      if (left.every((rest) => rest === 0)) keep();
      return;
    }
    const [i, j] = [Math.floor(index / shownColumns.length), index % shownColumns.length];
    const isKnown = printedCell(i, j) && !masks.cells[i][j];
    const [from, to] = isKnown ? [counts[i][j], counts[i][j]] : [printedCell(i, j) ? 1 : 0, left[j]];
    for (let value = from; value <= to && value <= left[j]; value += 1) {
      guess[i][j] = value;
      fill(index + 1, left.map((rest, column) => (column === j ? rest - value : rest)));
    }
  };
  const keep = (): void => {
    const sums = guess.map((row) => row.reduce((sum, n) => sum + n, 0));
    const truth = counts.map((row) => row.reduce((sum, n) => sum + n, 0));
    const agrees = sums.every((sum, i) => !printedTotal(i) || (masks.totals[i] ? sum >= 1 : sum === truth[i]));
    if (!agrees) return;
    guess.forEach((row, i) => row.forEach((n, j) => possible.cells[i][j].add(n)));
    sums.forEach((sum, i) => possible.totals[i].add(sum));
  };
  fill(0, columnTotals);
  return possible;
}
