import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannWhitney } from '../../../src/stats/groups/mann-whitney.js';
import { matchedRankBiserial, rankBiserial } from '../../../src/stats/groups/rank-biserial.js';
import { expectClose, goldenJson } from './golden-groups.js';

const golden = goldenJson<{
  dominance: { a: number[]; b: number[]; estimate: number; ci: [number, number] }[];
  matched: { d: number[]; estimate: number; ci: [number, number] }[];
}>('group-effects.json');
const values = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 9 });

describe('rankBiserial is Cliff\'s delta with Feng & Cliff\'s interval, from every pair (group-effects.py)', () => {
  it.each(golden.dominance)('$a against $b', ({ a, b, estimate, ci }) => {
    const found = rankBiserial(Float64Array.from(a), Float64Array.from(b));
    expectClose(found.estimate, estimate, 1e-13);
    expectClose(found.ciLow, ci[0], 1e-12);
    expectClose(found.ciHigh, ci[1], 1e-12);
  });
});

describe('matchedRankBiserial has its interval from every pair of differences (group-effects.py)', () => {
  it.each(golden.matched)('$d', ({ d, estimate, ci }) => {
    const found = matchedRankBiserial(Float64Array.from(d));
    expectClose(found.estimate, estimate, 1e-13);
    expectClose(found.ciLow, ci[0], 1e-12);
    expectClose(found.ciHigh, ci[1], 1e-12);
  });
});

describe('rankBiserial', () => {
  it('is 2U / (n₁n₂) − 1, inside its interval, and turns round with the groups', () => {
    fc.assert(fc.property(values, values, (a, b) => {
      const [first, second] = [Float64Array.from(a), Float64Array.from(b)];
      const { estimate, ciLow, ciHigh } = rankBiserial(first, second);
      expectClose(estimate! + 1, (2 * mannWhitney(first, second).u1) / (a.length * b.length), 1e-13);
      expect(ciLow! - 1e-12).toBeLessThanOrEqual(estimate!);
      expect(ciHigh! + 1e-12).toBeGreaterThanOrEqual(estimate!);
      expect(rankBiserial(second, first).ciLow).toBeCloseTo(-ciHigh!, 12);
    }), { numRuns: 50 });
  });

  it('has no interval for a group of one, and nothing for an empty one', () => {
    const three = Float64Array.of(1, 3, 5);
    expect(rankBiserial(Float64Array.of(2), three)).toMatchObject({ ciLow: null, reason: 'too-few' });
    expect(rankBiserial(new Float64Array(), three)).toMatchObject({ estimate: null, reason: 'empty-group' });
  });
});

describe('matchedRankBiserial', () => {
  it('leaves out pairs without change', () => {
    const changes = matchedRankBiserial(Float64Array.of(1, 2, -3, 4, 5, 0.5));
    expect(matchedRankBiserial(Float64Array.of(0, 1, 2, -3, 4, 0, 5, 0.5))).toEqual(changes);
  });
  it('has no interval where every change goes one way or fewer than three changed, and is nothing without', () => {
    const up = Float64Array.of(1, 2, 3);
    expect(matchedRankBiserial(up)).toMatchObject({ estimate: 1, ciLow: null, reason: 'separated' });
    expect(matchedRankBiserial(Float64Array.of(1, -2))).toMatchObject({ ciLow: null, reason: 'too-few' });
    expect(matchedRankBiserial(Float64Array.of(0, 0))).toMatchObject({ estimate: null, reason: 'constant' });
    expect(matchedRankBiserial(new Float64Array())).toMatchObject({ estimate: null, reason: 'empty-group' });
  });
});
