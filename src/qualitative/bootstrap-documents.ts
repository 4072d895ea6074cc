import type { RandomStream } from '../numeric/random.js';
import { orderStatistics } from '../stats/resampling/bootstrap-endpoints.js';
import { binaryPatterns } from './pattern-counts.js';
import type { PatternCounts } from './pattern-counts.js';
import type { RatingPattern } from './ratings.js';

/** Fewer documents than this say too little of how other documents would have come out. */
export const LEAST_DOCUMENTS = 5;

export interface Interval {
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

/** One code's units in every document, a column a pattern of ratings, so that a draw is a sum of rows. */
interface CountsTable {
  readonly ratings: readonly (readonly number[])[];
  /** Row by row. */
  readonly counts: Float64Array;
}

/**
 * Percentile intervals of several statistics at once, over whole documents drawn with replacement: characters and
 * sentences of one document are no independent trials. Yields after each resample, so that a caller can show how far it
 * is.
 *
 * @param codes for each code its units by document
 * @param statistics of the patterns of each code in the documents drawn; null where undefined, which is left out
 */
export function* bootstrapDocuments(
  codes: readonly (readonly PatternCounts[])[], coders: number,
  statistics: (codes: readonly (readonly RatingPattern[])[]) => readonly (number | null)[],
  { resamples, confidence, stream }: { readonly resamples: number; readonly confidence: number; readonly stream: RandomStream },
): Generator<{ readonly done: number; readonly total: number }, Interval[]> {
  const documents = codes[0]?.length ?? 0;
  const tables = codes.map((counts) => countsTable(counts, coders));
  const weights = new Uint32Array(documents).fill(1);
  const replicates: number[][] = statistics(tables.map((table) => drawn(table, weights))).map(() => []);
  if (documents < LEAST_DOCUMENTS) return replicates.map(() => ({ ciLow: null, ciHigh: null }));
  for (let resample = 0; resample < resamples; resample++) {
    weights.fill(0);
    for (let draw = 0; draw < documents; draw++) weights[stream.below(documents)] += 1;
    statistics(tables.map((table) => drawn(table, weights))).forEach((value, place) => { if (value !== null) replicates[place].push(value); });
    yield { done: resample + 1, total: resamples };
  }
  const tail = (1 - confidence) / 2;
  return replicates.map((values) => {
    if (values.length === 0) return { ciLow: null, ciHigh: null };
    const { low, high } = orderStatistics(Float64Array.from(values).sort(), tail, tail);
    return { ciLow: low, ciHigh: high };
  });
}

function countsTable(documents: readonly PatternCounts[], coders: number): CountsTable {
  const places = new Map([...new Set(documents.flatMap((counts) => [...counts.keys()]))].map((key, place) => [key, place]));
  const counts = new Float64Array(documents.length * places.size);
  documents.forEach((own, document) => {
    for (const [key, units] of own) counts[document * places.size + (places.get(key) ?? 0)] = units;
  });
  return { ratings: binaryPatterns(places, coders).map(({ ratings }) => ratings), counts };
}

function drawn({ ratings, counts }: CountsTable, weights: Uint32Array): RatingPattern[] {
  const sums = new Float64Array(ratings.length);
  weights.forEach((weight, document) => {
    if (weight === 0) return;
    for (let place = 0; place < sums.length; place++) sums[place] += weight * counts[document * sums.length + place];
  });
  const found: RatingPattern[] = [];
  ratings.forEach((own, place) => { if (sums[place] > 0) found.push({ ratings: own, count: sums[place] }); });
  return found;
}
