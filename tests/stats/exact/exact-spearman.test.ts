import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../src/numeric/random.js';
import { exactSpearman } from '../../../src/stats/exact/exact-spearman.js';
import type { ExactSpearman, ExactSpearmanOptions } from '../../../src/stats/exact/exact-spearman.js';
import { permutationP, permutationSteps } from '../../../src/stats/resampling/permutation.js';
import { alternatives, pByDefinition } from './exact-spearman-by-definition.js';

type Golden = Record<string, { x: number[]; y: number[] } & Record<(typeof alternatives)[number], number>>;

const golden = JSON.parse(
  readFileSync(new URL('../../../fixtures/golden/exact-spearman.json', import.meta.url), 'utf8'),
) as Golden;

function exact(x: readonly number[], y: readonly number[], options: Partial<ExactSpearmanOptions> = {}): ExactSpearman {
  return exactSpearman(Float64Array.from(x), Float64Array.from(y), { alternative: 'two-sided', ...options });
}

/** Within the error it states, and a rounding of the expected value. */
function expectCovered(result: ExactSpearman, expected: number): void {
  expect(Math.abs(result.p! - expected)).toBeLessThanOrEqual(result.error! + expected * 2 ** -52);
}

describe('exactSpearman against whole-number counts of all pairings (fixtures/golden/exact-spearman.py)', () => {
  // Ties in y at n = 54 leave thousands of frequencies to prove 1e-9; a tenth of the budget proves 1e-7.
  const heavy = ['five levels, tied y, n=54', 'four levels, tied y, n=54'];
  const oneAlternative = [
    'five levels, n=54', 'four levels, n=54, p 1e-15', 'six levels, n=26, p 3e-12', 'three levels, n=60',
    'five by five levels, n=30',
  ];

  it.each(Object.keys(golden).filter((name) => !heavy.includes(name)))(
    'p has a stated error of 1e-9 of it, or 1e-14, at most, and keeps it: %s',
    (name) => {
      const { x, y, ...expected } = golden[name];
      for (const alternative of alternatives.slice(0, oneAlternative.includes(name) ? 1 : 3)) {
        const result = exact(x, y, { alternative });
        expect(result.method).toMatch(/^exact-/);
        expect(result.error!).toBeLessThanOrEqual(Math.max(1e-9 * expected[alternative], 1e-14));
        expectCovered(result, expected[alternative]);
      }
    },
  );

  it.each(heavy)('a small budget states a larger error, and keeps it: %s', (name) => {
    const { x, y, 'two-sided': expected } = golden[name];
    const result = exact(x, y, { budgetSeconds: 0.3 });
    expect(result.method).toBe('exact-fourier');
    expect(result.error!).toBeLessThanOrEqual(1e-7 * expected);
    expectCovered(result, expected);
  });
});

describe('exactSpearman against all pairings one by one', () => {
  const pairs = (n: number): fc.Arbitrary<[number[], number[]]> =>
    fc.nat(n).chain((levels) => {
      const values = fc.array(fc.nat(levels), { minLength: n, maxLength: n });
      const order = fc.shuffledSubarray(Array.from({ length: n }, (_, i) => i), { minLength: n });
      return fc.tuple(values, fc.oneof(values, order));
    });

  it.each([[2, 8], [3, 10], [4, 10], [5, 20], [6, 20], [7, 20], [8, 12]])(
    'the p is that of the definition, whatever the ties: n = %i',
    (n, numRuns) => {
      fc.assert(
        fc.property(pairs(n), ([x, y]) => {
          const expected = pByDefinition(Float64Array.from(x), Float64Array.from(y));
          for (const alternative of alternatives) {
            const result = exact(x, y, { alternative });
            if (new Set(x).size === 1 || new Set(y).size === 1) expect(result.p).toBeNull();
            else expect(Math.abs(result.p! - expected[alternative])).toBeLessThanOrEqual(1e-14);
          }
        }),
        { numRuns },
      );
    },
  );
});

