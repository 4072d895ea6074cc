/**
 * Concordant minus discordant pairs among rows in ascending order of x, where row i stands `counts[i]` times and
 * `yLevel[i]` is the level of its y. Pairs tied in either variable count 0. The answer is a whole number.
 */
export type Concordance = (yLevel: Int32Array, counts: Int32Array) => number;

/**
 * Kendall's S in n log n: rows are entered by ascending x into a tree of partial sums over the levels of y
 * (Fenwick 1994), which tells how many of the rows before have a smaller y.
 *
 * @param xLevel never descends; rows of one level are entered together, after each has been compared
 */
export function concordanceOver(xLevel: Int32Array, yLevels: number): Concordance {
  const entered = new Int32Array(yLevels);
  const tree = new Int32Array(yLevels + 1);

  return (yLevel, counts) => {
    entered.fill(0);
    tree.fill(0);
    let total = 0;
    let balance = 0;
    for (let start = 0, end = 0; start < xLevel.length; start = end) {
      while (end < xLevel.length && xLevel[end] === xLevel[start]) {
        const level = yLevel[end];
        let below = 0;
        for (let node = level; node > 0; node &= node - 1) below += tree[node];
        const above = total - below - entered[level];
        balance += counts[end] * (below - above);
        end++;
      }
      for (let row = start; row < end; row++) {
        const level = yLevel[row];
        const count = counts[row];
        if (count === 0) continue;
        entered[level] += count;
        total += count;
        for (let node = level + 1; node <= yLevels; node += node & -node) tree[node] += count;
      }
    }
    return balance;
  };
}
