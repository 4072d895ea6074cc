/**
 * How many of the first items of an ordered list satisfy a condition that, once false, stays false: the place where
 * it turns. It is asked about log₂(count) times.
 *
 * @param count of items
 * @param holds of the item at an index from 0 to count − 1
 * @example
 * partitionPoint(3, (index) => [1, 4, 9][index] < 5); // 2
 */
export function partitionPoint(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
