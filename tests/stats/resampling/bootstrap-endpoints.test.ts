import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  bcaTails,
  biasCorrection,
  jackknifeAcceleration,
  orderStatistics,
} from '../../../src/stats/resampling/bootstrap-endpoints.js';

interface Case {
  t0: number;
  acceleration: number;
  confidence: number;
  percentile: [number, number];
  bias: number;
  tails: [number, number];
  bca: [number, number];
}

const { rule } = JSON.parse(
  readFileSync(new URL('../../../fixtures/golden/bootstrap.json', import.meta.url), 'utf8'),
) as { rule: { replicates: number[]; cases: Case[] } };
const replicates = Float64Array.from(rule.replicates).sort();

describe('the ends of an interval from given resamples', () => {
  it.each(rule.cases)('agree with the formulas in R (bootstrap.R): estimate $t0, a = $acceleration', (expected) => {
    const tail = (1 - expected.confidence) / 2;
    const percentile = orderStatistics(replicates, tail, tail);
    expect([percentile.low, percentile.high]).toEqual(expected.percentile);

    const bias = biasCorrection(replicates, expected.t0);
    expect(bias).toBeCloseTo(expected.bias, 12);
    const tails = bcaTails(expected.confidence, bias, expected.acceleration)!;
    expect(tails.lowTail).toBeCloseTo(expected.tails[0], 12);
    expect(tails.highTail).toBeCloseTo(expected.tails[1], 12);
    const bca = orderStatistics(replicates, tails.lowTail, tails.highTail);
    expect([bca.low, bca.high]).toEqual(expected.bca);
  });
});

describe('orderStatistics', () => {
  const hundred = Float64Array.from({ length: 99 }, (_, at) => at + 1);

  it('takes the k-th from either end, k the whole part of (R + 1)·tail (Efron & Tibshirani 1993)', () => {
    expect(orderStatistics(hundred, 0.05, 0.05)).toEqual({ low: 5, high: 95, atExtreme: false });
    expect(orderStatistics(hundred, 0.0599, 0.0399)).toEqual({ low: 5, high: 97, atExtreme: false });
  });

  it('is not misled by a product that comes out a hair below a whole number', () => {
    expect(100 * 0.29).toBeLessThan(29);
    expect(orderStatistics(hundred, 0.29, 0.29)).toMatchObject({ low: 29, high: 71 });
  });

  it('takes the outermost resample, and says so, where there are too few for the tail', () => {
    expect(orderStatistics(hundred, 0.005, 0.05)).toEqual({ low: 1, high: 95, atExtreme: true });
    expect(orderStatistics(hundred, 0.05, 0.005)).toEqual({ low: 5, high: 99, atExtreme: true });
    expect(orderStatistics(hundred, 1, 0)).toEqual({ low: 99, high: 99, atExtreme: true });
  });
});

describe('bcaTails', () => {
  it('are those of the percentile interval without bias and acceleration', () => {
    const { lowTail, highTail } = bcaTails(0.95, 0, 0)!;
    expect(lowTail).toBeCloseTo(0.025, 14);
    expect(highTail).toBeCloseTo(0.025, 14);
  });

  it('change places when bias and acceleration change sign', () => {
    const there = bcaTails(0.9, 0.2, 0.05)!;
    const back = bcaTails(0.9, -0.2, -0.05)!;
    expect([there.lowTail, there.highTail]).toEqual([back.highTail, back.lowTail]);
  });

  it('are null where 1 − a(z₀ ± z) is not positive', () => {
    expect(bcaTails(0.95, 0, 0.6)).toBeNull();
    expect(bcaTails(0.95, 0, -0.6)).toBeNull();
    expect(bcaTails(0.95, 0, 0.5)).not.toBeNull();
  });
});

describe('biasCorrection', () => {
  it('counts resamples equal to the estimate one half, so that a mirrored variable mirrors it', () => {
    const lumpy = Float64Array.of(0.1, 0.2, 0.2, 0.2, 0.3, 0.4);
    expect(biasCorrection(lumpy, 0.2)).toBeCloseTo(-0.2104283942479247, 14); // qnorm(2.5/6) in R
    expect(biasCorrection(lumpy.map((value) => -value), -0.2)).toBeCloseTo(-biasCorrection(lumpy, 0.2), 14);
  });

  it('is infinite where all resamples lie on one side', () => {
    expect(biasCorrection(Float64Array.of(0.1, 0.2), 0.3)).toBe(Infinity);
    expect(biasCorrection(Float64Array.of(0.1, 0.2), 0)).toBe(-Infinity);
  });
});

describe('jackknifeAcceleration', () => {
  it('is a sixth of the skewness of the estimates, with the sign turned (worked by hand)', () => {
    // d = 1, 1, −2: Σd³ = −6, Σd² = 6.
    expect(jackknifeAcceleration(Float64Array.of(1, 1, 4))).toBeCloseTo(-6 / (6 * 6 ** 1.5), 15);
  });

  it('is 0 where leaving out changes nothing, and NaN where an estimate is undefined', () => {
    expect(jackknifeAcceleration(Float64Array.of(0.25, 0.25, 0.25))).toBe(0);
    expect(jackknifeAcceleration(Float64Array.of(0.25, NaN, 0.5))).toBeNaN();
  });
});
