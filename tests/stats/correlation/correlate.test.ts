import { describe, expect, it } from 'vitest';
import { adjustP } from '../../../src/stats/adjust-p.js';
import { correlateColumns, correlationSteps } from '../../../src/stats/correlation/correlate.js';
import type { CorrelationInput } from '../../../src/stats/correlation/correlate.js';
import type { CorrelationName } from '../../../src/results/correlation.js';
import { bonettWrightInterval } from '../../../src/stats/correlation/intervals.js';
import { kendall } from '../../../src/stats/correlation/kendall.js';
import { pearson } from '../../../src/stats/correlation/pearson.js';
import { spearman } from '../../../src/stats/correlation/spearman.js';
import { tApproximation } from '../../../src/stats/correlation/t-approximation.js';
import { complete, numberColumn } from './golden-correlation.js';

/** Columns of pseudo-random Likert answers and measurements, some with holes; the same on every run. */
function survey(rows: number, columns: number, holes: boolean) {
  let state = 12345;
  const next = (): number => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
  return Array.from({ length: columns }, (_, j) => {
    const values = Array.from({ length: rows }, () => (j % 2 === 0 ? Math.floor(next() * 6) + 1 : next() * 9 + 4));
    const kept = values.map((value) => (holes && j % 3 > 0 && next() < 0.15 ? null : value));
    return numberColumn(`v${j}`, kept, `Variable ${j}`);
  });
}

const nullable = ({ values, missing }: { values: Float64Array; missing: Uint8Array }): (number | null)[] =>
  Array.from(values, (value, row) => (missing[row] === 0 ? value : null));

const coefficients = { spearman, kendall, pearson };

describe('correlateColumns over a matrix gives the very bits of each pair on its own', () => {
  const cases = (['spearman', 'kendall', 'pearson'] as const)
    .flatMap((method): [CorrelationName, boolean][] => [[method, false], [method, true]]);
  it.each(cases)('%s, with missing values: %s', (method, holes) => {
    const columns = survey(80, 9, holes);
    const { estimates } = correlateColumns({ x: columns, y: null, options: { method, ci: 'none' } });
    expect(estimates).toHaveLength(36);
    for (const { x, y, n, estimate } of estimates) {
      const [a, b] = [x, y].map((name) => nullable(columns.find((column) => column.name === name)!));
      const [ofX, ofY] = complete({ x: a, y: b });
      expect(n).toBe(ofX.length);
      expect(estimate).toBe(coefficients[method](ofX, ofY).estimate);
    }
  });
  it('in the order of the lower triangle, row by row', () => {
    const { estimates } = correlateColumns({ x: survey(10, 4, false), y: null });
    expect(estimates.map(({ x, y }) => `${x} ${y}`)).toEqual(['v1 v0', 'v2 v0', 'v2 v1', 'v3 v0', 'v3 v1', 'v3 v2']);
  });
});

describe('correlateColumns with an outcome', () => {
  const [outcome, ...features] = survey(60, 5, true);
  const analysis = correlateColumns({ x: features, y: [outcome] });

  it('fills in every field: Bonett-Wright, t and Holm by default', () => {
    const [first] = analysis.estimates;
    const [x, y] = complete({ x: nullable(features[0]), y: nullable(outcome) });
    const { estimate } = spearman(x, y);
    const { low, high } = bonettWrightInterval(estimate!, x.length, 0.95);
    const { p, statistic, df } = tApproximation(estimate!, x.length);
    expect(first).toEqual({
      x: 'v1', y: 'v0', by: null, n: x.length, estimate, ciLow: low, ciHigh: high,
      statistic, df, p, pMethod: 't', pError: null,
      pAdjusted: adjustP(analysis.estimates.map((one) => one.p), 'holm')[0],
    });
  });
  it('summarises each column on its own present values', () => {
    const [summary] = analysis.variables;
    const present = nullable(features[0]).filter((value) => value !== null);
    expect(summary).toMatchObject({ name: 'v1', label: 'Variable 1', by: null, n: present.length });
    expect(summary.mean).toBeCloseTo(present.reduce((a, b) => a + b) / present.length, 12);
    expect(analysis.variables.map(({ name }) => name)).toEqual(['v1', 'v2', 'v3', 'v4', 'v0']);
  });
  it('never correlates a column with itself', () => {
    expect(correlateColumns({ x: [outcome, ...features], y: [outcome] }).estimates).toHaveLength(4);
  });
  it('counts the rows of which each column has a value', () => {
    expect(analysis.findings.find(({ code }) => code === 'unequal-n')).toEqual({
      code: 'unequal-n', by: null, least: Math.min(...analysis.estimates.map(({ n }) => n)), most: 60,
    });
  });
});

