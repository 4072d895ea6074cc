import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midRanks } from '../../../src/numeric/mid-ranks.js';
import { binaryName, rankBiserialFromSpearman, rankBiserialOfPair } from '../../../src/stats/correlation/biserial.js';
import { kendall } from '../../../src/stats/correlation/kendall.js';
import { mannWhitney } from '../../../src/stats/groups/mann-whitney.js';
import { pairOf } from '../../../src/stats/correlation/pairs.js';
import { pearson } from '../../../src/stats/correlation/pearson.js';
import { rankBiserial } from '../../../src/stats/groups/rank-biserial.js';
import { spearman } from '../../../src/stats/correlation/spearman.js';
import { tApproximation } from '../../../src/stats/correlation/t-approximation.js';
import { studentTTest } from '../../../src/stats/groups/t-test.js';
import { tieTerm } from '../../../src/stats/tie-term.js';

const sick = Float64Array.of(1, 0, 0, 1, 1, 0, 0, 1, 0);
const score = Float64Array.of(5, 2, 3, 3, 6, 1, 2, 4, 6);

/** Two groups, neither empty, of values of which not all are equal. */
const grouped = fc
  .array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: -5, max: 5 })), { minLength: 4, maxLength: 30 })
  .map((rows) => ({ group: Float64Array.from(rows, ([g]) => g), value: Float64Array.from(rows, ([, v]) => v) }))
  .filter(({ group, value }) => new Set(group).size === 2 && new Set(value).size > 2);

describe('binaryName', () => {
  it('is point-biserial for Pearson with one binary variable, on either side', () => {
    expect(binaryName(pairOf(sick, score), 'pearson')).toBe('point-biserial');
    expect(binaryName(pairOf(score, sick), 'pearson')).toBe('point-biserial');
    expect(binaryName(pairOf(score, score), 'pearson')).toBeNull();
  });

  it('leaves ρ and τ-b their names with one binary variable', () => {
    expect(binaryName(pairOf(sick, score), 'spearman')).toBeNull();
    expect(binaryName(pairOf(sick, score), 'kendall')).toBeNull();
  });

  it('is phi with two, where r, ρ and τ-b are the same number', () => {
    const other = Float64Array.of(2, 2, 1, 2, 1, 1, 1, 2, 1);
    for (const method of ['spearman', 'pearson', 'kendall'] as const) {
      expect(binaryName(pairOf(sick, other), method)).toBe('phi');
    }
    // √(χ² / n) of the table 3, 1 / 1, 4.
    const phi = (3 * 4 - 1 * 1) / Math.sqrt(4 * 5 * 4 * 5);
    for (const coefficient of [spearman, pearson, kendall]) {
      expect(coefficient(sick, other).estimate).toBeCloseTo(phi, 14);
    }
  });
});

describe('the point-biserial correlation', () => {
  it('has the p of Student\'s t test of the two groups', () => {
    fc.assert(
      fc.property(grouped, ({ group, value }) => {
        const r = pearson(group, value).estimate!;
        fc.pre(Math.abs(r) < 0.999999);
        const [zero, one] = split(group, value);
        fc.pre(zero.length > 1 && one.length > 1);
        const test = studentTTest(one, zero);
        const { statistic, p } = tApproximation(r, value.length);
        expect(statistic).toBeCloseTo(test.statistic!, 8);
        expect(p).toBeCloseTo(test.p!, 10);
      }),
    );
  });
});

describe('rankBiserialOfPair', () => {
  it('is Glass\'s 2 (M₁ − M₀) / n of mean mid-ranks', () => {
    fc.assert(
      fc.property(grouped, ({ group, value }) => {
        const [zero, one] = split(group, midRanks(value));
        const average = (ranks: Float64Array): number => ranks.reduce((total, rank) => total + rank, 0) / ranks.length;
        const glass = (2 * (average(one) - average(zero))) / value.length;
        expect(rankBiserialOfPair(pairOf(group, value))!.estimate).toBeCloseTo(glass, 12);
      }),
    );
  });

  it('is 2U / (n₀ n₁) − 1, with the sign of ρ, whichever side is binary', () => {
    fc.assert(
      fc.property(grouped, ({ group, value }) => {
        const [zero, one] = split(group, value);
        const found = rankBiserialOfPair(pairOf(group, value))!;
        expect(found.estimate).toBeCloseTo((2 * mannWhitney(one, zero).u1) / (zero.length * one.length) - 1, 12);
        expect(found).toEqual(rankBiserial(one, zero));
        expect(rankBiserialOfPair(pairOf(value, group))).toEqual(found);
        const rho = spearman(group, value).estimate!;
        if (Math.abs(rho) > 1e-12) expect(Math.sign(found.estimate!)).toBe(Math.sign(rho));
      }),
    );
  });

  it('does not mind what the two codes are', () => {
    const coded = sick.map((value) => (value === 1 ? 12.5 : -3));
    expect(rankBiserialOfPair(pairOf(coded, score))).toEqual(rankBiserialOfPair(pairOf(sick, score)));
  });

  it('is null where no variable is binary, or both are', () => {
    expect(rankBiserialOfPair(pairOf(score, score))).toBeNull();
    expect(rankBiserialOfPair(pairOf(sick, sick))).toBeNull();
  });

  it('passes the confidence on', () => {
    const pair = pairOf(sick, score);
    expect(rankBiserialOfPair(pair, 0.9)!.ciLow).toBeGreaterThan(rankBiserialOfPair(pair)!.ciLow!);
  });
});

describe('rankBiserialFromSpearman', () => {
  it('is the rank-biserial correlation of the data that gave ρ, ties and all', () => {
    fc.assert(
      fc.property(grouped, ({ group, value }) => {
        const [zero, one] = split(group, value);
        const rho = spearman(group, value).estimate!;
        expect(rankBiserialFromSpearman(rho, zero.length, one.length, tieTerm(value))).toBeCloseTo(
          rankBiserialOfPair(pairOf(group, value))!.estimate!, 12,
        );
      }),
    );
  });

  it('goes with a test: ρ √(n − 1) is the Mann-Whitney z, tie-corrected and without continuity correction', () => {
    fc.assert(
      fc.property(grouped, ({ group, value }) => {
        const [zero, one] = split(group, value);
        const { z } = mannWhitney(one, zero, 'normal-uncorrected');
        expect(spearman(group, value).estimate! * Math.sqrt(value.length - 1)).toBeCloseTo(z!, 10);
      }),
    );
  });
});

function split(group: Float64Array, values: Float64Array): [Float64Array, Float64Array] {
  return [values.filter((_, i) => group[i] === 0), values.filter((_, i) => group[i] === 1)];
}
