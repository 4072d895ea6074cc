import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../src/numeric/random.js';
import { permutationP, permutationSteps } from '../../../src/stats/resampling/permutation.js';
import type { PermutationOptions } from '../../../src/stats/resampling/permutation.js';
import { dot, ranksByDefinition, signProducts } from './bootstrap-by-definition.js';

interface Golden {
  x: number[];
  y: number[];
  clusters: number[];
  resamples: number;
  spearman: Record<'free' | 'within', Record<PermutationOptions['alternative'], number>>;
  pearson: Golden['spearman'];
}

const golden = JSON.parse(
  readFileSync(new URL('../../../fixtures/golden/permutation.json', import.meta.url), 'utf8'),
) as Golden;
const x = Float64Array.from(golden.x);
const y = Float64Array.from(golden.y);
const clusters = Int32Array.from(golden.clusters);

const statistics = ['spearman', 'pearson', 'kendall'] as const;
const alternatives = ['two-sided', 'less', 'greater'] as const;

function options(given: Partial<PermutationOptions> = {}): PermutationOptions {
  const stream = randomStream(20130501, 'permutation', 'x', 'y');
  return { statistic: 'spearman', resamples: 20_000, alternative: 'two-sided', stream, ...given };
}

const reference = (name: string): URL => new URL(`../../../../shared/reference/${name}`, import.meta.url);

const standardError = (p: number, resamples: number): number => Math.sqrt((p * (1 - p)) / resamples);

describe('permutationP against all permutations', () => {
  // Ties in both variables, a fractional expectation within clusters, and a cluster of one.
  const small = {
    x: Float64Array.of(1, 1, 2, 3, 3, 3, 5),
    y: Float64Array.of(2, 2.5, 1, 5, 4, 4, 1),
    clusters: Int32Array.of(4, 4, 9, 4, 2, 2, 2),
  };

  it.each(statistics.flatMap((statistic) => alternatives.map((alternative) => [statistic, alternative] as const)))(
    'agrees with brute force within four standard errors: %s, %s',
    (statistic, alternative) => {
      for (const codes of [undefined, small.clusters]) {
        const exact = exactP(small.x, small.y, statistic, alternative, codes ?? new Int32Array(7));
        const { extreme, resamples } = permutationP(
          small.x, small.y, options({ statistic, alternative, ...(codes && { clusters: codes }) }),
        );
        expect(Math.abs(extreme / resamples - exact)).toBeLessThanOrEqual(4 * standardError(exact, resamples));
      }
    },
  );

  it('makes every order of four values equally likely (chi-square, 23 degrees of freedom)', () => {
    // Each of the 24 orders has a sum of products of its own, so one-sided counts tell how often each was drawn.
    const fixed = Float64Array.of(0, 1, 5, 25);
    const orders = permutations([0, 1, 7, 50]).sort((a, b) => dot(fixed, a) - dot(fixed, b));
    const upTo = orders.map((order) => permutationP(
      fixed, Float64Array.from(order), options({ statistic: 'pearson', alternative: 'less', resamples: 24_000 }),
    ).extreme);
    expect(upTo.at(-1)).toBe(24_000);
    const chiSquare = upTo.reduce((sum, count, at) => sum + (count - (upTo[at - 1] ?? 0) - 1000) ** 2 / 1000, 0);
    expect(Math.abs(chiSquare - 23)).toBeLessThan(4 * Math.sqrt(2 * 23));
  });
});

describe('permutationP against R', () => {
  const ranksAndValues = ['spearman', 'pearson'] as const;
  const ofCoin = ranksAndValues.flatMap((name) => alternatives.map((side) => [name, side] as const));

  it.each(ofCoin)(
    'agrees with a million shuffles by coin, freely and within clusters: %s, %s',
    (statistic, alternative) => {
      for (const [where, codes] of [['free', {}], ['within', { clusters }]] as const) {
        const expected = golden[statistic][where][alternative];
        const found = permutationP(x, y, options({ statistic, alternative, resamples: 50_000, ...codes }));
        const tolerance = 4 * Math.hypot(standardError(expected, 50_000), standardError(expected, golden.resamples));
        expect(Math.abs(found.p - expected)).toBeLessThan(tolerance);
      }
    },
  );

  describe.skipIf(!existsSync(reference('')))('the exact p with ties (skipped: ../shared is absent)', () => {
    it('lies within four standard errors for the published correlation, n = 54', () => {
      const name = 'n54_paper_target_rho029_p004';
      const data = JSON.parse(readFileSync(reference('statistics.json'), 'utf8')).correlation[name];
      const exact = JSON.parse(readFileSync(reference('exact_spearman.json'), 'utf8'))[name].dp.p_two;
      const found = permutationP(Float64Array.from(data.x), Float64Array.from(data.y), options({ resamples: 100_000 }));
      expect(Math.abs(found.p - exact)).toBeLessThan(4 * standardError(exact, 100_000));
      expect(Math.abs(found.error - 1.96 * standardError(exact, 100_000))).toBeLessThan(5e-5);
    });
  });
});

