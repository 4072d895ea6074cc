import { expect, it } from 'vitest';
import { margins, tableReason } from '../../../src/stats/tables/contingency-table.js';

it('margins are the totals of rows, of columns and of all', () => {
  expect(margins([[3, 1, 0], [1, 3, 5]])).toEqual({ rows: [4, 9], columns: [4, 4, 5], n: 13 });
  expect(margins([])).toEqual({ rows: [], columns: [], n: 0 });
});

it('margins need rows of one length and whole counts from 0', () => {
  expect(() => margins([[1, 2], [3]])).toThrow('rows of one length, not 2 and 1');
  expect(() => margins([[1, 2.5]])).toThrow('whole counts from 0, not 2.5');
  expect(() => margins([[1, -1]])).toThrow(RangeError);
  expect(() => margins([[1, NaN]])).toThrow(RangeError);
});

it('tableReason says why a table measures no association', () => {
  expect(tableReason(margins([[1, 2]]))).toBe('too-few');
  expect(tableReason(margins([[1], [2]]))).toBe('too-few');
  expect(tableReason(margins([[0, 0], [1, 2]]))).toBe('empty-margin');
  expect(tableReason(margins([[0, 1], [1, 0]]))).toBeNull();
});
