import { describe, expect, it } from 'vitest';
import { debit } from '../../../src/claims/checks/debit.js';
import { decimal } from '../../../src/numeric/decimal.js';
import { golden } from './golden-checks.js';

interface DebitInput { x: string; sd: string; n: number }

describe('debit', () => {
  for (const group of ['debit', 'debit_exact_count_rule']) {
    it.each(golden.groups[group].map(({ input, expected }) => [JSON.stringify(input), expected, input as unknown as DebitInput] as const))(
      `${group}: %s is %s`, (_, expected, { x, sd, n }) => {
        const { least, most } = debit({ mean: decimal(x), sd: decimal(sd), n });
        expect(least <= most).toBe(expected);
      });
  }

  it('gives the counts of ones that fit', () => {
    expect(debit({ mean: decimal('0.65'), sd: decimal('0.48'), n: 54 })).toEqual({ least: 35, most: 35 });
  });
});
