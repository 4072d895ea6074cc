/** A table's margins and everything about likelihood that depends on them alone. */
export interface FisherProblem {
  /** Ascending, as many as there are columns or more. */
  readonly rows: readonly number[];
  /** Ascending. */
  readonly columns: readonly number[];
  /** ln n! */
  readonly logFactorial: Float64Array;
  /** ln n! in whole units: sums are exact, the same in any order, and the larger the less likely the table. */
  readonly units: Float64Array;
  /** Units to 1. */
  readonly scale: number;
  /** Tables with a sum of at least this are no likelier than the observed one. */
  readonly limit: number;
  /** By k and w: a lower bound on the sum over the last k rows of a column that has w left for them. */
  readonly rest: readonly Float64Array[];
  /** By k: what the bounds of all columns fall short of together. */
  readonly constant: readonly number[];
}

/**
 * A table this little likelier than the observed one, in ln, counts as equally likely: the tolerance of FEXACT, which
 * R runs for tables beyond 2×2. Tables so close without being equal exist; one moves a p in the seventh digit.
 */
const TIE = 3.4525e-7;

/**
 * States Fisher's test of a table: the longer side becomes the rows.
 *
 * @param table counts; no row and no column adds up to 0
 */
export function fisherProblem(table: readonly (readonly number[])[]): FisherProblem {
  const upright = table.length >= table[0].length ? table : table[0].map((_, j) => table.map((row) => row[j]));
  const rows = upright.map((row) => row.reduce((a, b) => a + b, 0)).sort((a, b) => a - b);
  const columns = upright[0].map((_, j) => upright.reduce((sum, row) => sum + row[j], 0)).sort((a, b) => a - b);
  const n = rows.reduce((a, b) => a + b, 0);
  const logFactorial = new Float64Array(n + 1);
  for (let i = 2; i <= n; i++) logFactorial[i] = logFactorial[i - 1] + Math.log(i);
  // No table's sum is above ln n!, so the unit may be as fine as leaves that below 2⁵².
  const scale = 2 ** Math.floor(Math.log2(2 ** 52 / Math.max(1, logFactorial[n])));
  const units = logFactorial.map((value) => Math.round(value * scale));
  const observed = upright.flat().reduce((sum, count) => sum + units[count], 0);
  const limit = observed - Math.round(TIE * scale);
  const bounds = rows.map((_, k) => columnBounds(rows.slice(rows.length - k), columns[columns.length - 1], scale));
  return {
    rows,
    columns,
    logFactorial,
    units,
    scale,
    limit,
    // Of one row nothing is open: a column's rest is its cell.
    rest: bounds.map(({ rest }, k) => (k === 1 ? units : rest)),
    constant: bounds.map(({ constant }, k) => (k === 1 ? 0 : constant - TIE * scale * 0.01)),
  };
}

/**
 * A lower bound on Σ ln n! over these rows, column by column: the least Σ (ln n! − uᵢ n) of a column that adds up to
 * w, whatever the rows add up to. Any multipliers u give a bound, once Σ uᵢ rowᵢ is added for all columns together;
 * those of independence give a tight one.
 */
function columnBounds(
  rows: readonly number[],
  largest: number,
  scale: number,
): { rest: Float64Array; constant: number } {
  const total = rows.reduce((a, b) => a + b, 0);
  const multipliers = rows.map((row) => Math.log(row / total));
  const counts = rows.map(() => 0);
  const rest = new Float64Array(largest + 1);
  for (let w = 1; w <= largest && rows.length > 0; w++) {
    // ln n! is convex: the next unit goes where it costs least.
    const costs = counts.map((count, i) => Math.log(count + 1) - multipliers[i]);
    const cheapest = costs.indexOf(Math.min(...costs));
    counts[cheapest]++;
    rest[w] = rest[w - 1] + costs[cheapest] * scale;
  }
  return { rest, constant: rows.reduce((sum, row, i) => sum + multipliers[i] * row, 0) * scale };
}
