import { byAscendingSum, firstAtLeast, places } from './fisher-paths.js';
import type { Paths } from './fisher-paths.js';
import { fisherProblem } from './fisher-problem.js';
import type { FisherProblem } from './fisher-problem.js';
import { spreadRow } from './fisher-spread.js';
import type { WorkBudget } from './fisher-spread.js';

/** What the columns have left once some rows are filled, and the chances of the ways to have filled them. */
interface Node {
  /** Ascending: which column is which does not matter to the rows still to come. */
  readonly columns: readonly number[];
  /** By the sum of ln n! over the cells so far. */
  readonly chances: Map<number, number>;
}

/** Two rows left, and what arrives there. */
interface End {
  readonly columns: readonly number[];
  readonly paths: Paths[];
  /** Three numbers for each of `paths`: what its sums grow by, what its chances shrink by, and how many go on. */
  readonly moves: number[];
}

/** Passes the first `open` of some paths on to the node that has `columns` left, which are used again for the next. */
type GoOn = (columns: Int32Array, paths: Paths, step: number, chance: number, open: number) => void;

/**
 * The p of Fisher's exact test of any table: the chance, given the margins, of a table no likelier than this one; or
 * null where that takes more than the budget, or has too many columns to name a node by one number.
 *
 * Rows are filled one after the other. Ways to fill the first ones meet in a node where they leave the same columns,
 * in any order, and are one where they are equally likely. A way is settled, at a chance known in closed form, as
 * soon as even its likeliest completion is no likelier than the observed table. The last two rows are filled once a
 * node and looked up by all that reach it.
 *
 * Source: Mehta & Patel (1983), "A network algorithm for performing Fisher's exact test in r × c contingency
 * tables", JASA 78:427-434; the bound by multipliers and the lookup of the last two rows are ours.
 *
 * @param table counts; two rows and columns at least, none of which adds up to 0
 */
export function fisherNetworkP(table: readonly (readonly number[])[], budget: WorkBudget): number | null {
  const problem = fisherProblem(table);
  const { rows, columns, units } = problem;
  const base = units.length;
  if (base ** (columns.length - 1) > Number.MAX_SAFE_INTEGER) return null;
  // The last column's rest follows from the others'.
  const keyOf = (left: Int32Array): number => {
    let key = 0;
    for (let j = 1; j < left.length; j++) key = key * base + left[j];
    return key;
  };
  let p = 0;
  let nodes: Node[] = [{ columns, chances: new Map([[0, 1]]) }];
  for (let row = 0; row + 3 < rows.length; row++) {
    const next = new Map<number, Node>();
    for (const node of nodes) {
      p += fillRow(problem, row, node, budget, (left, paths, step, chance, open) => {
        budget.left -= 40 * open;
        const key = keyOf(left);
        if (!next.has(key)) next.set(key, { columns: [...left], chances: new Map() });
        const { chances } = next.get(key)!;
        for (let i = 0; i < open; i++) {
          const sum = paths.sums[i] + step;
          chances.set(sum, (chances.get(sum) ?? 0) + paths.chances[i] * chance);
        }
      });
      if (budget.left < 0) return null;
    }
    nodes = [...next.values()];
  }
  const ends = new Map<number, End>();
  if (rows.length === 2) {
    ends.set(0, { columns, paths: [byAscendingSum(nodes[0].chances)], moves: [0, 1, 1] });
    nodes = [];
  }
  for (const node of nodes) {
    p += fillRow(problem, rows.length - 3, node, budget, (left, paths, step, chance, open) => {
      budget.left -= open + 6;
      const key = keyOf(left);
      let end = ends.get(key);
      if (end === undefined) {
        end = { columns: [...left], paths: [], moves: [] };
        ends.set(key, end);
      }
      end.paths.push(paths);
      end.moves.push(step, chance, open);
    });
    if (budget.left < 0) return null;
  }
  for (const end of ends.values()) {
    p += fillLastTwo(problem, end, budget);
    if (budget.left < 0) return null;
  }
  return Math.min(1, p);
}

/** Fills a row in all ways that leave something open, and passes each on. Answers the chance of what is settled. */
function fillRow(problem: FisherProblem, row: number, node: Node, budget: WorkBudget, goOn: GoOn): number {
  const { rows, logFactorial, units, limit, rest, constant } = problem;
  const { columns, chances } = node;
  const paths = byAscendingSum(chances);
  const below = rows.length - row - 1;
  const ceiling = limit - constant[below];
  const toFill = { columns, row: rows[row], logFactorial, units, rest: rest[below], ceiling: ceiling - paths.sums[0] };
  const left = new Int32Array(columns.length);
  let settled = 0;
  const cut = spreadRow(toFill, budget, (counts, cost, logChance) => {
    const open = firstAtLeast(paths.sums, ceiling - cost);
    const chance = Math.exp(logChance);
    settled += paths.from[open] * chance;
    let step = 0;
    for (let j = 0; j < counts.length; j++) {
      step += units[counts[j]];
      left[j] = columns[j] - counts[j];
    }
    goOn(left.sort(), paths, step, chance, open);
  });
  return settled + cut * paths.from[0];
}

/** The chance that the last two rows make a table no likelier than the observed one of what arrives at them. */
function fillLastTwo(problem: FisherProblem, { columns, paths, moves }: End, budget: WorkBudget): number {
  const { rows, logFactorial, units, scale, limit } = problem;
  const row = rows[rows.length - 2];
  const least = paths.reduce((sum, { sums }, i) => Math.min(sum, sums[0] + moves[3 * i]), Infinity);
  // Infinity ends the list, so that a search in it always ends.
  const found: number[] = [Infinity];
  const toFill = { columns, row, logFactorial, units, rest: units, ceiling: limit - least };
  const cut = spreadRow(toFill, budget, (_, sum) => found.push(sum));
  budget.left -= 3 * found.length;
  const sums = Float64Array.from(found).sort();
  // The chance of filling both rows depends on its sum alone.
  const all = row + rows[rows.length - 1];
  const logAll = columns.reduce((sum, column) => sum + logFactorial[column], 0)
    + logFactorial[row] + logFactorial[all - row] - logFactorial[all];
  const from = new Float64Array(sums.length).fill(cut);
  for (let i = sums.length - 2; i >= 0; i--) from[i] = from[i + 1] + Math.exp(logAll - sums[i] / scale);
  const { begin, perPlace } = places(sums);
  const lowest = sums[0];
  let p = 0;
  for (let arrival = 0; arrival < paths.length; arrival++) {
    const { sums: before, chances } = paths[arrival];
    const needed = limit - moves[3 * arrival];
    const open = moves[3 * arrival + 2];
    let reached = 0;
    for (let i = 0; i < open; i++) {
      const at = needed - before[i];
      const place = (at - lowest) * perPlace;
      let first = place > 0 ? begin[Math.min(place, begin.length - 1) | 0] : 0;
      while (sums[first] < at) first++;
      reached += chances[i] * from[first];
    }
    p += moves[3 * arrival + 1] * reached;
  }
  return p;
}
