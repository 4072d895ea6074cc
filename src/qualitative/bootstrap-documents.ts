import type { RandomStream } from '../numeric/random.js';
import { orderStatistics } from '../stats/bootstrap-endpoints.js';

/** Fewer documents than this say too little of how other documents would have come out. */
export const LEAST_DOCUMENTS = 5;

export interface Interval {
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

/**
 * Percentile intervals of several statistics at once, over whole documents drawn with replacement: characters and
 * sentences of one document are no independent trials.
 *
 * @param statistics of documents weighted by how often each was drawn; null where undefined, which is left out
 */
export function bootstrapDocuments(
  documents: number, statistics: (weights: Uint32Array) => readonly (number | null)[],
  { resamples, confidence, stream }: { readonly resamples: number; readonly confidence: number; readonly stream: RandomStream },
): Interval[] {
  const replicates: number[][] = statistics(new Uint32Array(documents).fill(1)).map(() => []);
  if (documents < LEAST_DOCUMENTS) return replicates.map(() => ({ ciLow: null, ciHigh: null }));
  const weights = new Uint32Array(documents);
  for (let resample = 0; resample < resamples; resample++) {
    weights.fill(0);
    for (let draw = 0; draw < documents; draw++) weights[stream.below(documents)] += 1;
    statistics(weights).forEach((value, place) => { if (value !== null) replicates[place].push(value); });
  }
  const tail = (1 - confidence) / 2;
  return replicates.map((values) => {
    if (values.length === 0) return { ciLow: null, ciHigh: null };
    const { low, high } = orderStatistics(Float64Array.from(values).sort(), tail, tail);
    return { ciLow: low, ciHigh: high };
  });
}
