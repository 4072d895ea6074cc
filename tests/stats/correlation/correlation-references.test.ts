import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { quantile } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { adjustP } from '../../../src/stats/adjust-p.js';
import { correlateColumns } from '../../../src/stats/correlation/correlate.js';
import { bonettWrightInterval, fiellerInterval, fisherInterval } from '../../../src/stats/correlation/intervals.js';
import { kendall, normalApproximation } from '../../../src/stats/correlation/kendall.js';
import { pairOf } from '../../../src/stats/correlation/pairs.js';
import { pearson } from '../../../src/stats/correlation/pearson.js';
import { spearman } from '../../../src/stats/correlation/spearman.js';
import { tApproximation } from '../../../src/stats/correlation/t-approximation.js';
import { complete, expectWithin, numberColumn } from './golden-correlation.js';

const SHARED = new URL('../../../../shared/', import.meta.url);
const here = existsSync(SHARED);
const skipped = here ? '' : ' (skipped: ../shared is absent)';
const read = (path: string): string => readFileSync(new URL(path, SHARED), 'utf8');

type Cells = (number | null)[];
type Expected = Record<string, number | null> & Record<string, Cells>;

interface Statistics {
  correlation: Record<string, { x: Cells; y: Cells; expect: Record<string, Expected> & { n: number } }>;
  p_adjust: Record<string, Record<string, Cells>>;
  quantiles: Record<string, number[]>;
}

/** R rounds in the last digits; near ±1 its own t and p are those of the rounding, and ours of a perfect ρ. */
const isPerfect = (rho: number): boolean => Math.abs(rho) > 1 - 1e-12;

describe.skipIf(!here)(`the fourteen data sets of reference/statistics.json, R 4.2.2${skipped}`, () => {
  const statistics: Statistics = here
    ? JSON.parse(read('reference/statistics.json'))
    : { correlation: {}, p_adjust: {}, quantiles: {} };

  it('are fourteen', () => expect(Object.keys(statistics.correlation)).toHaveLength(14));

  it.each(Object.entries(statistics.correlation))('%s', (_, data) => {
    const [x, y] = complete(data);
    const { n, spearman: rho, pearson: r, kendall_tau_b: tau } = data.expect;
    expect(x).toHaveLength(n);
    const estimate = spearman(x, y).estimate;
    if (rho['rho'] === null) {
      expect([estimate, pearson(x, y).estimate, kendall(x, y).estimate]).toEqual([null, null, null]);
      return;
    }
    expectWithin(kendall(x, y).estimate, tau['tau'], 1e-12);
    expectWithin(normalApproximation(pairOf(x, y)).statistic, tau['z']);
    expectWithin(normalApproximation(pairOf(x, y)).p, tau['p_normal']);
    expectWithin(pearson(x, y).estimate, r['r'], 1e-12);
    expectWithin(estimate, rho['rho'], 1e-12);
    if (isPerfect(rho['rho']!)) {
      expect([estimate, pearson(x, y).estimate, kendall(x, y).estimate]).toEqual([-1, -1, -1]);
      return;
    }
    const test = tApproximation(estimate!, n);
    expect(test.df).toBe(rho['df']);
    expectWithin(test.statistic, rho['t']);
    expectWithin(test.p, rho['p_t']);
    expectWithin(tApproximation(pearson(x, y).estimate!, n).p, r['p']);
    const intervals = [
      [fisherInterval(estimate!, n, 0.95), rho['ci95_fisher']],
      [fiellerInterval('spearman', estimate!, n, 0.95), rho['ci95_fieller']],
      [bonettWrightInterval(estimate!, n, 0.95), rho['ci95_bonett_wright']],
      [bonettWrightInterval(estimate!, n, 0.9), rho['ci90_bonett_wright']],
      [fisherInterval(pearson(x, y).estimate!, n, 0.95), r['ci95']],
    ] as unknown as [{ low: number; high: number }, [number, number]][];
    for (const [{ low, high }, expected] of intervals) {
      expectWithin(low, expected[0]);
      expectWithin(high, expected[1]);
    }
    for (const [variable, values] of [['x', x], ['y', y]] as const) {
      const { probs, [variable]: quantiles } = data.expect['quantile7'] as unknown as Record<string, number[]>;
      probs.forEach((p, i) => expectWithin(quantile([...values], p), quantiles[i]));
    }
  });

  it.each(Object.entries(statistics.p_adjust))('p_adjust %s', (_, family) => {
    const named = { holm: 'holm', hochberg: 'hochberg', bh: 'BH', by: 'BY', bonferroni: 'bonferroni' } as const;
    for (const [ours, theirs] of Object.entries(named)) {
      adjustP(family['p'], ours as keyof typeof named).forEach((p, i) => expectWithin(p, family[theirs][i]));
    }
  });

  it('quantiles of type 7', () => {
    const { x, probs, type7 } = statistics.quantiles;
    probs.forEach((p, i) => expectWithin(quantile(x, p), type7[i]));
  });
});

