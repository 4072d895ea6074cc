/**
 * The null distribution of a rank statistic, tie for tie: `probability[s]` is the chance that the doubled sum of
 * ranks is `s`. Doubled, mid-ranks are whole numbers, so sums are compared without rounding.
 */
export interface RankDistribution {
  readonly probability: Float64Array;
  /** What a doubled sum was divided by before it became an index: 2 where no rank is a half, else 1. */
  readonly unit: 1 | 2;
}

/**
 * The distribution of the rank sum of `size` observations drawn from all without replacement: what the
 * Mann-Whitney test conditions on. Every tie pattern has its own.
 *
 * Source: a dynamic programme over observations, as the shift algorithm of Streitberg & Röhmel (1986), "Exact
 * distributions for permutation and rank tests".
 *
 * @param ranks at most 1,000, whose binomials still fit a double; `rankSumSteps` bounds the additions it takes
 */
export function rankSumDistribution(ranks: Float64Array, size: number): RankDistribution {
  const { scores, unit } = wholeScores(ranks);
  // upTo[i]: the sum of the i smallest scores.
  const upTo = [0];
  for (const score of scores) upTo.push(upTo[upTo.length - 1] + score);
  // counts[k][s]: how many choices of k of the observations so far add up to s.
  const largestSum = upTo[scores.length] - upTo[scores.length - size];
  const counts = Array.from({ length: size + 1 }, () => new Float64Array(largestSum + 1));
  counts[0][0] = 1;
  for (let seen = 1; seen <= scores.length; seen++) {
    const score = scores[seen - 1];
    // Fewer than this can no longer become `size` with the observations still to come.
    const fewest = Math.max(1, size - (scores.length - seen));
    for (let k = Math.min(size, seen); k >= fewest; k--) {
      const without = counts[k - 1];
      const here = counts[k];
      const largest = upTo[seen] - upTo[seen - k];
      for (let s = upTo[k - 1] + score; s <= largest; s++) here[s] += without[s - score];
    }
  }
  return { probability: normalised(counts[size]), unit };
}

/** How many additions `rankSumDistribution` takes at most: a bound to ask before the exact p is promised. */
export function rankSumSteps(n: number, size: number): number {
  return n * size * size * (2 * n - size + 1);
}

/** The distribution of the sum of those ranks that a fair coin picks: what the signed-rank test conditions on. */
export function signedRankDistribution(ranks: Float64Array): RankDistribution {
  const { scores, unit } = wholeScores(ranks);
  const probability = new Float64Array(scores.reduce((total, score) => total + score, 0) + 1);
  probability[0] = 1;
  let reach = 0;
  for (const score of scores) {
    reach += score;
    for (let s = reach; s >= 0; s--) probability[s] = (probability[s] + (s >= score ? probability[s - score] : 0)) / 2;
  }
  return { probability, unit };
}

/** P(S <= s), P(S >= s) and P(|S − E| >= |s − E|) of a sum of ranks s; E is exact, so equal distances are equal. */
export function rankTails(
  { probability, unit }: RankDistribution,
  rankSum: number,
  expectation: number,
): { less: number; greater: number; two: number } {
  const index = (2 * rankSum) / unit;
  const centre = (2 * expectation) / unit;
  const distance = Math.abs(index - centre);
  let less = 0;
  let greater = 0;
  let two = 0;
  for (let s = 0; s < probability.length; s++) {
    if (s <= index) less += probability[s];
    if (s >= index) greater += probability[s];
    if (Math.abs(s - centre) >= distance) two += probability[s];
  }
  return { less: Math.min(1, less), greater: Math.min(1, greater), two: Math.min(1, two) };
}

function wholeScores(ranks: Float64Array): { scores: number[]; unit: 1 | 2 } {
  const unit = ranks.every(Number.isInteger) ? 2 : 1;
  return { scores: Array.from(ranks, (rank) => (2 * rank) / unit).sort((a, b) => a - b), unit };
}

function normalised(counts: Float64Array): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}