describe('the choices of correlateColumns', () => {
  const columns = survey(40, 3, false);
  it('adjust none leaves pAdjusted null', () => {
    const { estimates } = correlateColumns({ x: columns, y: null, options: { adjust: 'none' } });
    expect(estimates.every(({ pAdjusted, p }) => pAdjusted === null && p !== null)).toBe(true);
  });
  it('ci none leaves the bounds null', () => {
    const { estimates } = correlateColumns({ x: columns, y: null, options: { ci: 'none' } });
    expect(estimates.every(({ ciLow, ciHigh }) => ciLow === null && ciHigh === null)).toBe(true);
  });
  it('kendall tests by the normal distribution, without df', () => {
    const [first] = correlateColumns({ x: columns, y: null, options: { method: 'kendall' } }).estimates;
    expect(first).toMatchObject({ pMethod: 'normal', df: null });
  });
  it('an interval that does not suit the coefficient is refused', () => {
    const unfit = { method: 'kendall', ci: 'bonett-wright' } as const;
    expect(() => correlateColumns({ x: columns, y: null, options: unfit })).toThrow(RangeError);
  });
  it('a p, an interval and a coefficient of one\'s own plug in, and see the rows of the pair', () => {
    const seen: number[][] = [];
    const input: CorrelationInput = {
      x: [numberColumn('a', [1, null, 3, 4, 6]), numberColumn('b', [2, 2, 1, 5, null])],
      y: null,
      options: {
        adjust: 'none',
        coefficient: () => ({ estimate: 0.25, reason: null }),
        p: (pair, estimate) => {
          seen.push([...pair.rows]);
          return { p: estimate / 5, statistic: null, df: null, method: 'exact', error: 1e-12 };
        },
        ci: () => ({ low: -0.5, high: 0.75, reason: null }),
      },
    };
    expect(correlateColumns(input).estimates).toEqual([{
      x: 'b', y: 'a', by: null, n: 3, estimate: 0.25, ciLow: -0.5, ciHigh: 0.75,
      statistic: null, df: null, p: 0.05, pMethod: 'exact', pError: 1e-12, pAdjusted: null,
    }]);
    expect(seen).toEqual([[0, 2, 3]]);
  });
  it('a long method goes by steps, each the share of its pair that is done', () => {
    const steps = correlationSteps({
      x: columns,
      y: null,
      options: {
        *p() {
          yield 0.25;
          yield 0.75;
          return { p: 0.5, statistic: null, df: null, method: 'permutation', error: null };
        },
      },
    });
    const told: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      expect(step.value.total).toBe(3);
      told.push(step.value.done);
    }
    expect(told.filter((done) => done > 1 && done < 2)).toEqual([1.25, 1.75]);
    expect(step.value.estimates).toHaveLength(3);
    for (const estimate of step.value.estimates) expect(estimate).toMatchObject({ p: 0.5, pMethod: 'permutation' });
  });
});

describe('the rows of correlateColumns', () => {
  const x = numberColumn('x', [1, 2, 3, 4, null, 6, 7, 8]);
  const y = numberColumn('y', [2, 1, 4, 3, 6, null, 8, 7]);
  const z = numberColumn('z', [null, 3, 1, 2, 9, 8, 7, 4]);

  it('are those selected, and the rest is counted under where', () => {
    const { n, estimates } = correlateColumns({ x: [x], y: [y], rows: Uint32Array.of(0, 1, 2, 3, 4) });
    expect(n).toEqual({ rows: 8, used: 4, excludedBy: { where: 3, pairwise: 1 } });
    expect(estimates[0].n).toBe(4);
  });
  it('are the complete ones of all columns under listwise deletion', () => {
    const { n, estimates, variables } = correlateColumns({ x: [x, y, z], y: null, options: { missing: 'listwise' } });
    expect(n).toEqual({ rows: 8, used: 5, excludedBy: { listwise: 3 } });
    expect(estimates.map((estimate) => estimate.n)).toEqual([5, 5, 5]);
    expect(variables.map((variable) => variable.n)).toEqual([5, 5, 5]);
  });
  it('count as used under pairwise deletion when they are in at least one complete pair', () => {
    const { n, estimates } = correlateColumns({ x: [x, y, z], y: null });
    expect(n).toEqual({ rows: 8, used: 8, excludedBy: {} });
    expect(estimates.map((estimate) => estimate.n)).toEqual([6, 6, 6]);
  });
  it('do not count as used without an outcome, however many features they have', () => {
    const outcome = numberColumn('outcome', [1, 2, 4, null, 3, 5]);
    const features = [numberColumn('a', [1, 3, 2, 4, 5, null]), numberColumn('b', [2, 1, 3, 4, 6, null])];
    const { n } = correlateColumns({ x: features, y: [outcome] });
    expect(n).toEqual({ rows: 6, used: 4, excludedBy: { pairwise: 2 } });
  });
  it('do not count as used with a single value', () => {
    const columns = [[1, 2, 3, 4], [2, 1, 3, null], [1, 3, 2, null]].map((values, j) => numberColumn(`v${j}`, values));
    expect(correlateColumns({ x: columns, y: null }).n).toEqual({ rows: 4, used: 3, excludedBy: { pairwise: 1 } });
  });
  it('are split by a column, each level with its own estimates, summaries and family', () => {
    const by = {
      kind: 'nominal' as const,
      name: 'arm',
      values: ['b', 'a', 'b', 'a', 'b', 'a', 'b', ''],
      missing: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1),
    };
    const full = ['x', 'y', 'z'].map((name, j) =>
      numberColumn(name, [5, 3, 8, 1, 9, 2, 7, 4].map((value, i) => (value * (j + 2) + i * j) % 7)));
    const { n, estimates, variables } = correlateColumns({ x: full, y: null, by });
    expect(n).toEqual({ rows: 8, used: 7, excludedBy: { by: 1 } });
    expect(estimates.map((estimate) => estimate.by)).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
    expect(estimates.map((estimate) => estimate.n)).toEqual([3, 3, 3, 4, 4, 4]);
    expect(variables.map((variable) => variable.by)).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
    for (const level of ['a', 'b']) {
      const family = estimates.filter((estimate) => estimate.by === level);
      expect(family.map(({ pAdjusted }) => pAdjusted)).toEqual(adjustP(family.map(({ p }) => p), 'holm'));
    }
  });
});