describe('exactSpearman', () => {
  const { x, y, ...ordinal } = golden['five by five levels, n=20'];

  it('lies within four standard errors of a permutation run', () => {
    const resamples = 40_000;
    for (const alternative of alternatives) {
      const stream = randomStream(20130501, 'exact', alternative);
      const options = { statistic: 'spearman', resamples, stream, alternative } as const;
      const { extreme } = permutationP(Float64Array.from(x), Float64Array.from(y), options);
      const p = exact(x, y, { alternative }).p!;
      expect(Math.abs(extreme / resamples - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / resamples));
    }
  });

  it('does not depend on the order of the rows, the unit, or which variable comes first', () => {
    const p = exact(x, y).p!;
    expect(exact(x.toReversed(), y.toReversed()).p).toBe(p);
    expect(exact(x.map((value) => Math.exp(value)), y.map((value) => value / 7 - 2)).p).toBe(p);
    expect(exact(y, x).p).toBeCloseTo(p, 14);
  });

  it('exchanges the one-sided p when one variable is turned round', () => {
    expect(exact(x, y.map((value) => -value), { alternative: 'less' }).p).toBeCloseTo(ordinal.greater, 13);
    expect(exact(x, y.map((value) => -value), { alternative: 'greater' }).p).toBeCloseTo(ordinal.less, 13);
  });

  it('gives a perfect association the number of pairings that have it over all', () => {
    expect(exact([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]).p).toBe(2 / 120);
    expect(exact([1, 2, 3, 4, 5], [5, 4, 3, 2, 1], { alternative: 'less' }).p).toBe(1 / 120);
    // Two and three tied rows: 2! 3! of 5! pairings, on the upper side only, as T is not symmetric.
    expect(exact([1, 1, 2, 2, 2], [3, 3, 9, 9, 9], { alternative: 'greater' }).p).toBe(0.1);
    // 1/54! each side, far below what a sum of approximate terms could show.
    const rising = Array.from({ length: 54 }, (_, i) => i);
    expect(exact(rising, rising).p).toBeCloseTo(8.663870935409844e-72, 84);
    const step = Array.from({ length: 5000 }, (_, i) => Number(i >= 2500));
    expect(exact(step, Array.from({ length: 5000 }, (_, i) => i)).p).toBeGreaterThan(0);
  });

  it('gives p = 1 where ρ is exactly 0', () => {
    expect(exact([1, 2, 2, 3], [1, 2, 2, 1])).toMatchObject({ p: 1, error: 0 });
  });

  it('is undefined for a constant', () => {
    expect(exact([2, 2, 2], [1, 2, 3])).toEqual({ p: null, method: null, error: null });
    expect(exact([1, 2, 3], [2, 2, 2])).toEqual({ p: null, method: null, error: null });
  });
});

describe('exactSpearman chooses by the data and the budget', () => {
  const uniform = (n: number, levels: number, key: string): number[] => {
    const stream = randomStream(7, key);
    return Array.from({ length: n }, () => stream.below(levels));
  };
  const order = (n: number, key: string): number[] =>
    uniform(n, 2 ** 31, key).map((value, i) => value + i / n);

  it('counts permutations without ties up to n = 22 and names the Edgeworth series beyond', () => {
    expect(exact(order(15, 'a'), order(15, 'b')).method).toBe('exact-permutations');
    expect(exact(order(23, 'a'), order(23, 'b'))).toMatchObject({ method: 'edgeworth', error: null });
  });

  it('never gives 0, not even where the Edgeworth series falls below it', () => {
    const rising = Array.from({ length: 40 }, (_, i) => i);
    const nearly = rising.with(0, 1).with(1, 0);
    expect(exact(rising, nearly)).toMatchObject({ method: 'edgeworth' });
    expect(exact(rising, nearly).p).toBeGreaterThan(0);
  });

  it('takes the recursion for few levels and the inversion where that would be long', () => {
    expect(exact(uniform(36, 3, 'x'), order(36, 'y')).method).toBe('exact-recursion');
    expect(exact(uniform(24, 4, 'x'), uniform(24, 6, 'y')).method).toBe('exact-recursion');
    expect(exact(uniform(54, 4, 'x'), order(54, 'y')).method).toBe('exact-fourier');
  });

  it('falls back to the shuffles it is given, at once, where nothing exact fits', () => {
    const x = uniform(2800, 6, 'x');
    const y = uniform(2800, 6, 'y');
    const stream = randomStream(1, 'shuffles');
    const settings = { statistic: 'spearman', resamples: 999, alternative: 'two-sided', stream } as const;
    const monteCarlo = () => permutationSteps(Float64Array.from(x), Float64Array.from(y), settings);
    const result = exact(x, y, { monteCarlo });
    expect(result.method).toBe('monte-carlo');
    expect(result.p! * 1000).toBeCloseTo(Math.round(result.p! * 1000), 9);
    expect(result.error).toBeGreaterThan(0);
    expect(exact(x, y)).toEqual({ p: null, method: null, error: null });
    expect(exact(uniform(54, 5, 'x'), order(54, 'y'), { budgetSeconds: 0, monteCarlo }).method).toBe('monte-carlo');
  });
});

