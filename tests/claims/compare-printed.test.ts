import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithPrinted } from '../../src/claims/compare-printed.js';
import type { AcceptedRounding } from '../../src/claims/compare-printed.js';
import { printedNumber } from '../../src/claims/printed-number.js';

interface Vector {
  readonly value: number;
  readonly printed: string;
  readonly verdict: 'match' | 'mismatch';
  readonly why: string;
  readonly tie?: readonly string[];
  readonly would?: string;
  readonly opts?: { readonly rounding: AcceptedRounding };
}

const file = new URL('../../../shared/reference/rounding.json', import.meta.url);
const absent = !existsSync(file);
const vectors = absent ? [] : (JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] }).vectors;

function compared(value: number | null, text: string, rounding: AcceptedRounding = 'either') {
  return compareWithPrinted(value, printedNumber(text)!, { rounding });
}

describe.skipIf(absent)(`rounding.json${absent ? ' (skipped: ../shared is absent)' : ''}`, () => {
  // "n.s." is no number; what a p of .03 means for it is tested with the stars of a table.
  it.each(vectors.filter(({ printed }) => printed !== 'n.s.'))('$value printed $printed is a $verdict: $why', ({ value, printed, verdict, tie, would, opts }) => {
    const { verdict: ours, tie: ourTie } = compared(value, printed, opts?.rounding);
    expect(ours.startsWith('match') ? 'match' : 'mismatch').toBe(verdict);
    if (tie !== undefined) {
      expect(ours).toBe('match-by-tie');
      expect([...ourTie].sort()).toEqual([...tie].sort());
    }
    if (would !== undefined) expect(ours).toBe(would);
  });
  it('is tested whole', () => {
    expect(vectors.length).toBe(50);
  });
});

describe('a mismatch', () => {
  it.each([
    [62.96296296296296, '65%', 2, '63'], [0.2857143, '−0.29', 58, '0.29'], [57.0926, '57.10', 1, '57.09'], [3.878116, '4.05', 17, '3.88'], [-0.27, '-0.29', 2, '-0.27'],
  ])('of %d with %s is %d units away', (value, text, units, expected) => {
    expect(compared(value, text)).toMatchObject({ verdict: 'mismatch', units, expected });
  });
  it('says that the sign is another one', () => {
    expect(compared(0.2857143, '−0.29').otherSign).toBe(true);
    expect(compared(0.004, '-0.00')).toMatchObject({ verdict: 'match', otherSign: false });
  });
  it('of a tie that the asked rounding takes the other way is one unit away', () => {
    expect(compared(6.25, '6.3', 'half-even')).toMatchObject({ verdict: 'mismatch', units: 1, tie: ['half-up'] });
  });
});

describe('what a print accepts', () => {
  it.each([
    ['-0.29', 'either', '-0.295 to -0.285'], ['.04', 'either', '0.035 to 0.045'], ['p<.05', 'either', '<0.05'], ['>1', 'either', '>1'], ['≤.30', 'either', '≤0.30'],
    ['1.23 × 10^6', 'either', '1225000 to 1235000'], ['0.043', 'truncate', '0.043 to below 0.044'], ['-0.043', 'truncate', '-0.043 to below -0.044'],
  ] as const)('%s (%s)', (text, rounding, accepted) => {
    expect(compared(0.1, text, rounding).accepted).toBe(accepted);
  });
});

describe('a computed value', () => {
  it('is uncomputable where there is none', () => {
    expect([null, Number.NaN, Infinity].map((value) => compared(value, '0.5').verdict)).toEqual(['uncomputable', 'uncomputable', 'uncomputable']);
  });
  it('matches its own rounding at any number of decimals', () => {
    fc.assert(fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      expect(compared(value, value.toFixed(decimals)).verdict).toMatch(/^match/);
    }));
  });
  it('never matches a print two units away', () => {
    fc.assert(fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 5 }), (units, decimals) => {
      expect(compared((units + 2) / 10 ** decimals, (units / 10 ** decimals).toFixed(decimals)).verdict).toBe('mismatch');
    }));
  });
});
