import { describe, expect, it } from 'vitest';
import { rankSumDistribution, rankTails, signedRankDistribution } from '../../../src/stats/groups/rank-sum-distribution.js';
import { shared } from './golden-groups.js';

const ranks = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => i + 1);

describe('rankSumDistribution', () => {
  it('of 2 among 4 without ties counts 1, 1, 2, 1, 1 of 6', () => {
    const { probability, unit } = rankSumDistribution(ranks(4), 2);
    expect(unit).toBe(2);
    expect([...probability].slice(3).map((chance) => Math.round(6 * chance))).toEqual([1, 1, 2, 1, 1]);
  });
  it('of tied ranks counts in halves', () => {
    const { probability, unit } = rankSumDistribution(Float64Array.of(1.5, 1.5, 3), 1);
    expect(unit).toBe(1);
    expect(probability[3]).toBeCloseTo(2 / 3, 15);
    expect(probability[6]).toBeCloseTo(1 / 3, 15);
  });
  it('adds up to 1, and to the mean of a sum of ranks', () => {
    const { probability } = rankSumDistribution(ranks(60), 25);
    expect(probability.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 13);
    expect(probability.reduce((sum, chance, s) => sum + s * chance, 0)).toBeCloseTo((25 * 61) / 2, 9);
  });
});

describe('signedRankDistribution', () => {
  it('of three ranks counts 1, 1, 1, 2, 1, 1, 1 of 8', () => {
    const { probability } = signedRankDistribution(ranks(3));
    expect([...probability].map((chance) => 8 * chance)).toEqual([1, 1, 1, 2, 1, 1, 1]);
  });

  it.skipIf(shared.absent)(`of Darwin's maize: 1,726 of 32,768 are as far out (Fisher 1935)${shared.skipped}`, () => {
    const [, ...rows] = shared.cells('cases/fisher1935_zeamays/data.csv');
    // In eighths of an inch differences are whole, as ranks are.
    const eighths = Float64Array.from(rows, (row) => 8 * Number(row[5]));
    const sizes = eighths.map(Math.abs);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const positive = eighths.reduce((sum, difference) => sum + Math.max(0, difference), 0);
    expect(2 * positive - total).toBe(314);
    expect(rankTails(signedRankDistribution(sizes), positive, total / 2).two * 2 ** 15).toBe(1726);
  });
});
