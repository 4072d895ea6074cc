import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../src/numeric/random.js';
import { chiSquareTest } from '../../../src/stats/tables/chi-square-test.js';
import { fisherMonteCarlo } from '../../../src/stats/tables/fisher-monte-carlo.js';
import { expectClose, goldenJson } from '../groups/golden-groups.js';

const golden = goldenJson<Record<string, { table: number[][]; p: number }>>('fisher-rxc.json');

describe('fisherMonteCarlo', () => {
  const cases = Object.entries(golden).filter(([, { p }]) => p > 1e-3);
  it.each(cases)('is within four standard errors of the exact p: %s', (name, { table, p }) => {
    const draws = 20_000;
    const found = fisherMonteCarlo(table, randomStream(20130501, 'fisher', name), draws);
    expect(Math.abs(found.extreme / draws - p)).toBeLessThanOrEqual(4 * Math.sqrt((p * (1 - p)) / draws));
    expectClose(found.p, (found.extreme + 1) / (draws + 1), 1e-15);
  });

  it('is near chi-square where counts are large', () => {
    const table = [[1210, 1302, 988], [2410, 2398, 2192], [800, 811, 689]];
    const { low, high } = fisherMonteCarlo(table, randomStream(1, 'large'), 20_000);
    expect(low).toBeLessThan(chiSquareTest(table).p! + 0.002);
    expect(high).toBeGreaterThan(chiSquareTest(table).p! - 0.002);
  });
});
