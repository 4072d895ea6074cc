/** The turn that shares most of a stretch; the first of equals; null where none shares any. */
export function turnAt<T extends { readonly start: number; readonly end: number }>(turns: readonly T[], start: number, end: number): T | null {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  let best: T | null = null;
  let most = 0;
  for (let index = low; index < turns.length && turns[index].start < end; index += 1) {
    const shared = Math.min(end, turns[index].end) - Math.max(start, turns[index].start);
    if (shared > most) {
      most = shared;
      best = turns[index];
    }
  }
  return best;
}
