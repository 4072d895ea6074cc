import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherExact } from '../../../src/stats/tables/fisher-exact.js';
import { expectClose, goldenGroups, goldenJson, shared } from '../groups/golden-groups.js';
import { sharedTables } from './golden-tables.js';

/** R's uniroot stops here. */
const R_TOLERANCE = 2 ** -13;

const golden = goldenJson<{
  oddsRatio: { table: number[][]; p: number; estimate: number | 'Inf'; ci: [number, number | 'Inf'] }[];
}>('group-effects.json');
const twoByTwo = Object.entries(goldenGroups.tables).filter(([, { table }]) => table.flat().length === 4);

describe('fisherExact has R fisher.test\'s p, and with R\'s tolerance its odds ratio and limits', () => {
  it.each(twoByTwo)('%s', (_, { table, ...expected }) => {
    const found = fisherExact(table, 0.95, R_TOLERANCE);
    expectClose(found.p, expected.fisher);
    expectClose(found.pLess, expected.fisher_less);
    expectClose(found.pGreater, expected.fisher_greater);
    if (table.flat().filter((count) => count > 0).length < 3 && table[0][0] + table[0][1] === 0) {
      expect(found.oddsRatio).toMatchObject({ estimate: null, reason: 'empty-margin' });
      return;
    }
    expectClose(found.oddsRatio.estimate, expected.or);
    expectClose(found.oddsRatio.ciLow, expected.or_ci[0]);
    expectClose(found.oddsRatio.ciHigh, expected.or_ci[1]);
  });

  it.skipIf(shared.absent)(`the 2×2 tables of reference/statistics.json${shared.skipped}`, () => {
    const tables = sharedTables().filter(({ fisher_or }) => fisher_or !== null);
    expect(tables).toHaveLength(3);
    for (const { table, ...expected } of tables) {
      const found = fisherExact(table, 0.95, R_TOLERANCE);
      expectClose(found.p, expected.fisher_p);
      expectClose(found.pLess, expected.fisher_less);
      expectClose(found.pGreater, expected.fisher_greater);
      expectClose(found.oddsRatio.estimate, expected.fisher_or);
      expectClose(found.oddsRatio.ciLow, expected.fisher_ci![0]);
      expectClose(found.oddsRatio.ciHigh, expected.fisher_ci![1]);
    }
  });
});

describe('fisherExact solves for the odds ratio and its limits: mpmath at 30 digits (group-effects.py)', () => {
  it.each(golden.oddsRatio)('$table', ({ table, p, estimate, ci }) => {
    const { oddsRatio, ...found } = fisherExact(table);
    expectClose(found.p, p, 1e-12);
    expectClose(oddsRatio.estimate, estimate, 1e-12);
    expectClose(oddsRatio.ciLow, ci[0], 1e-12);
    expectClose(oddsRatio.ciHigh, ci[1], 1e-12);
  });
});

describe('fisherExact', () => {
  const count = fc.integer({ min: 0, max: 30 });
  it('keeps its p when rows or columns change places or the table is turned over', () => {
    fc.assert(fc.property(count, count, count, count, (a, b, c, d) => {
      fc.pre(a + b + c + d > 0);
      const { p, pLess } = fisherExact([[a, b], [c, d]]);
      expectClose(fisherExact([[c, d], [a, b]]).p, p, 1e-12);
      expectClose(fisherExact([[c, d], [a, b]]).pGreater, pLess, 1e-12);
      expectClose(fisherExact([[a, c], [b, d]]).p, p, 1e-12);
    }), { numRuns: 40 });
  });

  it('keeps a far tail', () => {
    // R: fisher.test(matrix(c(500, 1, 2, 500), 2))$p.value
    expectClose(fisherExact([[500, 2], [1, 500]]).p, 2.9311103633800327e-293, 1e-10);
  });

  it('counts tables exactly as likely as the observed one, whatever rounding says', () => {
    // Both ends of 5 among 10: 1/252 each.
    expectClose(fisherExact([[5, 0], [0, 5]]).p, 2 / 252, 1e-13);
    expect(fisherExact([[2, 3], [3, 2]]).p).toBe(1);
  });

  it('has p = 1 and no odds ratio where a margin is empty, and nothing for an empty table', () => {
    const { p, oddsRatio } = fisherExact([[0, 0], [3, 4]]);
    expect(p).toBe(1);
    expect(oddsRatio).toMatchObject({ estimate: null, reason: 'empty-margin' });
    expect(fisherExact([[0, 0], [0, 0]])).toMatchObject({ p: null, reason: 'empty-group' });
    expect(() => fisherExact([[1, 2, 3], [3, 2, 1]])).toThrow(RangeError);
  });
});
