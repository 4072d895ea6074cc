import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingTotals, grimPower, isGrimPossible, nextSmallerN } from '../../../src/claims/checks/grim.js';
import type { RoundingRule } from '../../../src/claims/checks/rounding.js';
import { decimal } from '../../../src/numeric/decimal.js';
import { golden } from './golden-checks.js';

const RULES: Readonly<Record<string, RoundingRule>> = {
  up_or_down: 'either', up: 'half-up', down: 'half-down', even: 'half-even', ceiling: 'ceiling', floor: 'floor',
  ceiling_or_floor: 'ceiling-or-floor', trunc: 'truncate', anti_trunc: 'away-from-zero',
};

interface GrimInput { x: string; n: number; items?: number; percent?: boolean; rounding?: string; threshold?: number }

function ruleOf({ rounding = 'up_or_down', threshold = 5 }: GrimInput): RoundingRule {
  return rounding === 'up_from' ? { upFrom: threshold } : rounding === 'down_from' ? { downFrom: threshold } : RULES[rounding];
}

const verdict = (input: GrimInput): boolean =>
  isGrimPossible(decimal(input.x), input.n, { items: input.items ?? 1, percent: input.percent ?? false, rounding: ruleOf(input) });

/**
 * Where scrutiny 0.5 answers possible and exact arithmetic does not: its products of doubles lie beside the decimal.
 * 103/40 = 2.575 exactly, and half-even makes it 2.58, not 2.57; 271/40 = 6.775 makes 6.78. Between 280/40 = 7.00 and
 * 281/40 = 7.025, no total is above 7.00 and at most 7.01, so that nothing is rounded up to 7.01; between
 * 189/40 = 4.725 and 190/40 = 4.75 (378/80 to 380/80 by way of 4.7375), none is rounded down to 4.74; nor is any of
 * 275/40 = 6.875 and 276/40 = 6.90 (6.8875 with 80) to 6.89.
 */
const EXACT_SAYS_NO = new Set([
  '2.57 even', '6.77 even', '7.01 ceiling', '7.01 anti_trunc', '4.74 floor', '4.74 trunc', '6.89 floor', '6.89 trunc',
  '4.74 ceiling_or_floor', '6.89 ceiling_or_floor', '7.01 ceiling_or_floor',
]);

describe('isGrimPossible', () => {
  for (const group of ['grim', 'grim_rounding_n40', 'grim_rounding_n80', 'grim_threshold']) {
    it.each(golden.groups[group].map(({ input, expected, source }) => [JSON.stringify(input), expected, source, input as unknown as GrimInput] as const))(
      `${group}: %s is %s (%s)`, (_, expected, __, input) => {
        const differs = group.startsWith('grim_rounding') && EXACT_SAYS_NO.has(`${input.x} ${input.rounding}`);
        expect(verdict(input)).toBe(differs ? isWithinReach(input) : expected);
      });
  }

  it('takes a total that lies on a half both ways: 103/40 = 2.575 is 2.57 and 2.58', () => {
    expect(isGrimPossible(decimal('2.57'), 40)).toBe(true);
    expect(isGrimPossible(decimal('2.58'), 40)).toBe(true);
  });

  it('agrees with trying every total, rounded as decimals', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 3 }), (n, units, items) => {
      const size = n * items;
      const tried = Array.from({ length: 8 * size }, (_, total) => total).some((total) => Math.abs(200 * total - 2 * units * size) <= size);
      expect(isGrimPossible({ digits: BigInt(units), exponent: -2 }, n, { items })).toBe(tried);
    }));
  });
});

/** Whether some total rounds to the print by whole-number arithmetic written apart from the code under test. */
function isWithinReach({ x, n, rounding = 'up_or_down' }: GrimInput): boolean {
  const units = Math.round(Number(x) * 100);
  return Array.from({ length: 9 * n }, (_, total) => total).some((total) => {
    const [whole, rest] = [Math.floor((100 * total) / n), (100 * total) % n];
    const up = rest === 0 ? whole : whole + 1;
    const even = 2 * rest === n ? (whole % 2 === 0 ? whole : whole + 1) : 2 * rest < n ? whole : whole + 1;
    return { even: [even], ceiling: [up], anti_trunc: [up], floor: [whole], trunc: [whole], ceiling_or_floor: [whole, up] }[rounding]?.includes(units);
  });
}

describe('fittingTotals', () => {
  it('finds all means consistent with 5.2 at n = 20: 5.15, 5.20 and 5.25 (rsprite2)', () => {
    const [{ expected }] = golden.groups['grim_values'] as unknown as { expected: number[] }[];
    const { least, most } = fittingTotals(decimal('5.2'), 20);
    expect([least / 20, most / 20]).toEqual([Math.min(...expected), Math.max(...expected)]);
    expect(most - least + 1).toBe(expected.length);
  });

  it('leaves the nearest totals on both sides of an impossible mean (rsprite2: 5.19 at 28 is nearest to 5.18, 1.14 at 8 to 1.13)', () => {
    for (const { input, expected } of golden.groups['grim_closest'] as unknown as { input: GrimInput; expected: number }[]) {
      const { least, most } = fittingTotals(decimal(input.x), input.n);
      expect(least).toBe(most + 1);
      const nearest = [most, least].map((total) => total / input.n).sort((a, b) => Math.abs(a - Number(input.x)) - Math.abs(b - Number(input.x)))[0];
      expect(Math.abs(nearest - expected)).toBeLessThanOrEqual(0.005);
    }
  });

  it('gives 35, 41 and 11 of 54 for 65, 76 and 20 %, and for 36 % none but 19 of 53', () => {
    const counts = (percent: string, n: number) => fittingTotals(decimal(percent), n, { percent: true });
    expect(['65', '76', '20'].map((percent) => counts(percent, 54))).toEqual([35, 41, 11].map((count) => ({ least: count, most: count })));
    expect(isGrimPossible(decimal('36'), 54, { percent: true })).toBe(false);
    expect(nextSmallerN(decimal('36'), 54, { percent: true })).toBe(53);
    expect(counts('36', 53)).toEqual({ least: 19, most: 19 });
  });
});

describe('grimPower', () => {
  it('is 0 for one decimal from n = 10 on, and for whole per cents from n = 100 on', () => {
    for (const n of [10, 11, 54, 1000]) expect(grimPower(n, 1)).toBe(0);
    expect(grimPower(100, 0, { percent: true })).toBe(0);
  });

  it('is the share of endings that no total reaches', () => {
    for (const n of [1, 2, 3, 5, 7, 8, 9, 16, 28, 40, 54, 60, 97, 99]) {
      const reached = Array.from({ length: 100 }, (_, units) => units)
        .filter((units) => isGrimPossible({ digits: BigInt(units), exponent: -2 }, n)).length;
      expect(grimPower(n, 2)).toBeCloseTo(1 - reached / 100, 12);
    }
  });
});
