import { fUpperTail } from '../../numeric/f.js';
import { sum } from '../../numeric/sums.js';
import { moments, variance } from '../moments.js';
import type { Moments } from '../moments.js';
import type { TestResult, WhyUndefined } from '../test-result.js';

export interface AnovaResult extends TestResult<'F'> {
  /** Degrees of freedom within groups; `df` has those between them. */
  readonly df2: number | null;
}

export interface OneWayAnovaResult extends AnovaResult {
  /** The share of the sum of squares that lies between groups. */
  readonly etaSquared: number | null;
  /** The same share in the population, less biased (Hays 1963); never below 0. */
  readonly omegaSquared: number | null;
}

/**
 * One-way analysis of variance with one variance for all groups. Groups without values do not count.
 *
 * @param groups finite values of each group
 * @example oneWayAnova([Float64Array.of(1, 2, 3), Float64Array.of(2, 4, 6)]).statistic // 2.4
 */
export function oneWayAnova(groups: readonly Float64Array[]): OneWayAnovaResult {
  const each = groups.filter((group) => group.length > 0).map(moments);
  const n = sum(each.map((group) => group.n));
  const df = each.length - 1;
  const df2 = n - each.length;
  if (df < 1 || df2 < 1) return { ...undefinedF('too-few'), etaSquared: null, omegaSquared: null };
  const centre = sum(each.map((group) => group.n * group.mean)) / n;
  const between = sum(each.map((group) => group.n * (group.mean - centre) ** 2));
  const within = sum(each.map((group) => group.sumOfSquares));
  if (within <= n * (10 * Number.EPSILON * Math.abs(centre)) ** 2) {
    return { ...undefinedF('constant'), etaSquared: null, omegaSquared: null };
  }
  const meanSquare = within / df2;
  const statistic = between / df / meanSquare;
  return {
    statistic,
    df,
    df2,
    p: fUpperTail(statistic, df, df2),
    pMethod: 'F',
    etaSquared: between / (between + within),
    omegaSquared: Math.max(0, (between - df * meanSquare) / (between + within + meanSquare)),
    reason: null,
  };
}

/**
 * One-way analysis of variance without equal variances, R's `oneway.test`. Each group needs two values that differ.
 *
 * Source: Welch (1951), "On the comparison of several mean values: an alternative approach", Biometrika 38:330-336.
 */
export function welchAnova(groups: readonly Float64Array[]): AnovaResult {
  const each = groups.filter((group) => group.length > 0).map(moments);
  const k = each.length;
  if (k < 2 || each.some((group) => group.n < 2)) return undefinedF('too-few');
  if (each.some((group) => group.sumOfSquares === 0)) return undefinedF('constant');
  const weights = each.map((group: Moments) => group.n / variance(group));
  const total = sum(weights);
  const centre = sum(each.map((group, i) => weights[i] * group.mean)) / total;
  const between = sum(each.map((group, i) => weights[i] * (group.mean - centre) ** 2)) / (k - 1);
  const unevenness = sum(each.map((group, i) => (1 - weights[i] / total) ** 2 / (group.n - 1))) / (k * k - 1);
  const statistic = between / (1 + 2 * (k - 2) * unevenness);
  const df2 = 1 / (3 * unevenness);
  return { statistic, df: k - 1, df2, p: fUpperTail(statistic, k - 1, df2), pMethod: 'F', reason: null };
}

function undefinedF(reason: WhyUndefined): AnovaResult {
  return { statistic: null, df: null, df2: null, p: null, pMethod: 'F', reason };
}