const reference = (name: string): URL => new URL(`../../../../shared/reference/${name}`, import.meta.url);

describe.skipIf(!existsSync(reference('exact_spearman.json')))(
  'exactSpearman against a dense recursion that took 27 s (skipped: ../shared is absent)',
  () => {
    it('agrees to 1e-9 on the six rows and to its stated error on the 54', () => {
      const dense = JSON.parse(readFileSync(reference('exact_spearman.json'), 'utf8')) as
        Record<string, { dp: { p_two: number; p_le: number } }>;
      const data = (JSON.parse(readFileSync(reference('statistics.json'), 'utf8')) as
        { correlation: Record<string, { x: number[]; y: number[] }> }).correlation;
      for (const name of ['n6_ties_both', 'n54_paper_target_rho029_p004']) {
        const { p_two: twoSided, p_le: less } = dense[name].dp;
        const { x, y } = data[name];
        for (const [alternative, p] of [['two-sided', twoSided], ['less', less]] as const) {
          const result = exact(x, y, { alternative, budgetSeconds: 0.3 });
          expect(Math.abs(result.p! - p)).toBeLessThanOrEqual(1e-9 * p);
          expectCovered(result, p);
        }
      }
    });
  },
);

describe.skipIf(!existsSync(reference('statistics.json')))(
  'exactSpearman against R (statistics.json; skipped: ../shared is absent)',
  () => {
    interface Case {
      x: (number | null)[];
      y: (number | null)[];
      expect: {
        spearman: { perm_exact?: Record<string, number>; p_R_exact: number | null };
        two_groups: { a?: number[]; b?: number[]; wilcox_coin_exact_ties?: number };
      };
    }
    const read = (): Record<string, Case> =>
      (JSON.parse(readFileSync(reference('statistics.json'), 'utf8')) as Record<'correlation', Record<string, Case>>)
        .correlation;
    const cases = existsSync(reference('statistics.json')) ? Object.entries(read()) : [];

    it.each(cases.filter(([, { expect: { spearman } }]) => spearman.perm_exact))(
      'all permutations: %s',
      (_, { x, y, expect: { spearman } }) => {
        const names = { 'two-sided': 'p_two_abs', less: 'p_less', greater: 'p_greater' };
        for (const alternative of alternatives) {
          const { p } = exact(x as number[], y as number[], { alternative });
          expect(p).toBeCloseTo(spearman.perm_exact![names[alternative]], 14);
        }
      },
    );

    const grouped = cases.filter(([, one]) => typeof one.expect.two_groups.wilcox_coin_exact_ties === 'number');
    it.each(grouped)(
      'a binary x gives the exact Wilcoxon test of coin: %s',
      (_, { expect: { two_groups: { a, b, wilcox_coin_exact_ties: p } } }) => {
        const group = [...a!.map(() => 1), ...b!.map(() => 0)];
        const result = exact(group, [...a!, ...b!]);
        expect(Math.abs(result.p! - p!) / p!).toBeLessThan(1e-9);
      },
    );

    it('cor.test(exact = TRUE) at n = 9', () => {
      for (const name of ['n9_noties', 'n12_missing']) {
        const { x, y, expect: { spearman } } = cases.find(([key]) => key === name)![1];
        const complete = x.flatMap((value, i) => (value === null || y[i] === null ? [] : [i]));
        const { p } = exact(complete.map((i) => x[i] as number), complete.map((i) => y[i] as number));
        expect(p).toBeCloseTo(spearman.p_R_exact!, 14);
      }
    });
  },
);
