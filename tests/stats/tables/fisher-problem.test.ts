import { expect, it } from 'vitest';
import { fisherProblem } from '../../../src/stats/tables/fisher-problem.js';

it('fisherProblem stands a table upright and sorts its margins', () => {
  const { rows, columns } = fisherProblem([[1, 0, 7], [2, 3, 1]]);
  expect(rows).toEqual([3, 3, 8]);
  expect(columns).toEqual([6, 8]);
});

it('fisherProblem sums ln n! in whole units, the same in any order', () => {
  const { units, scale, logFactorial } = fisherProblem([[9, 4, 2], [3, 8, 1], [2, 2, 7]]);
  expect(units.every(Number.isSafeInteger)).toBe(true);
  expect(units[10] / scale).toBeCloseTo(logFactorial[10], 12);
  expect(logFactorial[10]).toBeCloseTo(Math.log(3628800), 13);
});

it('fisherProblem bounds the likeliest way to fill the last rows from below, and closely', () => {
  const { rows, columns, units, rest, constant, scale } = fisherProblem([[9, 4, 2], [3, 8, 1], [2, 2, 7]]);
  const [, second, third] = rows;
  // The last two rows, each column keeping what the first row does not take.
  const left = [columns[0] - 2, columns[1] - 4, columns[2] - (rows[0] - 6)];
  let least = Infinity;
  for (let a = 0; a <= left[0]; a++) {
    for (let b = 0; b <= left[1]; b++) {
      const c = second - a - b;
      if (c < 0 || c > left[2]) continue;
      const cells = [a, b, c, left[0] - a, left[1] - b, left[2] - c];
      least = Math.min(least, cells.reduce((sum, count) => sum + units[count], 0));
    }
  }
  expect(second + third).toBe(left.reduce((x, y) => x + y));
  const bound = left.reduce((sum, count) => sum + rest[2][count], constant[2]);
  expect(bound).toBeLessThanOrEqual(least);
  expect((least - bound) / scale).toBeLessThan(0.5);
});