interface ReferencePair {
  x: string; y: string; n: number; rho: number; p_t: number; p_t_holm: number; p_t_BH: number;
  ci95_fisher_z: [number, number]; ci95_bonett_wright: [number, number];
}

type Table = Record<string, string>[];
const table = (path: string): Table =>
  Papa.parse<Record<string, string>>(read(path), { header: true, skipEmptyLines: true }).data;
const numberOf = (cell: string): number | null => (cell === '' || cell === 'NA' ? null : Number(cell));
const cells = (rows: Table, name: string): Cells => rows.map((row) => numberOf(row[name]));

/** The mean of the items, those with a minus as 7 − x; missing where any item is. */
function score(rows: Table, keys: string[]): Cells {
  return rows.map((row) => {
    let sum = 0;
    for (const key of keys) {
      const answer = numberOf(row[key.replace('-', '')]);
      if (answer === null) return null;
      sum += key.startsWith('-') ? 7 - answer : answer;
    }
    return sum / keys.length;
  });
}

const bfi = (): Record<string, Cells> => {
  const rows = table('data/psych-bfi/bfi.csv');
  const keys = table('data/psych-bfi/bfi.keys.csv');
  const scale = (name: string): [string, Cells] => [name, score(rows, keys.map((row) => row[name]))];
  return Object.fromEntries([
    ...['agree', 'conscientious', 'extraversion', 'neuroticism', 'openness'].map(scale),
    ...['age', 'education'].map((name) => [name, cells(rows, name)]),
  ]);
};

const columnsOf = (path: string, keep: (row: Record<string, string>) => boolean = () => true) => () => {
  const rows = table(path).filter(keep);
  return Object.fromEntries(Object.keys(rows[0]).map((name) => [name, cells(rows, name)]));
};

const NHANES = 'data/nhanes-t2d/nhanes_2017_2018.csv';
const SETS: readonly [folder: string, key: string, pairs: number, load: () => Record<string, Cells>][] = [
  ['nhanes-t2d', 'spearman_all', 36, columnsOf(NHANES)],
  ['nhanes-t2d', 'spearman_age20plus', 36, columnsOf(NHANES, (row) => Number(row['age']) >= 20)],
  ['psych-bfi', 'spearman', 21, bfi],
  ['la-moodle', 'spearman_log_vs_grade', 21, columnsOf('data/la-moodle/expected_per_user.csv')],
  ['la-moodle', 'spearman_published_frequencies', 15, columnsOf('data/la-moodle/AllCombined.csv')],
  ['mldatar-prediabetes', 'spearman', 15, columnsOf('data/mldatar-prediabetes/PreDiabetes.csv')],
  ['r-attitude', 'spearman', 21, columnsOf('data/r-attitude/attitude.csv')],
];

describe.skipIf(!here)(`correlateColumns gives R's ρ, n, p, intervals, Holm and BH on real data${skipped}`, () => {
  it.each(SETS)('%s, %s: %i pairs', (folder, key, pairs, load) => {
    const reference = JSON.parse(read(`data/${folder}/reference.json`))[key] as ReferencePair[];
    expect(reference).toHaveLength(pairs);
    const data = load();
    const names = [...new Set(reference.flatMap(({ x, y }) => [x, y]))];
    const columns = names.map((name) => numberColumn(name, data[name]));
    const [holm, bh, fisher] = ([{ adjust: 'holm' }, { adjust: 'bh' }, { ci: 'fisher' }] as const).map((options) => {
      const { estimates } = correlateColumns({ x: columns, y: null, options });
      return new Map(estimates.map((estimate) => [[estimate.x, estimate.y].sort().join(), estimate]));
    });
    for (const expected of reference) {
      const pair = [expected.x, expected.y].sort().join();
      const actual = holm.get(pair)!;
      expect(actual.n, pair).toBe(expected.n);
      expectWithin(actual.estimate, expected.rho);
      expectP(actual.p, expected.p_t);
      expectP(actual.pAdjusted, expected.p_t_holm);
      expectP(bh.get(pair)!.pAdjusted, expected.p_t_BH);
      expectWithin(actual.ciLow, expected.ci95_bonett_wright[0]);
      expectWithin(actual.ciHigh, expected.ci95_bonett_wright[1]);
      expectWithin(fisher.get(pair)!.ciLow, expected.ci95_fisher_z[0]);
      expectWithin(fisher.get(pair)!.ciHigh, expected.ci95_fisher_z[1]);
    }
  });
});

/** R prints 0 where p is below the smallest double; ours may still be a subnormal there. */
function expectP(actual: number | null, expected: number): void {
  if (expected === 0) expect(actual).toBeLessThan(1e-300);
  else expectWithin(actual, expected);
}
