import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NumericColumn, TextColumn } from '../../../src/dataset/column.js';
import { correlateColumns } from '../../../src/stats/correlation/correlate.js';
import type { Interval, PValue } from '../../../src/stats/correlation/correlation-methods.js';
import { covariate } from '../../../src/stats/correlation/covariates.js';
import type { CovariateColumn } from '../../../src/stats/correlation/covariates.js';
import { completePair, pairOf } from '../../../src/stats/correlation/pairs.js';
import { partialCorrelation } from '../../../src/stats/correlation/partial.js';
import type { PartialOptions } from '../../../src/stats/correlation/partial.js';
import { Sample, variable } from '../../../src/stats/correlation/sample.js';
import { golden as allGolden } from './golden-partial-weighted.js';
import type { GoldenTest } from './golden-partial-weighted.js';

const golden = allGolden.partial;
const sets = Object.keys(golden.spearman);

describe.each(['spearman', 'pearson'] as const)('partialCorrelation, %s', (method) => {
  it.each(sets)('is the correlation of the residuals of R\'s lm: %s', (set) => {
    const expected = golden[method][set]!;
    const given = { method, covariates: covariatesOf(golden.data, set) };
    const pair = pairOf(numbers(golden.data['x']!), numbers(golden.data['y']!));
    expectTested(run(pair, given), expected);
    expectTested(run(pair, { ...given, semi: 'x' }), expected.semiX);
    expectTested(run(pair, { ...given, semi: 'y' }), expected.semiY);
    const fits = method === 'spearman' ? (['bonett-wright', 'fisher', 'fieller'] as const) : (['fisher'] as const);
    for (const ci of fits) {
      const key = ci === 'bonett-wright' ? 'bonettWright95' : (`${ci}95` as const);
      const { interval } = run(pair, { ...given, ci });
      expect(interval!.low).toBeCloseTo(expected[key][0], 12);
      expect(interval!.high).toBeCloseTo(expected[key][1], 12);
    }
    expect(run(pair, given).interval).toEqual(run(pair, { ...given, ci: fits[0] }).interval);
  });

  const row = fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: -9, max: 9 })));
  const rows = fc.array(row, { minLength: 6, maxLength: 25 });

  it('does not see a covariate\'s scale, its sign, or the order of covariates', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const [x, y, a, b] = columnsOf(table);
        const plain = estimate(x, y, { method, covariates: [quantity(a), quantity(b)] });
        const changed = [quantity(b.map((v) => 1e6 - 3 * v)), quantity(a.map((v) => v / 7))];
        const mapped = estimate(x, y, { method, covariates: changed });
        expectSame(mapped, plain);
      }),
    );
  });

  it('is symmetric, and so are the two semi-partial ones to each other', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const [x, y, a] = columnsOf(table);
        const covariates = [quantity(a)];
        const given = { method, covariates };
        expectSame(estimate(x, y, given), estimate(y, x, given));
        expectSame(estimate(x, y, { ...given, semi: 'x' }), estimate(y, x, { ...given, semi: 'y' }));
      }),
    );
  });

  it('is the plain correlation without covariates', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const [x, y] = columnsOf(table);
        const found = correlateColumns({ x: [column('x', x)], y: [column('y', y)], options: { method } }).estimates[0]!;
        expectSame(estimate(x, y, { method, covariates: [] }), found.estimate);
      }),
    );
  });

  it('follows the first-order formula (Yule 1907) for one covariate', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const [x, y, z] = columnsOf(table);
        const plain = (a: Float64Array, b: Float64Array): number => estimate(a, b, { method, covariates: [] }) ?? NaN;
        const [xy, xz, yz] = [plain(x, y), plain(x, z), plain(y, z)];
        const found = estimate(x, y, { method, covariates: [quantity(z)] });
        const variance = (1 - xz * xz) * (1 - yz * yz);
        fc.pre(found !== null && variance > 1e-3);
        expect(found).toBeCloseTo((xy - xz * yz) / Math.sqrt(variance), 10);
      }),
    );
  });

  it('is undefined for covariates that are constant, collinear, or all there is in x or y', () => {
    const x = Float64Array.of(1, 3, 2, 6, 4, 5, 7);
    const y = Float64Array.of(2, 1, 5, 3, 7, 6, 4);
    const z = Float64Array.of(7, 3, 5, 1, 2, 6, 4);
    const undefinedFor = (...covariates: Float64Array[]): void => {
      const { coefficient } = run(pairOf(x, y), { method, covariates: covariates.map(quantity) });
      expect(coefficient).toEqual({ estimate: null, reason: 'covariates' });
    };
    undefinedFor(z.map(() => 3));
    undefinedFor(z, z.map((v) => 0.1 * v + 1e4));
    undefinedFor(x);
    undefinedFor(z, y.map((v) => -v / 3));
  });

  it('needs one degree of freedom: n − 2 − k ≥ 1', () => {
    const x = Float64Array.of(1, 3, 2, 4);
    const y = Float64Array.of(2, 1, 4, 3);
    const a = Float64Array.of(1, 1, 0, 0);
    const b = Float64Array.of(0, 1, 0, 0);
    const one = run(pairOf(x, y), { method, covariates: [quantity(a)] });
    expect(one.tested!.df).toBe(1);
    expect(one.interval).toEqual({ low: null, high: null, reason: 'too-few-pairs' });
    expect(run(pairOf(x, y), { method, covariates: [quantity(a), quantity(b)] }).coefficient.reason).toBe('covariates');
  });

  it('is exactly ±1 where the residuals lie on a line', () => {
    const x = Float64Array.of(1, 2, 3, 4, 5, 6);
    const z = Float64Array.of(0, 1, 1, 0, 0, 1);
    const y = x.map((v, i) => 100 * z[i]! - v);
    if (method === 'pearson') expect(estimate(x, y, { method, covariates: [quantity(z)] })).toBe(-1);
    expect(estimate(x, x.map((v) => 2 * v), { method, covariates: [quantity(z)] })).toBe(1);
  });
});

