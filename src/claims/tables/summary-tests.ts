import { fUpperTail } from '../../numeric/f.js';
import { studentTTwoSided } from '../../numeric/student-t.js';
import type { Interval } from '../checks/rounding.js';

/** A group's mean and SD as the intervals that their rounding leaves. */
export interface GroupSummary {
  readonly n: number;
  readonly mean: Interval;
  readonly sd: Interval;
}

/**
 * The p of Student's and Welch's t test of two groups, or of the analysis of variance of more, from their printed means
 * and SDs: the interval over everything that the rounding allows.
 */
export function summaryTests(groups: readonly GroupSummary[]): { readonly name: string; readonly low: number; readonly high: number }[] {
  if (groups.length === 2) {
    const [a, b] = groups;
    const difference = { least: Math.max(0, a.mean.low - b.mean.high, b.mean.low - a.mean.high), most: Math.max(a.mean.high - b.mean.low, b.mean.high - a.mean.low) };
    const at = (p: (d: number, sa: number, sb: number) => number): Interval => ({
      low: p(difference.most, Math.max(0, a.sd.low), Math.max(0, b.sd.low)), high: p(difference.least, a.sd.high, b.sd.high),
    });
    return [{ name: 't', ...at((d, sa, sb) => studentP(d, sa, a.n, sb, b.n)) }, { name: 'Welch', ...at((d, sa, sb) => welchP(d, sa, a.n, sb, b.n)) }];
  }
  // The corners of the means: all as near to their middle as they may be, or as far from it.
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const centre = groups.reduce((sum, group) => sum + group.n * (group.mean.low + group.mean.high) / 2, 0) / n;
  const near = groups.map(({ mean }) => Math.min(Math.max(centre, mean.low), mean.high));
  const far = groups.map(({ mean }) => (Math.abs(mean.low - centre) > Math.abs(mean.high - centre) ? mean.low : mean.high));
  return [{ name: 'F', low: anovaP(groups, far, (sd) => Math.max(0, sd.low)), high: anovaP(groups, near, (sd) => sd.high) }];
}

function studentP(difference: number, sa: number, na: number, sb: number, nb: number): number {
  const pooled = ((na - 1) * sa ** 2 + (nb - 1) * sb ** 2) / (na + nb - 2);
  return tP(difference, Math.sqrt(pooled * (1 / na + 1 / nb)), na + nb - 2);
}

function welchP(difference: number, sa: number, na: number, sb: number, nb: number): number {
  const [va, vb] = [sa ** 2 / na, sb ** 2 / nb];
  return tP(difference, Math.sqrt(va + vb), (va + vb) ** 2 / (va ** 2 / (na - 1) + vb ** 2 / (nb - 1)));
}

function tP(difference: number, error: number, df: number): number {
  if (difference === 0) return 1;
  return error === 0 ? 0 : studentTTwoSided(difference / error, df);
}

function anovaP(groups: readonly GroupSummary[], means: readonly number[], sdOf: (sd: Interval) => number): number {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const centre = groups.reduce((sum, group, i) => sum + group.n * means[i], 0) / n;
  const among = groups.reduce((sum, group, i) => sum + group.n * (means[i] - centre) ** 2, 0) / (groups.length - 1);
  const within = groups.reduce((sum, group) => sum + (group.n - 1) * sdOf(group.sd) ** 2, 0) / (n - groups.length);
  if (among === 0) return 1;
  return within === 0 ? 0 : fUpperTail(among / within, groups.length - 1, n - groups.length);
}