describe('what correlateColumns finds', () => {
  const x = numberColumn('x', [1, 2, 3, 4, 5, 6]);
  const other = numberColumn('other', [2, 1, 4, 3, 6, 5]);

  it('a constant column, once, and no p for any of its pairs', () => {
    const flat = numberColumn('flat', [0.7, 0.7, 0.7, 0.7, 0.7, 0.7]);
    const { estimates, findings, variables } = correlateColumns({ x: [x, flat, other], y: null });
    expect(findings).toContainEqual({ code: 'column-undefined', column: 'flat', by: null, n: 6, reason: 'constant' });
    expect(findings.filter(({ code }) => code === 'pair-undefined')).toEqual([]);
    expect(estimates[0]).toMatchObject({ n: 6, estimate: null, p: null, pMethod: null, ciLow: null, pAdjusted: null });
    expect(estimates[1].pAdjusted).toBe(estimates[1].p);
    expect(variables[1].mean).toBeCloseTo(0.7, 15);
    expect(variables[1].sd).toBe(0);
  });
  it('a column with fewer than three values', () => {
    const few = numberColumn('few', [1, null, null, null, null, null]);
    const { findings, variables } = correlateColumns({ x: [x, few], y: null });
    expect(findings).toContainEqual({
      code: 'column-undefined', column: 'few', by: null, n: 1, reason: 'too-few-values',
    });
    expect(variables[1]).toMatchObject({ n: 1, mean: 1, sd: null });
  });
  it('a column that is constant only among the complete pairs', () => {
    const y = numberColumn('y', [7, 7, 7, 7, 1, 2]);
    const z = numberColumn('z', [1, 2, 3, 4, null, null]);
    expect(correlateColumns({ x: [z], y: [y] }).findings).toContainEqual({
      code: 'pair-undefined', x: 'z', y: 'y', by: null, n: 4, reason: 'constant', column: 'y',
    });
  });
  it('a pair that overlaps in fewer than three rows', () => {
    const early = numberColumn('early', [1, 2, 3, 4, null, null]);
    const late = numberColumn('late', [null, null, 3, 4, 5, 6]);
    expect(correlateColumns({ x: [early], y: [late] }).findings).toContainEqual({
      code: 'pair-undefined', x: 'early', y: 'late', by: null, n: 2, reason: 'too-few-pairs', column: null,
    });
  });
  it('a perfect correlation, which has neither t nor interval', () => {
    const { estimates, findings } = correlateColumns({ x: [x], y: [numberColumn('y', [9, 8, 7, 6, 5, 4])] });
    expect(estimates[0]).toMatchObject({ estimate: -1, statistic: null, df: 4, p: 0, ciLow: null, ciHigh: null });
    expect(findings).toEqual([{ code: 'perfect', x: 'x', y: 'y', by: null, n: 6, estimate: -1 }]);
  });
  it('an estimate that is too small for an interval', () => {
    const three = { x: [numberColumn('x', [1, 2, 3])], y: [numberColumn('y', [2, 1, 3])] };
    expect(correlateColumns(three).findings).toEqual([
      { code: 'interval-undefined', x: 'x', y: 'y', by: null, n: 3, reason: 'too-few-pairs' },
    ]);
    expect(correlateColumns({ ...three, options: { ci: 'none' } }).findings).toEqual([]);
  });
  it('ties, in so many of all pairs', () => {
    const tied = numberColumn('tied', [1, 1, 2, 3, 4, 0]);
    expect(correlateColumns({ x: [x, tied, other], y: null }).findings).toEqual([{ code: 'ties', pairs: 2, of: 3 }]);
  });
  it('nothing in no columns', () => {
    const nothing = { estimates: [], variables: [], findings: [], n: { rows: 0, used: 0, excludedBy: {} } };
    expect(correlateColumns({ x: [], y: null })).toMatchObject(nothing);
  });
});