/** Longley (1967), as NIST's Statistical Reference Datasets give it: the standard example of near collinearity. */
const longley = {
  employed: [
    60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551,
  ],
  deflator: [83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
  gnp: [
    234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112,
    397469, 419180, 442769, 444546, 482704, 502601, 518173, 554894,
  ],
  unemployed: [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007],
  armedForces: [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827],
  population: [
    107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219,
    117388, 118734, 120445, 121950, 123366, 125368, 127852, 130081,
  ],
  year: Array.from({ length: 16 }, (_, i) => 1947 + i),
};

describe('partialCorrelation of Longley\'s data', () => {
  it.each([
    ['deflator', 15.0618722713733, 84.9149257747669],
    ['gnp', -0.0358191792925910, 0.0334910077722432],
    ['unemployed', -2.02022980381683, 0.488399681651699],
    ['armedForces', -1.03322686717359, 0.214274163161675],
    ['population', -0.0511041056535807, 0.226073200069370],
    ['year', 1829.15146461355, 455.478499142212],
  ] as const)('has the t of NIST\'s certified coefficient to 10 digits: %s', (name, coefficient, standardError) => {
    const { employed, [name]: x, ...others } = longley;
    const covariates = (Object.values(others) as number[][]).map((values) => quantity(numbers(values)));
    const { tested } = run(pairOf(numbers(x), numbers(employed)), { method: 'pearson', covariates });
    expect(tested!.df).toBe(9);
    expect(tested!.statistic! / (coefficient / standardError)).toBeCloseTo(1, 10);
  });
});

describe('partialCorrelation, Kendall', () => {
  it.each(sets)('is that of the inverse of the matrix of τ-b in R: %s', (set) => {
    const expected = golden.kendall[set]!;
    const given = { method: 'kendall', covariates: covariatesOf(golden.data, set) } as const;
    const pair = pairOf(numbers(golden.data['x']!), numbers(golden.data['y']!));
    expect(run(pair, given).coefficient.estimate).toBeCloseTo(expected.r, 12);
    expect(run(pair, { ...given, semi: 'x' }).coefficient.estimate).toBeCloseTo(expected.semiX, 12);
    expect(run(pair, { ...given, semi: 'y' }).coefficient.estimate).toBeCloseTo(expected.semiY, 12);
  });

  it('has neither p nor interval', () => {
    const { p, ci } = partialCorrelation({ method: 'kendall', covariates: [] });
    expect(ci).toBe('none');
    expect(typeof p === 'function' && p(pairOf(numbers([1, 2, 3]), numbers([1, 3, 2])), 0.3)).toEqual({
      p: null, statistic: null, df: null, method: 'none', error: null,
    });
  });

  it('is undefined for collinear covariates and for a variable among them', () => {
    const x = numbers([1, 3, 2, 6, 4, 5, 7]);
    const y = numbers([2, 1, 5, 3, 7, 6, 4]);
    const z = numbers([7, 3, 5, 1, 2, 6, 4]);
    for (const covariates of [[z, z.map(Math.sqrt)], [x], [z, y.map((v) => -v)]]) {
      const { coefficient } = run(pairOf(x, y), { method: 'kendall', covariates: covariates.map(quantity) });
      expect(coefficient.reason).toBe('covariates');
    }
  });
});

describe('partialCorrelation in correlateColumns', () => {
  const ages = [40, 51, 33, 62, 58, 47, 70, 66];
  const age = column('age', numbers(ages));
  const x = column('x', numbers([1, 2, 2, 5, 4, 3, 6, 6]));
  const y = column('y', numbers([9.1, 8.4, 7.7, 7, 8, 8.2, 6.1, 7.3]), [5]);
  const methods = partialCorrelation({ method: 'spearman', covariates: [covariate(age)] });

  it('ranks covariates anew on each pair\'s rows', () => {
    const { estimates } = correlateColumns({ x: [x], y: [y], options: { method: 'spearman', ...methods } });
    const kept = [0, 1, 2, 3, 4, 6, 7];
    const on = (values: Float64Array): Float64Array => numbers(kept.map((row) => values[row]!));
    const covariates = [quantity(on(age.values))];
    const alone = run(pairOf(on(x.values), on(y.values)), { method: 'spearman', covariates });
    expect(estimates[0]).toMatchObject({
      n: 7, df: 4, estimate: alone.coefficient.estimate, p: alone.tested!.p, ciLow: alone.interval!.low, pMethod: 't',
    });
  });

  it('says that a covariate is missing on a row that was not left out', () => {
    const gap = covariate(column('age', age.values, [2]));
    const { coefficient } = partialCorrelation({ method: 'spearman', covariates: [gap] });
    const sample = (of: NumericColumn): Sample => new Sample(variable(of), Uint32Array.of(0, 1, 2, 3));
    expect(() => coefficient!(completePair(sample(x), sample(y)))).toThrow('covariate "age" has no value on row 2');
  });

  it('refuses an interval that does not suit', () => {
    expect(() => partialCorrelation({ method: 'pearson', covariates: [], ci: 'bonett-wright' })).toThrow(RangeError);
  });
});

const shared = new URL('../../../../shared/reference/statistics.json', import.meta.url);
describe.skipIf(!existsSync(shared))('partialCorrelation, ppcor\'s formulas (skipped: ../shared is absent)', () => {
  interface Reference extends GoldenTest {
    semipartial_x_with_y_given_z_removed_from_y: number;
    semi_t: number;
    semi_p: number;
    ci95_fisher: [number, number];
  }
  const reference = existsSync(shared) ? JSON.parse(readFileSync(shared, 'utf8')).partial : null;

  it.each(['one_covariate', 'two_covariates'])('%s', (set) => {
    const names = set === 'one_covariate' ? ['age'] : ['age', 'edu'];
    const covariates = names.map((name) => quantity(numbers(reference.data[name])));
    const pair = pairOf(numbers(reference.data.x), numbers(reference.data.y));
    for (const method of ['spearman', 'pearson'] as const) {
      const expected: Reference = reference[set][method];
      const found = run(pair, { method, covariates, ci: 'fisher' });
      expectTested(found, expected);
      expect(found.interval!.low).toBeCloseTo(expected.ci95_fisher[0], 12);
      expect(found.interval!.high).toBeCloseTo(expected.ci95_fisher[1], 12);
      expectTested(run(pair, { method, covariates, semi: 'y' }), {
        r: expected.semipartial_x_with_y_given_z_removed_from_y,
        t: expected.semi_t,
        df: expected.df,
        p: expected.semi_p,
      });
    }
    if (set === 'one_covariate') {
      const { coefficient } = run(pair, { method: 'kendall', covariates });
      expect(coefficient.estimate).toBeCloseTo(reference[set].kendall_r_only, 12);
    }
  });
});

function run(pair: ReturnType<typeof pairOf>, options: PartialOptions) {
  const { coefficient, p, ci } = partialCorrelation(options);
  const found = coefficient!(pair);
  const defined = found.estimate !== null;
  return {
    coefficient: found,
    tested: defined && typeof p === 'function' ? (p(pair, found.estimate) as PValue) : null,
    interval: defined && typeof ci === 'function' ? (ci(pair, found.estimate) as Interval) : null,
  };
}

function estimate(x: Float64Array, y: Float64Array, options: PartialOptions): number | null {
  return run(pairOf(x, y), options).coefficient.estimate;
}

function expectTested({ coefficient, tested }: ReturnType<typeof run>, expected: GoldenTest): void {
  expect(coefficient.estimate).toBeCloseTo(expected.r, 12);
  expect(tested!.statistic).toBeCloseTo(expected.t, 11);
  expect(tested!.df).toBe(expected.df);
  expect(tested!.p).toBeCloseTo(expected.p, 12);
}

function expectSame(found: number | null, expected: number | null): void {
  expect(found === null).toBe(expected === null);
  if (expected !== null) expect(found).toBeCloseTo(expected, 9);
}

function covariatesOf(data: Readonly<Record<string, readonly (number | string)[]>>, set: string) {
  return set.split(', ').map((name) => {
    const values = data[name]!;
    return typeof values[0] === 'string' ? covariate(names(name, values as string[])) : quantity(numbers(values));
  });
}

function quantity(values: Float64Array) {
  return covariate(column('z', values));
}

function column(name: string, values: Float64Array, absent: readonly number[] = []): NumericColumn {
  return { kind: 'number', name, values, missing: Uint8Array.from(values, (_, row) => (absent.includes(row) ? 1 : 0)) };
}

function names(name: string, values: readonly string[]): CovariateColumn & TextColumn {
  return { kind: 'nominal', name, values, missing: new Uint8Array(values.length) };
}

function numbers(values: readonly (number | string)[]): Float64Array {
  return Float64Array.from(values as number[]);
}

function columnsOf(table: readonly (readonly number[])[]): [Float64Array, Float64Array, Float64Array, Float64Array] {
  const at = (index: number): Float64Array => Float64Array.from(table, (row) => row[index]!);
  return [at(0), at(1), at(2), at(3)];
}
