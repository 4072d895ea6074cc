/**
 * A correlation of the sample in which row i stands `counts[i]` times and all rows together `size` times;
 * NaN where a variable is constant. It allocates nothing, so it can be asked ten thousand times.
 */
export type StatisticOfCounts = (counts: Int32Array, size: number) => number;
