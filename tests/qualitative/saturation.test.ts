import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/numeric/random.js';
import { expectedAccumulation, newCodesOf } from '../../src/qualitative/code-accumulation.js';
import { guestSaturation } from '../../src/qualitative/guest-saturation.js';
import { saturationOrders } from '../../src/qualitative/saturation-orders.js';

const units = (...codes: string[]): Set<string>[] => codes.map((those) => new Set(those));
const anyUnits = fc.array(fc.array(fc.constantFrom(...'abcdef'), { maxLength: 4 }).map((codes) => new Set(codes)), { minLength: 1, maxLength: 6 });

function everyOrder<T>(values: readonly T[]): T[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, place) => everyOrder(values.filter((_, at) => at !== place)).map((rest) => [value, ...rest]));
}

describe('newCodesOf', () => {
  it('gives each code to the first unit that has it', () => {
    expect(newCodesOf(units('ab', 'bc', '', 'abc', 'd'))).toEqual([['a', 'b'], ['c'], [], [], ['d']]);
  });
});

describe('guestSaturation (Guest, Namey & Chen 2020: base 4, run 2)', () => {
  // 37 themes in the first four interviews; 7, then 3, then 1 new in the overlapping runs 5-6, 6-7, 7-8; none in 8-9.
  const newThemes = [20, 9, 5, 3, 5, 2, 1, 0, 0];

  it('measures each overlapping run against the base: 7/37 = 19%, 3/37 = 8%, 1/37 = 3%', () => {
    const { baseCodes, newInformation } = guestSaturation(newThemes, { base: 4, run: 2, threshold: 0.05 });
    expect(baseCodes).toBe(37);
    expect(newInformation).toEqual([null, null, null, null, null, 7 / 37, 3 / 37, 1 / 37, 0]);
  });
  it('is reached at 6+2 interviews at 5%, at 7+2 at 0%', () => {
    const at = (threshold: number) => guestSaturation(newThemes, { base: 4, run: 2, threshold }).units;
    expect([at(0.2), at(0.05), at(0)]).toEqual([4, 6, 7]);
  });
  it('is not reached where every run brings more, nor without a code in the base', () => {
    expect(guestSaturation([5, 5, 5, 5, 5, 5], { base: 4, run: 2, threshold: 0.05 }).units).toBeNull();
    expect(guestSaturation([0, 0, 0, 0, 0, 0], { base: 4, run: 2, threshold: 0.05 })).toMatchObject({ units: null, newInformation: Array.from({ length: 6 }, () => null) });
  });
  it('takes a share that equals the threshold, whatever its last bit', () => {
    expect(guestSaturation([5, 5, 5, 5, 0, 1], { base: 4, run: 2, threshold: 0.05 }).units).toBe(4);
    expect(guestSaturation([10, 0, 3], { base: 1, run: 2, threshold: 0.1 + 0.2 }).units).toBe(1);
  });
});

describe('other orders', () => {
  it('expected codes are the mean over every order, by brute force', () => {
    fc.assert(fc.property(anyUnits, (sets) => {
      const orders = everyOrder(sets).map((order) => newCodesOf(order).map((codes) => codes.length));
      const expected = expectedAccumulation(sets);
      sets.forEach((_, place) => {
        const mean = orders.reduce((sum, counts) => sum + counts.slice(0, place + 1).reduce((a, b) => a + b, 0), 0) / orders.length;
        expect(expected[place]).toBeCloseTo(mean, 10);
      });
    }), { numRuns: 40 });
  });

  const rule = { base: 1, run: 1, threshold: 0 };
  const settings = (seed: number) => ({ draws: 400, confidence: 0.95, stream: randomStream(seed, 'test') });
  it('are all taken up to seven units, and say in which share of them saturation is reached', () => {
    // Reached after one unit where the second has nothing new: ab a, ab b, and not a b or b a, which need the third.
    const { orders, are, met } = saturationOrders(units('ab', 'a', 'b'), [rule], settings(1));
    expect({ orders, are }).toEqual({ orders: 6, are: 'all' });
    const byHand = everyOrder(units('ab', 'a', 'b')).map((order) => guestSaturation(newCodesOf(order).map((codes) => codes.length), rule).units);
    expect(met[0].share).toBe(byHand.filter((one) => one !== null).length / 6);
  });
  it('are drawn from a seed beyond seven units, the same on every run, and keep the last count whatever the order', () => {
    const many = units('abc', 'bd', 'e', 'af', 'g', 'bh', 'ci', 'dj', 'abk');
    const first = saturationOrders(many, [rule], settings(7));
    expect(first).toEqual(saturationOrders(many, [rule], settings(7)));
    expect(first).not.toEqual(saturationOrders(many, [rule], settings(8)));
    expect(first).toMatchObject({ orders: 400, are: 'drawn' });
    expect(first.band.at(-1)).toEqual({ low: 11, high: 11 });
    const expected = expectedAccumulation(many);
    first.band.forEach(({ low, high }, place) => {
      expect(low).toBeLessThanOrEqual(expected[place] + 1e-9);
      expect(high).toBeGreaterThanOrEqual(expected[place] - 1e-9);
    });
  });
});
