import { describe, expect, it } from 'vitest';
import { noncentralChiSquareCdf } from '../../../src/numeric/noncentral-chi-square.js';
import { chiSquareTest } from '../../../src/stats/tables/chi-square-test.js';
import { cramersV } from '../../../src/stats/tables/cramers-v.js';
import { expectClose, shared } from '../groups/golden-groups.js';
import { sharedTables } from './golden-tables.js';

describe('cramersV', () => {
  it.skipIf(shared.absent)(`is that of reference/statistics.json for its six tables${shared.skipped}`, () => {
    const tables = sharedTables();
    expect(tables).toHaveLength(6);
    for (const { table, cramers_v } of tables) expectClose(cramersV(table).plain.estimate, cramers_v);
  });

  it('takes Bergsma\'s (2013) bias off: by hand for χ² = 12 in a 3×4 table of 60', () => {
    // Three diagonal blocks of 12 in 20 a row: φ² − 6/59 over min(3 − 4/59, 4 − 9/59) − 1.
    const table = [[12, 3, 3, 2], [3, 12, 3, 2], [3, 3, 3, 11]];
    const phi = chiSquareTest(table).statistic! / 60;
    expectClose(cramersV(table).biasCorrected.estimate, Math.sqrt((phi - 6 / 59) / (2 - 4 / 59)), 1e-14);
  });

  it('is 0 without its bias where χ² is below its degrees of freedom, and its interval then begins at 0', () => {
    const { plain, biasCorrected } = cramersV([[10, 11], [12, 12]]);
    expect(plain.estimate).toBeGreaterThan(0);
    expect(biasCorrected).toMatchObject({ estimate: 0, ciLow: 0 });
    expect(biasCorrected.ciHigh).toBe(plain.ciHigh);
  });

  it('has for limits the V under which χ² lies at the ends of its distribution', () => {
    const table = [[12, 7], [5, 30]];
    const { statistic } = chiSquareTest(table);
    const { ciLow, ciHigh } = cramersV(table).plain;
    expect(noncentralChiSquareCdf(statistic!, 1, 54 * ciLow! ** 2)).toBeCloseTo(0.975, 11);
    expect(noncentralChiSquareCdf(statistic!, 1, 54 * ciHigh! ** 2)).toBeCloseTo(0.025, 11);
  });

  it('is 1 for a table with one cell a row', () => {
    const { plain, biasCorrected } = cramersV([[9, 0, 0], [0, 4, 0], [0, 0, 7]]);
    expectClose(plain.estimate, 1, 1e-14);
    expect(plain.ciHigh).toBe(1);
    expectClose(biasCorrected.estimate, 1, 1e-14);
  });

  it('is undefined with an empty row', () => {
    expect(cramersV([[0, 0], [3, 4]]).biasCorrected).toMatchObject({ estimate: null, reason: 'empty-margin' });
  });
});
