import type { RandomStream } from '../numeric/random.js';
import { orderStatistics } from '../stats/resampling/bootstrap-endpoints.js';
import type { Ratings } from './ratings.js';

export interface AgreementInterval {
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** Resamples without variation, in which the coefficient is undefined; they are left out. */
  readonly undefinedResamples: number;
}

export interface AgreementBootstrap {
  readonly resamples: number;
  readonly confidence: number;
  readonly stream: RandomStream;
}

/**
 * A percentile interval that draws units with replacement, whatever order they are in.
 *
 * Source: Zapf et al. (2016), BMC Med. Res. Methodol. 16:93: resampling units, which keeps the level that
 * Krippendorff's own algorithm (pairs drawn with the expected disagreement held fixed, as in KALPHA) does not.
 */
export function bootstrapAgreement(
  data: Ratings, statistic: (data: Ratings) => number | null, { resamples, confidence, stream }: AgreementBootstrap,
): AgreementInterval {
  const patterns = data.patterns.map((pattern) => ({ ...pattern, key: pattern.ratings.join() })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const units = placesOf(patterns.map(({ count }) => count));
  const counts = new Uint32Array(patterns.length);
  const replicates: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    counts.fill(0);
    for (let draw = 0; draw < units.length; draw++) counts[units[stream.below(units.length)]] += 1;
    const drawn = patterns.map(({ ratings }, place) => ({ ratings, count: counts[place] })).filter(({ count }) => count > 0);
    const estimate = statistic({ ...data, patterns: drawn });
    if (estimate !== null) replicates.push(estimate);
  }
  const undefinedResamples = resamples - replicates.length;
  if (units.length < 2 || replicates.length === 0) return { ciLow: null, ciHigh: null, undefinedResamples };
  const tail = (1 - confidence) / 2;
  const { low, high } = orderStatistics(Float64Array.from(replicates).sort(), tail, tail);
  return { ciLow: low, ciHigh: high, undefinedResamples };
}

/** The pattern of each unit, by its place. */
function placesOf(counts: readonly number[]): Uint32Array {
  const places = new Uint32Array(counts.reduce((sum, count) => sum + count, 0));
  let at = 0;
  counts.forEach((count, place) => {
    places.fill(place, at, at + count);
    at += count;
  });
  return places;
}
