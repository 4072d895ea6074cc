import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedTTest, studentTTest, welchTTest } from '../../../src/stats/groups/t-test.js';
import type { TTestResult } from '../../../src/stats/groups/t-test.js';
import { expectClose, goldenGroups, shared, sharedStatistics } from './golden-groups.js';

interface R { t: number; df: number; p: number; ci?: number[]; ci95?: number[] }
interface TwoGroups { a: number[]; b: number[]; t_student: R; t_welch: R }

function expectTest(found: TTestResult, expected: R, share = 1e-10): void {
  const [low, high] = expected.ci ?? expected.ci95 ?? [];
  expectClose(found.statistic, expected.t, share);
  expectClose(found.df, expected.df, share);
  expectClose(found.p, expected.p, share);
  expectClose(found.ciLow, low, share);
  expectClose(found.ciHigh, high, share);
}

describe('studentTTest and welchTTest are R t.test', () => {
  it.each(Object.entries(goldenGroups.twoGroups))('%s', (_, { a, b, student, welch }) => {
    const [first, second] = [Float64Array.from(a), Float64Array.from(b)];
    if (student === null) expect(studentTTest(first, second)).toMatchObject({ p: null, reason: 'too-few' });
    else expectTest(studentTTest(first, second), student, 1e-11);
    if (welch === null) expect(welchTTest(first, second)).toMatchObject({ p: null, reason: 'too-few' });
    else expectTest(welchTTest(first, second), welch, 1e-11);
  });

  it.skipIf(shared.absent)(`the two-group parts of reference/statistics.json${shared.skipped}`, () => {
    const sets = Object.values(sharedStatistics<{ expect: { two_groups: TwoGroups } }>('correlation'));
    const groups = sets.map((set) => set.expect.two_groups).filter((set) => 'a' in set);
    expect(groups).toHaveLength(13);
    for (const { a, b, t_student, t_welch } of groups) {
      expectTest(studentTTest(Float64Array.from(a), Float64Array.from(b)), t_student);
      expectTest(welchTTest(Float64Array.from(a), Float64Array.from(b)), t_welch);
    }
  });
});

describe('pairedTTest is R t.test(paired = TRUE)', () => {
  it.each(Object.entries(goldenGroups.paired))('%s', (_, { x, y, t }) => {
    expectTest(pairedTTest(Float64Array.from(x, (value, i) => value - y[i])), t, 1e-10);
  });

  it.skipIf(shared.absent)(`Student (1908), sleep: 1.58 hours more with the second drug${shared.skipped}`, () => {
    const sleep = shared.cells('cases/student1908_sleep/data.csv').slice(1).map((row) => Number(row[1]));
    const gained = pairedTTest(Float64Array.from({ length: 10 }, (_, i) => sleep[10 + i] - sleep[i]));
    expect(gained.estimate!.toFixed(2)).toBe('1.58');
    expect(gained.p!.toFixed(5)).toBe('0.00283');
  });

  it.skipIf(shared.absent)(`Fisher (1935), Darwin's maize in eighths of an inch: t = 2.148${shared.skipped}`, () => {
    const maize = shared.cells('cases/fisher1935_zeamays/data.csv').slice(1).map((row) => 8 * Number(row[5]));
    const crossed = pairedTTest(Float64Array.from(maize));
    expect(crossed.estimate!.toFixed(3)).toBe('20.933');
    expect(crossed.standardError!.toFixed(3)).toBe('9.746');
    expect(crossed).toMatchObject({ df: 14 });
    expect(crossed.statistic!.toFixed(3)).toBe('2.148');
    expectClose(crossed.p, 0.049702944021800866);
  });
});

describe('t tests', () => {
  const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 9 });
  it('do not change when both groups are shifted and scaled, and turn round with the groups', () => {
    fc.assert(fc.property(values, values, (a, b) => {
      const [first, second] = [Float64Array.from(a), Float64Array.from(b)];
      for (const test of [studentTTest, welchTTest]) {
        const found = test(first, second);
        const moved = test(first.map((x) => 4 * x + 64), second.map((x) => 4 * x + 64));
        if (found.p === null) return;
        expectClose(moved.p, found.p, 1e-11);
        expectClose(test(second, first).ciLow, -found.ciHigh!, 1e-12);
      }
    }), { numRuns: 40 });
  });

  it('are undefined where nothing varies, even by rounding, and say why', () => {
    const tenths = new Float64Array(7).fill(0.1);
    expect(studentTTest(tenths, tenths)).toMatchObject({ p: null, reason: 'constant' });
    expect(welchTTest(tenths, Float64Array.of(1, 1))).toMatchObject({ p: null, reason: 'constant' });
    expect(pairedTTest(Float64Array.of(0.1 + 0.2, 0.3))).toMatchObject({ p: null, reason: 'constant' });
    expect(studentTTest(new Float64Array(), tenths)).toMatchObject({ p: null, reason: 'empty-group' });
    expect(welchTTest(Float64Array.of(1), tenths)).toMatchObject({ p: null, reason: 'too-few' });
    expect(pairedTTest(Float64Array.of(1))).toMatchObject({ p: null, reason: 'too-few' });
  });
});
