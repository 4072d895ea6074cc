import type { RandomStream } from '../numeric/random.js';
import { orderStatistics } from '../stats/bootstrap-endpoints.js';
import type { RatingPattern, Ratings } from './ratings.js';

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
 * A percentile interval that draws whole blocks with replacement: single units, or documents with all their units,
 * since neighbouring characters are no independent trials.
 *
 * Source: Zapf et al. (2016), BMC Med. Res. Methodol. 16:93: resampling units, which keeps the level that
 * Krippendorff's own algorithm (pairs drawn with the expected disagreement held fixed, as in KALPHA) does not.
 */
export function bootstrapAgreement(
  { coders, categories }: Omit<Ratings, 'patterns'>,
  blocks: readonly (readonly RatingPattern[])[],
  statistic: (data: Ratings) => number | null,
  { resamples, confidence, stream }: AgreementBootstrap,
): AgreementInterval {
  const { patterns, sparse } = indexed(blocks);
  const replicates: number[] = [];
  const counts = new Float64Array(patterns.length);
  for (let resample = 0; resample < resamples; resample++) {
    counts.fill(0);
    for (let draw = 0; draw < sparse.length; draw++) {
      for (const { place, count } of sparse[stream.below(sparse.length)]) counts[place] += count;
    }
    const drawn = patterns.map((ratings, place) => ({ ratings, count: counts[place] })).filter(({ count }) => count > 0);
    const estimate = statistic({ coders, categories, patterns: drawn });
    if (estimate !== null) replicates.push(estimate);
  }
  const undefinedResamples = resamples - replicates.length;
  if (blocks.length < 2 || replicates.length === 0) return { ciLow: null, ciHigh: null, undefinedResamples };
  const tail = (1 - confidence) / 2;
  const { low, high } = orderStatistics(Float64Array.from(replicates).sort(), tail, tail);
  return { ciLow: low, ciHigh: high, undefinedResamples };
}

/** A unit each as a block, for data whose units are independent; in an order that does not hang on the file's. */
export function unitBlocks({ patterns }: Ratings): RatingPattern[][] {
  const sorted = patterns.map((pattern) => ({ ...pattern, key: pattern.ratings.join() })).sort((a, b) => (a.key < b.key ? -1 : 1));
  return sorted.flatMap(({ ratings, count }) => {
    const unit = [{ ratings, count: 1 }];
    return Array.from({ length: count }, () => unit);
  });
}

interface Sparse {
  readonly place: number;
  readonly count: number;
}

function indexed(blocks: readonly (readonly RatingPattern[])[]): { patterns: (readonly number[])[]; sparse: Sparse[][] } {
  const places = new Map<string, number>();
  const patterns: (readonly number[])[] = [];
  // Many blocks may be the same one over again.
  const known = new Map<readonly RatingPattern[], Sparse[]>();
  const sparse = blocks.map((block) => {
    const before = known.get(block);
    if (before !== undefined) return before;
    const made = block.map(({ ratings, count }) => {
      const key = ratings.join();
      const place = places.get(key) ?? patterns.push(ratings) - 1;
      places.set(key, place);
      return { place, count };
    });
    known.set(block, made);
    return made;
  });
  return { patterns, sparse };
}