describe('permutationP', () => {
  it('counts the same shuffles as an independent program in fractions (random-streams.py)', () => {
    const { chain } = JSON.parse(
      readFileSync(new URL('../../../fixtures/golden/random-streams.json', import.meta.url), 'utf8'),
    ) as { chain: Record<'free' | 'within' | 'shuffles' | 'kendallFree' | 'kendallWithin' | 'kendallShuffles', number> };
    const extreme = (given: Partial<PermutationOptions>): number => permutationP(x, y, options(given)).extreme;
    expect(extreme({ resamples: chain.shuffles })).toBe(chain.free);
    expect(extreme({ resamples: chain.shuffles, clusters })).toBe(chain.within);
    const kendall = { statistic: 'kendall', resamples: chain.kendallShuffles } as const;
    expect(extreme(kendall)).toBe(chain.kendallFree);
    expect(extreme({ ...kendall, clusters })).toBe(chain.kendallWithin);
  });

  it('is (b + 1)/(m + 1), never 0 (Phipson & Smyth 2010)', () => {
    const rising = Float64Array.from({ length: 30 }, (_, row) => row);
    const found = permutationP(rising, rising, options({ resamples: 999 }));
    expect(found).toMatchObject({ p: 1 / 1000, resamples: 999, extreme: 0 });
    expect(found.error).toBeCloseTo(3.8415 / (2 * 999) / (1 + 3.8415 / 999), 6);
  });

  it('gives as error half of the interval whose ends p solve (share − p)² = z² p (1 − p)/m (Wilson 1927)', () => {
    const { extreme, error, resamples } = permutationP(x, y, options({ resamples: 500 }));
    const share = extreme / resamples;
    const z = 1.959963984540054;
    const [a, b] = [1 + (z * z) / resamples, -(2 * share + (z * z) / resamples)];
    expect(extreme).toBeGreaterThan(0);
    expect(error).toBeCloseTo(Math.sqrt(b * b - 4 * a * share * share) / (2 * a), 14);
  });

  it.each(statistics)('does not depend on the order the rows are listed in: %s', (statistic) => {
    const expected = permutationP(x, y, options({ statistic, clusters, resamples: 500 }));
    const rows = fc.shuffledSubarray([...x.keys()], { minLength: x.length });
    fc.assert(
      fc.property(rows, (order) => {
        const xs = Float64Array.from(order, (row) => x[row]!);
        const ys = Float64Array.from(order, (row) => y[row]!);
        const codes = Int32Array.from(order, (row) => clusters[row]!);
        expect(permutationP(xs, ys, options({ statistic, clusters: codes, resamples: 500 }))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it.each(['spearman', 'kendall'] as const)('does not change when a variable is stretched: %s', (statistic) => {
    const stretched = { x: x.map((value) => Math.exp(value)), y: y.map((value) => value ** 3) };
    const expected = permutationP(x, y, options({ statistic }));
    expect(permutationP(stretched.x, stretched.y, options({ statistic }))).toEqual(expected);
  });

  it.each(statistics)('treats one cluster as none, and only the order of the codes matters: %s', (statistic) => {
    const none = permutationP(x, y, options({ statistic, resamples: 2000 }));
    const one = permutationP(x, y, options({ statistic, resamples: 2000, clusters: new Int32Array(x.length).fill(7) }));
    expect(one).toEqual(none);
    const within = permutationP(x, y, options({ statistic, resamples: 2000, clusters }));
    const relabelled = clusters.map((code) => 10 * code - 35);
    expect(permutationP(x, y, options({ statistic, resamples: 2000, clusters: relabelled }))).toEqual(within);
  });

  it.each(statistics)('is 1 where no shuffle can differ: a constant, or clusters of one: %s', (statistic) => {
    expect(permutationP(new Float64Array(40), y, options({ statistic, resamples: 99 })).p).toBe(1);
    const alone = Int32Array.from(x.keys());
    expect(permutationP(x, y, options({ statistic, resamples: 99, clusters: alone })).p).toBe(1);
  });

  it('stops for breath without a change to the result, and says how far it is', () => {
    const steps = permutationSteps(x, y, options());
    const progress: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) progress.push(step.value);
    expect(step.value).toEqual(permutationP(x, y, options()));
    expect(progress.length).toBeGreaterThan(5);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(20_000);
  });

  it('can be dropped halfway', () => {
    const steps = permutationSteps(x, y, options({ resamples: 1e12 }));
    expect(steps.next().done).toBe(false);
    steps.return({ p: NaN, error: NaN, resamples: 0, extreme: 0 });
    expect(steps.next().done).toBe(true);
  });
});

/** Share of all permutations within clusters whose statistic lies as far out, compared with a hair's slack. */
function exactP(
  xs: Float64Array,
  ys: Float64Array,
  statistic: PermutationOptions['statistic'],
  alternative: PermutationOptions['alternative'],
  codes: Int32Array,
): number {
  const orders = permutations([...xs.keys()]).filter((order) => order.every((from, row) => codes[from] === codes[row]));
  const totals = orders.map((order) => totalOf(xs, order.map((from) => ys[from]!), statistic));
  const expectation = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  const observed = totalOf(xs, [...ys], statistic);
  const asFarOut = totals.filter((total) => {
    if (alternative === 'less') return total <= observed + 1e-9;
    if (alternative === 'greater') return total >= observed - 1e-9;
    return Math.abs(total - expectation) >= Math.abs(observed - expectation) - 1e-9;
  });
  return asFarOut.length / totals.length;
}

function totalOf(xs: Float64Array, ys: readonly number[], statistic: PermutationOptions['statistic']): number {
  if (statistic === 'pearson') return dot(xs, ys);
  if (statistic === 'kendall') return signProducts([...xs], ys);
  return dot(ranksByDefinition([...xs]), ranksByDefinition(ys));
}

function permutations(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, at) => permutations(values.toSpliced(at, 1)).map((rest) => [value, ...rest]));
}
