/** One distinct way in which the coders rated a unit, and how many units were rated so. */
export interface RatingPattern {
  /** A coder each: the place of the category in `categories`, or NOT_CODED. */
  readonly ratings: readonly number[];
  /** Units of this pattern; of characters these are run lengths added up. */
  readonly count: number;
}

export const NOT_CODED = -1;

export type Category = number | string;

/**
 * Reliability data: units × coders, kept as distinct patterns with counts, so that a million characters coded in eight
 * ways cost as much as eight units.
 */
export interface Ratings {
  readonly coders: number;
  /** In their order, lowest first; it matters where the level is more than nominal. */
  readonly categories: readonly Category[];
  readonly patterns: readonly RatingPattern[];
}

/**
 * Counts the distinct rows of a matrix of units by coders.
 *
 * @param rows a unit each: the category that each coder gave it, null where that coder gave none
 * @param declared the categories in their order, with those that nobody used; without it, the values found, ascending
 * @example
 * ratingsOf([[1, 1], [1, 2], [1, 1]]).patterns; // [{ ratings: [0, 0], count: 2 }, { ratings: [0, 1], count: 1 }]
 */
export function ratingsOf(rows: readonly (readonly (Category | null)[])[], declared?: readonly Category[]): Ratings {
  const categories = declared ?? categoriesOf(rows);
  const places = new Map(categories.map((category, place) => [category, place]));
  const patterns = new Map<string, { ratings: number[]; count: number }>();
  for (const row of rows) {
    const ratings = row.map((value) => (value === null ? NOT_CODED : places.get(value) ?? NOT_CODED));
    const key = ratings.join();
    const known = patterns.get(key);
    if (known === undefined) patterns.set(key, { ratings, count: 1 });
    else known.count += 1;
  }
  return { coders: rows[0]?.length ?? 0, categories, patterns: [...patterns.values()] };
}

/** Every value that occurs, numbers ascending, then texts in the order of their letters. */
export function categoriesOf(rows: readonly (readonly (Category | null)[])[]): Category[] {
  const found = new Set(rows.flat().filter((value) => value !== null));
  return [...found].sort((a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return typeof a === typeof b ? (a < b ? -1 : 1) : typeof a === 'number' ? -1 : 1;
  });
}

/** How many coders gave each category to a unit of the pattern. */
export function countsByCategory({ ratings }: RatingPattern, categories: number): Float64Array {
  const counts = new Float64Array(categories);
  for (const rating of ratings) if (rating !== NOT_CODED) counts[rating] += 1;
  return counts;
}

/** How many coders rated a unit of the pattern. */
export function ratedBy({ ratings }: RatingPattern): number {
  let count = 0;
  for (const rating of ratings) if (rating !== NOT_CODED) count += 1;
  return count;
}

/** Units that two coders or more rated: only they can agree or not. */
export function pairableUnits({ patterns }: Ratings): number {
  return patterns.reduce((sum, pattern) => sum + (ratedBy(pattern) >= 2 ? pattern.count : 0), 0);
}

/** The data of some of the coders alone, in the order given. */
export function ofCoders({ categories, patterns }: Ratings, coders: readonly number[]): Ratings {
  const kept = patterns.map(({ ratings, count }) => ({ ratings: coders.map((coder) => ratings[coder]), count }));
  return { coders: coders.length, categories, patterns: kept };
}

/** The categories' shares of all ratings, in their order. */
export function categoryShares({ categories, patterns }: Ratings): Float64Array {
  const totals = new Float64Array(categories.length);
  for (const pattern of patterns) {
    countsByCategory(pattern, categories.length).forEach((count, category) => { totals[category] += count * pattern.count; });
  }
  const all = totals.reduce((sum, total) => sum + total, 0);
  return all === 0 ? totals : totals.map((total) => total / all);
}
