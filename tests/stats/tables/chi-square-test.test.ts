import { describe, expect, it } from 'vitest';
import { chiSquareTest } from '../../../src/stats/tables/chi-square-test.js';
import { expectClose, goldenGroups, shared } from '../groups/golden-groups.js';
import { sharedTables } from './golden-tables.js';

describe('chiSquareTest is R chisq.test, with and without correct = TRUE', () => {
  it.each(Object.entries(goldenGroups.tables))('%s', (_, { table, ...expected }) => {
    const plain = chiSquareTest(table);
    if (expected.p === null) {
      expect(plain).toMatchObject({ statistic: null, p: null, reason: 'empty-margin' });
      return;
    }
    const yates = chiSquareTest(table, true);
    expectClose(plain.statistic, expected.chisq);
    expect(plain.df).toBe(expected.df);
    expectClose(plain.p, expected.p);
    // Where the correction takes everything off, R leaves a rounding error of 6e-28.
    if (expected.yates! < 1e-20) expect(yates.statistic).toBeLessThan(1e-20);
    else expectClose(yates.statistic, expected.yates);
    expectClose(yates.p, expected.yates_p);
    expect(yates.pMethod).toBe(table.length === 2 && table[0].length === 2 ? 'chi-square-yates' : 'chi-square');
    plain.expected.flat().forEach((count, i) => expectClose(count, expected.expected.flat()[i], 1e-14));
    expectClose(plain.smallestExpected, Math.min(...expected.expected.flat()), 1e-14);
  });

  it.skipIf(shared.absent)(`the tables of reference/statistics.json${shared.skipped}`, () => {
    for (const { table, ...expected } of sharedTables()) {
      const plain = chiSquareTest(table);
      const yates = chiSquareTest(table, true);
      expectClose(plain.statistic, expected.chisq);
      expectClose(plain.p, expected.p);
      expect(plain.df).toBe(expected.df);
      expectClose(yates.statistic, expected.chisq_yates);
      expectClose(yates.p, expected.p_yates);
      plain.expected.flat().forEach((count, i) => expectClose(count, expected.expected_row_major[i]));
    }
  });
});

describe.skipIf(shared.absent)(`chiSquareTest on published tables${shared.skipped}`, () => {
  it('MRC (1948), streptomycin: improvement 38/55 against 17/52, death 4/55 against 14/52', () => {
    const [, ...rows] = shared.cells('cases/mrc1948_streptomycin/data.csv');
    const table = (column: number, yes: string): number[][] => ['Streptomycin', 'Control'].map((arm) => {
      const inArm = rows.filter((row) => row[2] === arm);
      const hits = inArm.filter((row) => row[column] === yes).length;
      return [hits, inArm.length - hits];
    });
    const died = table(12, '1');
    expect(died).toEqual([[4, 51], [14, 38]]);
    expectClose(chiSquareTest(died).p, 0.006609568301597533);
    // published.json computes the text's "less than one in a million" from considerable improvement, 28 against 4.
    const improved = table(12, '6');
    expectClose(chiSquareTest(improved).p, 1.0607435600120197e-6);
    expect(chiSquareTest(improved, true).p!.toExponential(2)).toBe('3.03e-6');
    expect(chiSquareTest(died, true).p!.toFixed(4)).toBe('0.0140');
  });

  it('Bertrand & Mullainathan (2004), call-backs by race: p = 0.0000, and 0.0513 among men', () => {
    const [header, ...rows] = shared.cells('cases/bertrand2004_resume/data.csv');
    const [call, race, gender] = ['received_callback', 'race', 'gender'].map((name) => header.indexOf(name));
    const table = (chosen: string[][]): number[][] => ['white', 'black'].map((name) =>
      ['1', '0'].map((answer) => chosen.filter((row) => row[race] === name && row[call] === answer).length));
    // A two-proportion z with pooled variance is χ² without correction.
    expectClose(chiSquareTest(table(rows)).p, 3.983886837585077e-5, 1e-9);
    expect(chiSquareTest(table(rows.filter((row) => row[gender] === 'm'))).p!.toFixed(4)).toBe('0.0513');
  });

  it('Freedman, Pisani & Purves, Berkeley admissions: department A favours women, the whole men', () => {
    const [, ...rows] = shared.cells('cases/freedman_ucb_admissions/data.csv');
    const count = (departments: string, gender: string, admit: string): number => rows
      .filter((row) => row[1] === admit && row[2] === gender && departments.includes(row[3]))
      .reduce((n, row) => n + Number(row[4]), 0);
    const table = (departments: string): number[][] => ['Male', 'Female'].map((gender) =>
      ['Admitted', 'Rejected'].map((admit) => count(departments, gender, admit)));
    expect(table('A')).toEqual([[512, 313], [89, 19]]);
    // chisq.test(apply(UCBAdmissions, c(1, 2), sum), correct = FALSE): X-squared = 92.205
    expect(chiSquareTest(table('ABCDEF')).statistic!.toFixed(3)).toBe('92.205');
    expect(chiSquareTest(table('A')).statistic!.toFixed(3)).toBe('17.248');
  });
});

it('chiSquareTest has one row too few, and reads whole counts only', () => {
  expect(chiSquareTest([[3, 4]])).toMatchObject({ p: null, reason: 'too-few' });
  expect(chiSquareTest([])).toMatchObject({ p: null, reason: 'too-few' });
  expect(() => chiSquareTest([[1, 2], [3]])).toThrow(RangeError);
  expect(() => chiSquareTest([[1, 2], [3, -1]])).toThrow(RangeError);
  expect(() => chiSquareTest([[1, 2], [3, 0.5]])).toThrow(RangeError);
});
