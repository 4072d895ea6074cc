import { describe, expect, it } from 'vitest';
import { roundingInterval, roundingRoom } from '../../../src/claims/checks/rounding.js';
import type { RoundingRule } from '../../../src/claims/checks/rounding.js';
import { decimal } from '../../../src/numeric/decimal.js';
import { golden } from './golden-checks.js';

describe('roundingInterval', () => {
  const vectors = golden.groups['unround'] as unknown as { input: { x: string; digits: number }; expected: [number, number] }[];
  it.each(vectors.map(({ input, expected }) => [Number(input.x).toFixed(input.digits), expected] as const))('%s stands for %j (scrutiny)', (text, [low, high]) => {
    expect(roundingInterval(decimal(text))).toEqual({ low, high });
  });

  it('has the nearest doubles for its ends, also below zero and without a point', () => {
    expect(roundingInterval(decimal('-0.29'))).toEqual({ low: -0.295, high: -0.285 });
    expect(roundingInterval(decimal('65'))).toEqual({ low: 64.5, high: 65.5 });
    expect(roundingInterval(decimal('1.2e6'))).toEqual({ low: 1.15e6, high: 1.25e6 });
  });
});

describe('roundingRoom', () => {
  it('leaves each rounding the numbers that it makes the printed one, tried on tenths of a digit', () => {
    const rounded: readonly (readonly [RoundingRule, (value: number) => number])[] = [
      ['half-up', (value) => Math.floor(value + 0.5)],
      ['half-down', (value) => Math.ceil(value - 0.5)],
      ['ceiling', Math.ceil],
      ['floor', Math.floor],
      ['truncate', Math.trunc],
      ['away-from-zero', (value) => (value < 0 ? Math.floor(value) : Math.ceil(value))],
      [{ upFrom: 1 }, (value) => Math.floor(value + 0.9)],
      [{ downFrom: 9 }, (value) => Math.ceil(value - 0.1)],
    ];
    for (const [rule, round] of rounded) {
      for (const units of [-3, -2, -1, 0, 1, 2, 3]) {
        const { below, above, takesBelow, takesAbove } = roundingRoom(rule, BigInt(units));
        // Quarters of tenths on both sides keep clear of what doubles cannot hold.
        for (let eighths = -16; eighths <= 16; eighths += 1) {
          const offset = (eighths * 10) / 8;
          const inside = (takesBelow ? offset >= -below : offset > -below) && (takesAbove ? offset <= above : offset < above);
          if (typeof rule === 'object' && (offset === -below || offset === above)) continue;
          expect([rule, units, eighths, inside]).toEqual([rule, units, eighths, round(units + eighths / 8) === units]);
        }
      }
    }
  });
});
