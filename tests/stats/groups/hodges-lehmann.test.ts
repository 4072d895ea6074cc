import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hodgesLehmann, pseudomedian } from '../../../src/stats/groups/hodges-lehmann.js';
import { expectClose, goldenGroups } from './golden-groups.js';

const values = fc.array(fc.integer({ min: -20, max: 20 }).map((value) => value / 4), { minLength: 1, maxLength: 12 });

/** R's limits are where its search came within 1e-13 of a jump, with x − d rounded as numbers of that size are. */
function expectLimits(
  found: { ciLow: number | null; ciHigh: number | null },
  expected: readonly number[],
  values: readonly number[],
): void {
  const allowed = 1e-9 + Number.EPSILON * Math.max(...values.map(Math.abs));
  expect(Math.abs(found.ciLow! - expected[0])).toBeLessThan(allowed);
  expect(Math.abs(found.ciHigh! - expected[1])).toBeLessThan(allowed);
}

describe('hodgesLehmann is R wilcox.test(conf.int = TRUE)', () => {
  it.each(Object.entries(goldenGroups.twoGroups))('%s', (_, { a, b, shift, ci_exact, ci_normal }) => {
    const found = hodgesLehmann(Float64Array.from(a), Float64Array.from(b));
    expectClose(found.estimate, shift, 1e-12);
    expect(found.ciMethod).toBe(ci_exact === null ? 'normal' : 'exact');
    if (ci_exact !== null) {
      expectClose(found.ciLow, ci_exact[0], 1e-12);
      expectClose(found.ciHigh, ci_exact[1], 1e-12);
    } else if (ci_normal !== null) expectLimits(found, ci_normal, a);
  });
});

describe('pseudomedian is R wilcox.test(paired = TRUE, conf.int = TRUE)', () => {
  it.each(Object.entries(goldenGroups.paired))('%s', (_, { x, y, pseudomedian: expected, ci_exact, ci_normal }) => {
    const found = pseudomedian(Float64Array.from(x, (value, i) => value - y[i]));
    expectClose(found.estimate, expected, 1e-12);
    expect(found.ciMethod).toBe(ci_exact === null ? 'normal' : 'exact');
    if (ci_exact === null) expectLimits(found, ci_normal, x);
    else {
      expectClose(found.ciLow, ci_exact[0], 1e-12);
      expectClose(found.ciHigh, ci_exact[1], 1e-12);
    }
  });
});

describe('hodgesLehmann', () => {
  it('moves with a shift and turns round with the groups', () => {
    fc.assert(fc.property(values, values, (a, b) => {
      const [first, second] = [Float64Array.from(a), Float64Array.from(b)];
      const found = hodgesLehmann(first, second);
      const moved = hodgesLehmann(first.map((value) => value + 8), second);
      const turned = hodgesLehmann(second, first);
      // A shift can make or undo a tie between the groups, on which the method depends, as in R.
      fc.pre(moved.ciMethod === found.ciMethod);
      expect([moved.estimate, moved.ciLow, moved.ciHigh])
        .toEqual([found.estimate, found.ciLow, found.ciHigh].map((value) => value! + 8));
      expect([turned.estimate, turned.ciLow, turned.ciHigh].map((value) => 0 - value!))
        .toEqual([found.estimate, found.ciHigh, found.ciLow].map((value) => value! + 0));
    }), { numRuns: 40 });
  });

  it('says what an exact interval covers: all 6 differences of 2 and 3 values, 80 %', () => {
    const found = hodgesLehmann(Float64Array.of(1, 2), Float64Array.of(3.5, 4.7, 9.1), 0.8);
    expect(found).toMatchObject({ ciLow: 1 - 9.1, ciHigh: 2 - 3.5, ciMethod: 'exact' });
    expectClose(found.achievedConfidence, 0.8, 1e-12);
  });

  it('has no answer without values, and for paired values none without change', () => {
    const nothing = new Float64Array();
    expect(hodgesLehmann(nothing, Float64Array.of(1))).toMatchObject({ estimate: null, reason: 'empty-group' });
    expect(pseudomedian(nothing)).toMatchObject({ estimate: null, reason: 'empty-group' });
    expect(pseudomedian(Float64Array.of(0, 0))).toMatchObject({ estimate: null, reason: 'constant' });
  });
});
