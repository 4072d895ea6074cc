import { describe, expect, it } from 'vitest';
import { debit } from '../../../src/claims/checks/debit.js';
import { isGrimPossible } from '../../../src/claims/checks/grim.js';
import { grimmer } from '../../../src/claims/checks/grimmer.js';
import { decimal } from '../../../src/numeric/decimal.js';
import { randomStream } from '../../../src/numeric/random.js';

const SAMPLES = 20_000;

/** Mean and SD as a program prints them: computed in doubles, then rounded by toFixed. */
function printed(values: readonly number[], items: number, decimals: number, divisor: 'n-1' | 'n') {
  const n = values.length;
  const scores = values.map((value) => value / items);
  const mean = scores.reduce((sum, value) => sum + value, 0) / n;
  const squares = scores.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean: decimal(mean.toFixed(decimals)), sd: decimal(Math.sqrt(squares / (divisor === 'n' ? n : n - 1)).toFixed(decimals)), n };
}

describe(`${SAMPLES} simulated real samples`, () => {
  it('raise no GRIM or GRIMMER alarm, whatever n, scale, items, decimals and divisor', () => {
    const stream = randomStream(20130501, 'grimmer samples');
    const alarms: string[] = [];
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const n = 2 + stream.below(sample % 2 === 0 ? 12 : 200);
      const items = 1 + stream.below(4);
      const top = 1 + stream.below(sample % 3 === 0 ? 2 : 100);
      const shift = stream.below(2) === 0 ? 0 : -stream.below(50);
      const values = Array.from({ length: n }, () => shift + stream.below(top + 1));
      const decimals = stream.below(4);
      const divisor = stream.below(2) === 0 ? 'n-1' : 'n';
      const figures = printed(values, items, decimals, divisor);
      if (!isGrimPossible(figures.mean, n, { items }) || grimmer(figures, { items, divisor }) !== 'possible') {
        alarms.push(`${values.join(' ')} with ${items} items, ${decimals} decimals, ${divisor}`);
      }
    }
    expect(alarms).toEqual([]);
  });

  it('raise no DEBIT alarm', () => {
    const stream = randomStream(20130501, 'debit samples');
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const n = 2 + stream.below(sample % 2 === 0 ? 12 : 400);
      const ones = stream.below(n + 1);
      const figures = printed(Array.from({ length: n }, (_, index) => (index < ones ? 1 : 0)), 1, 1 + stream.below(3), 'n-1');
      const { least, most } = debit(figures);
      expect(least <= ones && ones <= most).toBe(true);
    }
  });
});
