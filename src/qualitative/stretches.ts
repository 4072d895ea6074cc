import { partitionPoint } from '../numeric/partition-point.js';

/** A stretch of text in code points from 0, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The same characters as stretches in order, each apart from the next; those that touch stay two where `keepTouching`. */
export function mergeStretches(stretches: readonly Stretch[], keepTouching = false): Stretch[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last !== undefined && (start < last.end || (start === last.end && !keepTouching))) last.end = Math.max(last.end, end);
    else if (end > start) merged.push({ start, end });
  }
  return merged;
}

/** Code points in all; stretches that overlap count twice. */
export function totalLength(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The place of the first of ordered, disjoint stretches that ends after `position`. */
export function firstEndingAfter(stretches: readonly Stretch[], position: number): number {
  return partitionPoint(stretches.length, (index) => stretches[index].end <= position);
}
