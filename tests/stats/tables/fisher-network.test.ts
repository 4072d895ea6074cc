import { expect, it } from 'vitest';
import { fisherNetworkP } from '../../../src/stats/tables/fisher-network.js';
import { goldenJson } from '../groups/golden-groups.js';

const golden = goldenJson<Record<string, { table: number[][]; p: number }>>('fisher-rxc.json');

it('fisherNetworkP keeps the digits of a far tail: 5.28e-14 by whole-number arithmetic', () => {
  const { table, p } = golden['strong3x3'];
  expect(Math.abs(fisherNetworkP(table, { left: 1e6 })! / p - 1)).toBeLessThan(1e-11);
});

it('fisherNetworkP gives up when its budget is used up, at every stage', () => {
  const { table } = golden['sparse6x5'];
  for (const left of [0, 50, 300, 1000, 3000]) expect(fisherNetworkP(table, { left })).toBeNull();
  expect(fisherNetworkP(table, { left: 1e6 })).not.toBeNull();
});

it('fisherNetworkP does little work where little is open: a hundred thousand observations', () => {
  const budget = { left: 2e7 };
  expect(fisherNetworkP([[30_120, 20_070], [18_210, 12_100], [11_900, 7_600]], budget)).toBeGreaterThan(0);
  expect(budget.left).toBeGreaterThan(0);
});
