import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumericColumn } from '../../../src/dataset/column.js';
import { correlateColumns } from '../../../src/stats/correlation/correlate.js';
import type { Interval, PValue } from '../../../src/stats/correlation/correlation-methods.js';
import { pairOf } from '../../../src/stats/correlation/pairs.js';
import { pearson } from '../../../src/stats/correlation/pearson.js';
import { spearman } from '../../../src/stats/correlation/spearman.js';
import { tApproximation } from '../../../src/stats/correlation/t-approximation.js';
import { weightedCorrelation } from '../../../src/stats/correlation/weighted.js';
import { weightedRows } from '../../../src/stats/correlation/weights.js';
import { golden as allGolden } from './golden-partial-weighted.js';

type Method = 'spearman' | 'pearson';
type Kind = 'frequency' | 'sampling';

const golden = allGolden.weighted;
const value = fc.integer({ min: -4, max: 4 });
const table = fc.array(fc.tuple(value, value, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 25 });
const methods = ['spearman', 'pearson'] as const;

describe('weightedCorrelation', () => {
  it.each(methods.flatMap((method) => (['frequency', 'sampling'] as const).map((kind) => [method, kind] as const)))(
    'agrees with R: %s, %s weights (rows written out; cov.wt and Hmisc::wtd.rank)',
    (method, kind) => {
      const expected = golden[kind][method];
      const weights = Float64Array.from(golden.data[kind]);
      const pair = pairOf(Float64Array.from(golden.data.x), Float64Array.from(golden.data.y));
      const { coefficient, p, size } = weightedCorrelation({ method, weights, kind });
      const estimate = coefficient!(pair).estimate!;
      const tested = (p as Exclude<typeof p, 't' | undefined>)(pair, estimate) as PValue;
      expect(estimate).toBeCloseTo(expected.r, 13);
      expect(size(pair)).toBeCloseTo(expected.n, 12);
      expect(tested.statistic).toBeCloseTo(expected.t, 11);
      expect(tested.df).toBeCloseTo(expected.df, 12);
      expect(tested.p).toBeCloseTo(expected.p, 12);
      const names = method === 'spearman' ? (['bonett-wright', 'fisher'] as const) : (['fisher'] as const);
      for (const ci of names) {
        const interval = weightedCorrelation({ method, weights, kind, ci }).ci as (...given: unknown[]) => Interval;
        const key = ci === 'fisher' ? 'fisher95' : 'bonettWright95';
        expect(interval(pair, estimate).low).toBeCloseTo(expected[key][0], 12);
        expect(interval(pair, estimate).high).toBeCloseTo(expected[key][1], 12);
      }
    },
  );

  it('gives with frequencies, to the last digit for Spearman, what the rows written out give', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const written = rows.flatMap((row) => new Array<typeof row>(row[2]).fill(row));
        const [x, y] = [Float64Array.from(written, (row) => row[0]), Float64Array.from(written, (row) => row[1])];
        const ranked = answer(rows, 'spearman', 'frequency');
        expect(ranked.coefficient).toEqual(spearman(x, y));
        if (ranked.coefficient.estimate !== null) {
          expect(ranked.tested).toEqual(tApproximation(ranked.coefficient.estimate, written.length));
        }
        const plain = answer(rows, 'pearson', 'frequency').coefficient;
        const expected = pearson(x, y);
        expect(plain.reason).toBe(expected.reason);
        if (expected.estimate !== null) expect(plain.estimate).toBeCloseTo(expected.estimate, 13);
      }),
    );
  });

  it.each(methods)('does not see the scale of sampling weights: %s', (method) => {
    fc.assert(
      fc.property(table, fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (rows, scale) => {
        const plain = answer(rows, method, 'sampling');
        const scaled = answer(rows.map(([x, y, w]) => [x, y, w * scale]), method, 'sampling');
        expect(scaled.coefficient.reason).toBe(plain.coefficient.reason);
        if (plain.coefficient.estimate === null) return;
        expect(scaled.coefficient.estimate).toBeCloseTo(plain.coefficient.estimate, 12);
        expect(scaled.tested!.df ?? 0).toBeCloseTo(plain.tested!.df ?? 0, 9);
      }),
    );
  });

  it.each(methods)('is the plain correlation where all weights are equal: %s', (method) => {
    fc.assert(
      fc.property(table, (rows) => {
        const [x, y] = [Float64Array.from(rows, (row) => row[0]), Float64Array.from(rows, (row) => row[1])];
        const expected = method === 'spearman' ? spearman(x, y) : pearson(x, y);
        const found = answer(rows.map(([a, b]) => [a, b, 1]), method, 'sampling');
        expect(found.coefficient.reason).toBe(expected.reason);
        if (expected.estimate !== null) expect(found.coefficient.estimate).toBeCloseTo(expected.estimate, 14);
      }),
    );
  });

  it('is exactly ±1 for a monotone relation, whatever the weights', () => {
    const weight = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, weight), { minLength: 3, maxLength: 20 }), (rows) => {
        fc.pre(new Set(rows.map(([x]) => x)).size > 1);
        const along = answer(rows.map(([x, w]) => [x, x ** 3, w]), 'spearman', 'sampling').coefficient.estimate;
        const against = answer(rows.map(([x, w]) => [x, -x, w]), 'spearman', 'sampling').coefficient.estimate;
        expect([along, against]).toEqual([1, -1]);
        expect(answer(rows.map(([x, w]) => [x, 3 - 2 * x, w]), 'pearson', 'sampling').coefficient.estimate).toBe(-1);
      }),
    );
  });

  it('has no p where the effective sample size is 2 or less', () => {
    const { coefficient, tested } = answer([[1, 2, 100], [2, 1, 1], [3, 3, 1]], 'spearman', 'sampling');
    expect(coefficient.estimate).not.toBeNull();
    expect(tested).toEqual({ p: null, statistic: null, df: null, method: 't', error: null });
  });

  it('refuses a weight that is not above 0, and an interval that does not suit', () => {
    expect(() => answer([[1, 2, 1], [2, 1, 0], [3, 3, 1]], 'spearman', 'sampling')).toThrow(RangeError);
    expect(() => answer([[1, 2, 1], [2, 1, NaN], [3, 3, 1]], 'spearman', 'sampling')).toThrow(RangeError);
    const given = { method: 'pearson', weights: Float64Array.of(1), kind: 'sampling' } as const;
    expect(() => weightedCorrelation({ ...given, ci: 'bonett-wright' })).toThrow(RangeError);
  });

  it('plugs into correlateColumns, each pair on its rows', () => {
    const x = column('x', [1, 2, 4, 3, 5, 6]);
    const y = { ...column('y', [2, 1, 3, 5, 4, 9]), missing: Uint8Array.of(0, 1, 0, 0, 0, 0) };
    const weight = column('w', [1, 2, 0, 3, 1, 2]);
    const { size, ...options } = weightedCorrelation({ method: 'spearman', weights: weight.values, kind: 'frequency' });
    const rows = weightedRows(weight, Uint32Array.from(weight.values.keys()));
    const [found] = correlateColumns({ x: [x], y: [y], rows, options: { method: 'spearman', ...options } }).estimates;
    const written = spearman(Float64Array.of(1, 3, 3, 3, 5, 6, 6), Float64Array.of(2, 5, 5, 5, 4, 9, 9));
    expect(found).toMatchObject({ n: 4, df: 5, estimate: written.estimate });
    expect(size(pairOf(Float64Array.of(1, 2), Float64Array.of(1, 2)))).toBe(3);
  });
});

function answer(rows: readonly (readonly [number, number, number])[], method: Method, kind: Kind) {
  const pair = pairOf(Float64Array.from(rows, (row) => row[0]), Float64Array.from(rows, (row) => row[1]));
  const { coefficient, p } = weightedCorrelation({ method, weights: Float64Array.from(rows, (row) => row[2]), kind });
  const found = coefficient!(pair);
  return {
    coefficient: found,
    tested: found.estimate !== null && typeof p === 'function' ? (p(pair, found.estimate) as PValue) : null,
  };
}

function column(name: string, values: number[]): NumericColumn {
  return { kind: 'number', name, values: Float64Array.from(values), missing: new Uint8Array(values.length) };
}
