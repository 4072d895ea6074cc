/** Below this the sample costs more than it saves; Floyd and Rivest's own bound. */
const WORTH_SAMPLING = 600;

/**
 * The k-th smallest of numbers, from 0; they end up with it in its place, smaller ones before and greater ones after.
 * In about 1.5 n comparisons, where sorting takes n log n: the pivot is chosen from a sample, near the k-th.
 *
 * Source: Floyd & Rivest (1975), "Algorithm 489: the algorithm SELECT", Comm. ACM 18:173.
 *
 * @param values finite; reordered
 * @example selectKth(Float64Array.of(5, 1, 4), 1) // 4
 */
export function selectKth(values: Float64Array, k: number): number {
  select(values, k, 0, values.length - 1);
  return values[k];
}

/** The median, as the mean of the two in the middle of an even count; the numbers are reordered. */
export function selectMedian(values: Float64Array): number {
  const upper = values.length >> 1;
  const high = selectKth(values, upper);
  if (values.length % 2 === 1) return high;
  let low = -Infinity;
  for (let at = 0; at < upper; at += 1) if (values[at] > low) low = values[at];
  return (low + high) / 2;
}

function select(values: Float64Array, k: number, from: number, to: number): void {
  let low = from;
  let high = to;
  while (low < high) {
    if (high - low > WORTH_SAMPLING) {
      const n = high - low + 1;
      const i = k - low + 1;
      const z = Math.log(n);
      const s = 0.5 * Math.exp((2 * z) / 3);
      const sd = 0.5 * Math.sqrt((z * s * (n - s)) / n) * Math.sign(i - n / 2);
      select(values, k, Math.max(low, Math.floor(k - (i * s) / n + sd)), Math.min(high, Math.floor(k + ((n - i) * s) / n + sd)));
    }
    const pivot = values[k];
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left] < pivot) left += 1;
      while (values[right] > pivot) right -= 1;
      if (left > right) break;
      const swapped = values[left];
      values[left] = values[right];
      values[right] = swapped;
      left += 1;
      right -= 1;
    }
    if (k <= right) high = right;
    else if (k >= left) low = left;
    else return;
  }
}
