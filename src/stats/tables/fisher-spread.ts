/** Counted down as work is done; below 0 it is used up, and whoever works stops when next asked. */
export interface WorkBudget {
  left: number;
}

/** One row of a table to be filled from what its columns have left. */
export interface RowToFill {
  readonly columns: readonly number[];
  readonly row: number;
  /** ln n!, for chances. */
  readonly logFactorial: Float64Array;
  /** The cost of a cell by its count: ln n! in whole units. */
  readonly units: Float64Array;
  /** A lower bound on the cost of the cells below, by what the column still has for them. */
  readonly rest: Float64Array;
  /** Ways that cost at least this, rest included, need not be told apart. */
  readonly ceiling: number;
}

/**
 * Every way to fill the row that costs less than the ceiling, with its cost and the logarithm of its chance
 * (multivariate hypergeometric); `counts` is used again for the next. Answers the chance of the ways cut off.
 *
 * Columns are filled from the left. The least cost of those still to fill is known for every sum left to them, so a
 * branch without a way below the ceiling is cut at its root, and the chance of all its ways is that of its root. A
 * budget used up ends it at once, with an answer that means nothing.
 */
export function spreadRow(
  { columns, row, logFactorial, units, rest, ceiling }: RowToFill,
  budget: WorkBudget,
  each: (counts: Int32Array, cost: number, logChance: number) => void,
): number {
  const last = columns.length - 1;
  const capacity = new Array<number>(columns.length + 1).fill(0);
  for (let j = last; j >= 0; j--) capacity[j] = capacity[j + 1] + columns[j];
  const least = leastCosts(columns, capacity, row, units, rest, budget);
  const counts = new Int32Array(columns.length);
  let cut = 0;

  const fillFrom = (j: number, left: number, cost: number, logChance: number): void => {
    if (budget.left-- < 0) return;
    const column = columns[j];
    const open = capacity[j + 1];
    const after = least[j + 1];
    const most = j === last ? left : Math.min(column, left);
    for (let count = Math.max(0, left - open); count <= most; count++) {
      const spare = column - count;
      const spared = left - count;
      const costHere = cost + units[count] + rest[spare];
      const chanceHere = logChance + logFactorial[column] - logFactorial[count] - logFactorial[spare];
      if (costHere + after[spared] >= ceiling) {
        cut += Math.exp(chanceHere + logFactorial[open] - logFactorial[spared] - logFactorial[open - spared]);
        continue;
      }
      counts[j] = count;
      if (j === last) each(counts, costHere, chanceHere);
      else fillFrom(j + 1, spared, costHere, chanceHere);
    }
  };
  fillFrom(0, row, 0, logFactorial[row] + logFactorial[capacity[0] - row] - logFactorial[capacity[0]]);
  return cut;
}

/**
 * `[j][left]`: the least cost of columns j and on that take up `left` together. Each column's cost is convex in its
 * count, so of two columns the cheaper next step is always the right one.
 */
function leastCosts(
  columns: readonly number[],
  capacity: readonly number[],
  row: number,
  units: Float64Array,
  rest: Float64Array,
  budget: WorkBudget,
): Float64Array[] {
  const least = capacity.map(() => new Float64Array(row + 1).fill(Infinity));
  least[columns.length][0] = 0;
  for (let j = columns.length - 1; j >= 0; j--) {
    const column = columns[j];
    const after = least[j + 1];
    const most = Math.min(row, capacity[j]);
    budget.left -= most / 4;
    let here = rest[column];
    let count = 0;
    least[j][0] = here + after[0];
    for (let left = 1; left <= most; left++) {
      const spared = left - 1 - count;
      const next = count < column ? units[count + 1] + rest[column - count - 1] : Infinity;
      if (next + after[spared] <= here + after[spared + 1]) {
        count++;
        here = next;
      }
      least[j][left] = here + after[left - count];
    }
  }
  return least;
}
