import type { BinaryCorrelation, CorrelationName } from '../../results/correlation.js';
import { rankBiserial } from '../groups/rank-biserial.js';
import type { CompletePair } from './pairs.js';
import type { Sample } from './sample.js';
import type { Effect } from '../test-result.js';

/** What a correlation is called, beyond its method's name, where a variable has just two values. */
export type BinaryName = 'phi' | 'point-biserial';

/** Exactly two values occur. */
export function isBinary(sample: Sample): boolean {
  return sample.levels.present === 2;
}

/**
 * The other name of a coefficient: `point-biserial` for Pearson's r with one binary variable; `phi` with two, which
 * r, ρ and τ-b then all are. Null where the method's own name is the only one: ρ and τ-b with one binary variable
 * are no rank-biserial correlation, which is a number of its own (rankBiserialOfPair).
 */
export function binaryName({ x, y }: CompletePair, method: CorrelationName): BinaryName | null {
  if (isBinary(x) && isBinary(y)) return 'phi';
  return method === 'pearson' && (isBinary(x) || isBinary(y)) ? 'point-biserial' : null;
}

/**
 * The rank-biserial correlation of a binary variable with another: the share of pairs, one observation of each group,
 * in which the group with the greater code has the greater value, less the share in which it has the lesser. So its
 * sign is ρ's. Null unless exactly one variable is binary.
 *
 * This is Glass's 2 (M₁ − M₀) / n, M the groups' mean mid-ranks, and without ties Cureton's (1956), "Rank-biserial
 * correlation", Psychometrika 21:287-290, who with ties would divide by the greatest value they allow.
 */
export function rankBiserialOfPair({ x, y }: CompletePair, confidence = 0.95): Effect | null {
  if (isBinary(x) === isBinary(y)) return null;
  const [groups, values] = isBinary(x) ? [x, y.values] : [y, x.values];
  const { of, counts } = groups.levels;
  const greater = counts.findLastIndex((count) => count > 0);
  const inGreater = values.filter((_, i) => of[i] === greater);
  return rankBiserial(inGreater, values.filter((_, i) => of[i] !== greater), confidence);
}

/**
 * What a pair with a binary variable is also called or measured by: r and the coefficients of two binary variables
 * have another name; ρ and τ-b have the rank-biserial correlation beside them. Null where neither is binary.
 *
 * @param estimate the pair's coefficient by `method`, with its interval
 */
export function binaryCorrelation(
  pair: CompletePair,
  method: CorrelationName,
  estimate: { readonly estimate: number; readonly low: number | null; readonly high: number | null },
  confidence: number,
): BinaryCorrelation | null {
  const of = { x: pair.x.name, y: pair.y.name, by: pair.by };
  const name = binaryName(pair, method);
  if (name !== null) return { ...of, name, estimate: estimate.estimate, ciLow: estimate.low, ciHigh: estimate.high };
  const effect = rankBiserialOfPair(pair, confidence);
  if (effect === null || effect.estimate === null) return null;
  return { ...of, name: 'rank-biserial', estimate: effect.estimate, ciLow: effect.ciLow, ciHigh: effect.ciHigh };
}

/**
 * The rank-biserial correlation that a published ρ with a binary variable stands for: ρ √((n³ − n − T) / (3 n n₀ n₁)),
 * where T = Σ(t³ − t) over the tied values of the other variable (tieTerm). Both divide the same difference of mean
 * ranks, by the most that groups of these sizes allow or by the standard deviations.
 *
 * @example rankBiserialFromSpearman(0.5, 10, 10, 0) // 0.5766
 */
export function rankBiserialFromSpearman(rho: number, n0: number, n1: number, tieTerm: number): number {
  const n = n0 + n1;
  return rho * Math.sqrt((n * n * n - n - tieTerm) / (3 * n * n0 * n1));
}
