import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fisherProblem } from '../../../src/stats/tables/fisher-problem.js';
import { spreadRow } from '../../../src/stats/tables/fisher-spread.js';

const columnsAndRow = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 4 }).chain((columns) =>
  fc.tuple(
    fc.constant(columns),
    fc.integer({ min: 1, max: columns.reduce((a, b) => a + b) - 1 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ));

it('spreadRow tells every way below the ceiling, and cuts the rest at its chance: together 1', () => {
  fc.assert(fc.property(columnsAndRow, ([columns, row, share]) => {
    const all = columns.reduce((a, b) => a + b);
    const { logFactorial, units } = fisherProblem([columns, [row, ...columns.slice(1).map(() => 1)]]);
    const most = units[all];
    const told: number[] = [];
    let chance = 0;
    const ceiling = most * share;
    const toFill = { columns, row, logFactorial, units, rest: units, ceiling };
    const cut = spreadRow(toFill, { left: 1e6 }, (counts, cost, log) => {
      expect(counts.reduce((a, b) => a + b)).toBe(row);
      expect(counts.reduce((sum, count, j) => sum + units[count] + units[columns[j] - count], 0)).toBe(cost);
      told.push(cost);
      chance += Math.exp(log);
    });
    expect(told.every((cost) => cost < ceiling)).toBe(true);
    expect(chance + cut).toBeCloseTo(1, 12);
  }));
});

it('spreadRow cuts nothing under an infinite ceiling, and everything under 0', () => {
  const { logFactorial, units } = fisherProblem([[3, 2], [1, 4]]);
  let ways = 0;
  const fill = (ceiling: number): number =>
    spreadRow({ columns: [4, 6], row: 5, logFactorial, units, rest: units, ceiling }, { left: 100 }, () => ways++);
  expect(fill(Infinity)).toBe(0);
  expect(ways).toBe(5);
  expect(fill(0)).toBeCloseTo(1, 14);
});
