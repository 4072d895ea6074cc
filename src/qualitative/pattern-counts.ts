import { NOT_CODED } from './ratings.js';
import type { RatingPattern, Ratings } from './ratings.js';

/**
 * How many units each set of coders gave a code, while it is counted: keys are base 3, a digit a coder: 0 did not code
 * the document, 1 without the code, 2 with it.
 */
export type PatternCounts = Map<number, number>;

/** The key of units that the coders in `mask` (a bit a coder) gave the code. */
export function patternKey(coded: readonly boolean[], mask: number): number {
  let key = 0;
  for (let coder = coded.length - 1; coder >= 0; coder--) {
    key = key * 3 + (coded[coder] ? 1 + ((mask >> coder) & 1) : 0);
  }
  return key;
}

/** Adds to `counts` in place, so that a sweep over a document makes no map a stretch. */
export function addUnits(counts: PatternCounts, key: number, units: number): void {
  if (units > 0) counts.set(key, (counts.get(key) ?? 0) + units);
}

/** Adds a document's counts to those of all, in place. */
export function addAll(into: PatternCounts, counts: PatternCounts): void {
  for (const [key, units] of counts) addUnits(into, key, units);
}

/** The counts as ratings of two categories, 0 without the code and 1 with it. */
export function binaryRatings(counts: PatternCounts, coders: number): Ratings {
  return { coders, categories: [0, 1], patterns: binaryPatterns(counts, coders) };
}

/** One pattern a key: 1 with the code, 0 without it, NOT_CODED for who did not code the document. */
export function binaryPatterns(counts: PatternCounts, coders: number): RatingPattern[] {
  return Array.from(counts, ([key, count]) => ({ ratings: digits(key, coders), count }));
}

function digits(key: number, coders: number): number[] {
  const ratings: number[] = [];
  let left = key;
  for (let coder = 0; coder < coders; coder++) {
    ratings.push(left % 3 === 0 ? NOT_CODED : (left % 3) - 1);
    left = Math.floor(left / 3);
  }
  return ratings;
}
