import { midRanks } from '../numeric/mid-ranks.js';

/**
 * Counts of events cut into the classes of a self-report: each count gets the answer that stands at its rank among the
 * answers, so that there are as many of each class as of each answer, and equal counts are of one class.
 *
 * @param counts and @param answers of the same people, finite
 * @example
 * frequencyClasses(Float64Array.of(0, 9, 40), Float64Array.of(2, 1, 5)); // 1, 2, 5
 */
export function frequencyClasses(counts: Float64Array, answers: Float64Array): Float64Array {
  const sorted = answers.slice().sort();
  return Float64Array.from(midRanks(counts), (rank) => sorted[Math.ceil(rank - 0.5) - 1]);
}
