import { describe, expect, it } from 'vitest';
import { grimmer } from '../../../src/claims/checks/grimmer.js';
import { decimal } from '../../../src/numeric/decimal.js';
import { golden } from './golden-checks.js';

interface GrimmerInput { mean: string; sd: string; n: number; items?: number; sp?: number }

function printedSd({ sd, sp }: GrimmerInput): string {
  const decimals = sd.split('.')[1]?.length ?? 0;
  return sp === undefined || sp <= decimals ? sd : `${sd}${decimals === 0 ? '.' : ''}${'0'.repeat(sp - decimals)}`;
}

const verdict = (input: GrimmerInput) =>
  grimmer({ mean: decimal(input.mean), sd: decimal(printedSd(input)), n: input.n }, { items: input.items ?? 1 });

describe('grimmer', () => {
  for (const group of ['grimmer_scrutiny', 'grimmer_rsprite2_on_pigs5', 'grimmer_rsprite2']) {
    it.each(golden.groups[group].map(({ input, expected }) => [JSON.stringify(input), [expected].flat()[0], input as unknown as GrimmerInput] as const))(
      `${group}: %s is %s`, (_, expected, input) => {
        expect(verdict(input) === 'possible').toBe(expected);
      });
  }

  it('names the mean where GRIM alone says no, as scrutiny does', () => {
    for (const { input, expected } of golden.groups['grimmer_scrutiny'] as unknown as { input: GrimmerInput; expected: [boolean, string] }[]) {
      expect(verdict(input) === 'mean').toBe(expected[1] === 'GRIM inconsistent');
    }
  });

  it('tries every total that fits the mean: 0.25 (0.45) is no alarm at 28, where the nearest total alone would be one', () => {
    // Totals 7 (0.25) alone fits; with one decimal 0.2 allows 5 to 7, and the parity of each differs.
    for (const [ones, n] of [[7, 28], [5, 28], [6, 28]]) {
      const sd = Math.sqrt((ones * (n - ones)) / (n * (n - 1)));
      expect(grimmer({ mean: decimal((ones / n).toFixed(1)), sd: decimal(sd.toFixed(4)), n })).toBe('possible');
    }
  });

  it('says possible exactly where two to five whole numbers exist, tried one by one', () => {
    for (const [n, reach] of [[2, 9], [3, 7], [4, 5], [5, 4]]) {
      const sums = new Set<string>();
      const add = (left: number, from: number, total: number, squares: number): void => {
        if (left === 0) sums.add(`${total} ${squares}`);
        else for (let value = from; value <= reach; value += 1) add(left - 1, value, total + value, squares + value * value);
      };
      add(n, -reach, 0, 0);
      // What has a value beyond reach has more squares than reach².
      for (let total = 0; total < n; total += 1) {
        for (let squares = total; squares <= reach * reach; squares += 1) {
          // Enough decimals that each variance is its own.
          const sd = Math.sqrt((squares - (total * total) / n) / (n - 1)).toFixed(8);
          if (sd === 'NaN') continue;
          const result = grimmer({ mean: decimal((total / n).toFixed(8)), sd: decimal(sd), n });
          expect([n, total, squares, result]).toEqual([n, total, squares, sums.has(`${total} ${squares}`) ? 'possible' : 'sd']);
        }
      }
    }
  });

  it('takes an SD divided by n where that is said: 1 and 2 have .71 by n − 1 and .50 by n', () => {
    const of = (sd: string, divisor: 'n' | 'n-1') => grimmer({ mean: decimal('1.5'), sd: decimal(sd), n: 2 }, { divisor });
    expect([of('.71', 'n-1'), of('.50', 'n'), of('.71', 'n'), of('.50', 'n-1')]).toEqual(['possible', 'possible', 'sd', 'sd']);
  });
});
