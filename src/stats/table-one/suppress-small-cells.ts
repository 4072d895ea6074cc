/**
 * Counts of people that are to be printed: levels down, groups across, each row's total beside it. Readers know the
 * total of every column and of all, whatever is hidden.
 */
export interface CountTable {
  /** `counts[row][column]`. */
  readonly counts: readonly (readonly number[])[];
  /** Rows that are printed, their totals with them; the others can only be worked out. */
  readonly shownRows: readonly boolean[];
  /** Columns that are printed. */
  readonly shownColumns: readonly boolean[];
}

/** What is to be hidden of a table. */
export interface Masks {
  readonly cells: readonly (readonly boolean[])[];
  readonly totals: readonly boolean[];
}

/** One count, as an edge of a network in which what flows into a node flows out of it. */
interface Count {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly shown: boolean;
  /** What hiding it costs: first the number of counts, then their size; a total counts twice. */
  readonly cost: number;
  masked: boolean;
}

/**
 * Hides every count from 1 to `below` − 1, and as many others as it takes that none of them can be worked out: for
 * each hidden count, some other table of whole numbers has the same printed counts and totals. Nor is the sum of
 * what is hidden in one row or column itself small. A printed 0 is never hidden, and readers are taken to know that
 * a hidden count is at least 1. Null where only hiding the whole table will do.
 *
 * The table is a network: each group's total flows through its counts to the rows' totals. A hidden count can be
 * another number if, and only if, it lies on a cycle of counts that can all change by one; the cheapest such cycle
 * is hidden with it.
 *
 * Source: Cox (1995), "Network models for complementary cell suppression", J. Am. Stat. Assoc. 90:1453-1462.
 *
 * @param below at least 2
 * @example
 * suppressSmallCells({ counts: [[41], [11], [2]], shownRows: [true, true, true], shownColumns: [false] }, 11)?.totals;
 * // [false, true, true]: 2 is small, and without 11 it would be 54 - 41 - 11
 */
export function suppressSmallCells(table: CountTable, below: number): Masks | null {
  const columns = table.shownColumns.length;
  const end = columns + table.counts.length;
  const network = countsOf(table);
  const isSmall = (n: number): boolean => n > 0 && n < below;
  const secret = network.filter(({ n }) => isSmall(n));
  for (const count of secret) count.masked = count.shown;
  // `secret` grows while it is walked: what is hidden for a sum's sake needs a cycle as well.
  for (let protectedCounts = 0; protectedCounts < secret.length;) {
    for (; protectedCounts < secret.length; protectedCounts += 1) {
      const cycle = cheapestCycle(network, secret[protectedCounts], end + 1);
      if (cycle === null) return null;
      for (const count of cycle) if (count.shown) count.masked = true;
    }
    const more = smallSum(network, end, columns, isSmall);
    if (more === null) continue;
    more.masked = true;
    secret.push(more);
  }
  const masked = (from: number, to: number): boolean =>
    network.find((count) => count.from === from && count.to === to)?.masked ?? false;
  return {
    cells: table.counts.map((row, i) => row.map((_, j) => masked(j, columns + i))),
    totals: table.counts.map((_, i) => masked(columns + i, end)),
  };
}

/** An edge from its group to its row for each cell, and from the row to the end for each row's total. */
function countsOf({ counts, shownRows, shownColumns }: CountTable): Count[] {
  const columns = shownColumns.length;
  const all = counts.flat().reduce((sum, n) => sum + n, 0) + 1;
  const count = (from: number, to: number, n: number, shown: boolean, weight: number): Count =>
    ({ from, to, n, shown, cost: weight * (1 + n / all), masked: false });
  return counts.flatMap((row, i) => [
    ...row.map((n, j) => count(j, columns + i, n, shownRows[i] && shownColumns[j], 1)),
    count(columns + i, columns + counts.length, row.reduce((sum, n) => sum + n, 0), shownRows[i], 2),
  ]);
}

const isUnknown = ({ masked, shown }: Count): boolean => masked || !shown;
/** A printed count that is hidden was not 0. */
const canFall = ({ n, shown }: Count): boolean => n >= (shown ? 2 : 1);
const canRise = ({ n, shown }: Count): boolean => !shown || n > 0;

/** The counts that change with `count`, up or down, at least cost; empty where one is enough. */
function cheapestCycle(network: readonly Count[], count: Count, nodes: number): Count[] | null {
  const ways = [
    ...(canRise(count) ? [cheapestPath(network, count, count.to, count.from, nodes)] : []),
    ...(canFall(count) ? [cheapestPath(network, count, count.from, count.to, nodes)] : []),
  ].filter((way) => way !== null);
  if (ways.length === 0) return null;
  return ways.reduce((best, way) => (way.cost < best.cost ? way : best)).counts;
}

/** Dijkstra's shortest path over counts that may rise (along an edge) or fall (against it), `without` apart. */
function cheapestPath(
  network: readonly Count[], without: Count, start: number, goal: number, nodes: number,
): { cost: number; counts: Count[] } | null {
  const cost = Array.from({ length: nodes }, (_, node) => (node === start ? 0 : Infinity));
  const arrivedBy: (Count | null)[] = Array.from({ length: nodes }, () => null);
  const open = new Set(cost.keys());
  while (open.size > 0) {
    const node = [...open].reduce((least, other) => (cost[other] < cost[least] ? other : least));
    if (cost[node] === Infinity) return null;
    if (node === goal) break;
    open.delete(node);
    for (const edge of network) {
      if (edge === without) continue;
      const next = edge.from === node && canRise(edge) ? edge.to : edge.to === node && canFall(edge) ? edge.from : null;
      const total = cost[node] + (isUnknown(edge) ? 0 : edge.cost);
      if (next === null || !(total < cost[next])) continue;
      cost[next] = total;
      arrivedBy[next] = edge;
    }
  }
  const counts: Count[] = [];
  for (let node = goal; node !== start;) {
    const edge = arrivedBy[node];
    if (edge === null) return null;
    counts.push(edge);
    node = edge.from === node ? edge.to : edge.from;
  }
  return { cost: cost[goal], counts };
}

/** The cheapest count to hide beside others whose sum is known and small; null where no such sum is. */
function smallSum(
  network: readonly Count[], end: number, columns: number, isSmall: (n: number) => boolean,
): Count | null {
  const groups = Array.from({ length: columns }, (_, node) => network.filter((count) => count.from === node));
  const totals = network.filter((count) => count.to === end);
  const rows = totals.filter((total) => !isUnknown(total)).map((total) => network.filter((count) => count.to === total.from));
  for (const line of [...groups, ...rows, totals]) {
    const hidden = line.filter(isUnknown).reduce((sum, { n }) => sum + n, 0);
    const others = line.filter((count) => !isUnknown(count) && count.n > 0);
    if (isSmall(hidden) && others.length > 0) return others.reduce((best, count) => (count.cost < best.cost ? count : best));
  }
  return null;
}
