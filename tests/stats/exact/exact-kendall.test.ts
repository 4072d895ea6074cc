import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PValue } from '../../../src/stats/correlation/correlation-methods.js';
import { discordantPairs, exactKendall, kendallTails, MOST_EXACT_KENDALL } from '../../../src/stats/exact/exact-kendall.js';
import { normalApproximation } from '../../../src/stats/correlation/kendall.js';
import { pairOf } from '../../../src/stats/correlation/pairs.js';
import { golden } from '../correlation/golden-partial-weighted.js';

describe('discordantPairs', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])('is the count over all orders of %i', (n) => {
    const counts = new Array<number>((n * (n - 1)) / 2 + 1).fill(0);
    let orders = 0;
    for (const order of permutations(Array.from({ length: n }, (_, i) => i))) {
      orders++;
      counts[inversions(order)]!++;
    }
    [...discordantPairs(n)].forEach((p, d) => expect(p).toBeCloseTo(counts[d]! / orders, 14));
  });

  it('is symmetric, adds up to 1 and has the variance n (n − 1)(2n + 5) / 72 (Kendall 1938)', () => {
    const n = 60;
    const p = discordantPairs(n);
    const centre = (p.length - 1) / 2;
    expect([...p].reverse()).toEqual([...p]);
    expect(p.reduce((total, one) => total + one, 0)).toBeCloseTo(1, 13);
    const variance = p.reduce((total, one, d) => total + one * (d - centre) ** 2, 0);
    expect(variance / ((n * (n - 1) * (2 * n + 5)) / 72)).toBeCloseTo(1, 12);
  });

  it('holds 1 / n! at its end, up to the largest n', () => {
    let factorial = 1;
    for (let i = 2; i <= MOST_EXACT_KENDALL; i++) factorial *= i;
    expect(discordantPairs(MOST_EXACT_KENDALL)[0]! * factorial).toBeCloseTo(1, 12);
    expect(() => discordantPairs(MOST_EXACT_KENDALL + 1)).toThrow(RangeError);
    expect(() => discordantPairs(0)).toThrow(RangeError);
  });
});

describe('exactKendall', () => {
  const cases = golden.exactKendall.map((one) => [one.y.length, one] as const);
  it.each(cases)('agrees with R\'s cor.test(exact = TRUE), n = %i', (n, expected) => {
    const pair = pairOf(Float64Array.from({ length: n }, (_, i) => i), Float64Array.from(expected.y));
    const { p, statistic, method, error } = exactKendall()(pair, expected.tau) as PValue;
    // R takes the upper tail as 1 − P, so below 1e-7 its own digits thin out.
    expect(p).toBeCloseTo(expected.two, 12);
    expect([statistic, method]).toEqual([expected.T, 'exact']);
    expect(error).toBeLessThan(1e-11 * p!);
    const tails = kendallTails(discordantPairs(n), pair.concordance.score);
    expect(tails.less).toBeCloseTo(expected.less, 12);
    expect(tails.greater).toBeCloseTo(expected.greater, 12);
  });

  it.each([10, 25, 60, 100])('keeps the digits of small tails: all n! orders in whole numbers, n = %i', (n) => {
    const counts = wholeCounts(n);
    const distribution = discordantPairs(n);
    let orders = 1n;
    for (let i = 2n; i <= BigInt(n); i++) orders *= i;
    let below = 0n;
    for (let d = 0; d < counts.length / 2; d++) {
      below += counts[d]!;
      const expected = Number((below * 10n ** 200n) / orders) / 1e200;
      const { greater } = kendallTails(distribution, counts.length - 1 - 2 * d);
      expect(Math.abs(greater / expected - 1)).toBeLessThan(Math.min(1e-12, n * n * Number.EPSILON));
    }
  });

  it('is 1 for a score of 0, and 2 / n! for a perfect one', () => {
    const four = discordantPairs(4);
    const about = (value: number): unknown => expect.closeTo(value, 15);
    expect(kendallTails(four, 0)).toEqual({ two: 1, less: about(15 / 24), greater: about(15 / 24) });
    expect(kendallTails(four, 6)).toEqual({ two: about(2 / 24), less: 1, greater: about(1 / 24) });
    expect(kendallTails(four, -6)).toEqual({ two: about(2 / 24), less: about(1 / 24), greater: 1 });
  });

  it('gives way to the normal approximation where a value is tied or n is beyond reach, and says so', () => {
    const tied = pairOf(Float64Array.of(1, 2, 2, 4), Float64Array.of(4, 2, 1, 3));
    expect(exactKendall()(tied, 0)).toEqual(normalApproximation(tied));
    const many = Float64Array.from({ length: MOST_EXACT_KENDALL + 1 }, (_, i) => i);
    expect(exactKendall()(pairOf(many, many), 1)).toMatchObject({ method: 'normal' });
  });
});

const shared = new URL('../../../../shared/reference/statistics.json', import.meta.url);
describe.skipIf(!existsSync(shared))('exactKendall agrees with the reference (skipped: ../shared is absent)', () => {
  interface Case {
    x: (number | null)[];
    y: (number | null)[];
    expect: { kendall_tau_b: { tau: number; p_exact: number | null } };
  }
  const file = existsSync(shared) ? readFileSync(shared, 'utf8') : '{"correlation":{}}';
  const reference: Record<string, Case> = JSON.parse(file).correlation;
  const cases = Object.entries(reference).filter(([, one]) => one.expect.kendall_tau_b.p_exact !== null);

  it.each(cases)('%s', (_, { x, y, expect: expected }) => {
    const rows = x.map((value, i) => [value, y[i]] as const);
    const kept = rows.filter(([a, b]) => a !== null && b !== null) as [number, number][];
    const pair = pairOf(Float64Array.from(kept, ([a]) => a), Float64Array.from(kept, ([, b]) => b));
    const { p } = exactKendall()(pair, expected.kendall_tau_b.tau) as PValue;
    expect(p).toBeCloseTo(expected.kendall_tau_b.p_exact!, 12);
  });
});

/** How many of the n! orders have each number of discordant pairs. */
function wholeCounts(n: number): bigint[] {
  let counts = [1n];
  for (let size = 2; size <= n; size++) {
    const next: bigint[] = [];
    let ways = 0n;
    for (let d = 0; d <= (size * (size - 1)) / 2; d++) {
      ways += (counts[d] ?? 0n) - (counts[d - size] ?? 0n);
      next.push(ways);
    }
    counts = next;
  }
  return counts;
}

function* permutations(items: readonly number[]): Generator<number[]> {
  if (items.length <= 1) yield [...items];
  for (const [i, first] of items.entries()) {
    if (items.length === 1) return;
    for (const rest of permutations([...items.slice(0, i), ...items.slice(i + 1)])) yield [first, ...rest];
  }
}

function inversions(order: readonly number[]): number {
  let count = 0;
  for (let i = 0; i < order.length; i++) for (let j = 0; j < i; j++) if (order[j]! > order[i]!) count++;
  return count;
}
