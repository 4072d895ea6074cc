import { describe, expect, it } from 'vitest';
import { compareRecord } from '../../../src/commands/compare/compare-record.js';
import type { CompareOptions } from '../../../src/commands/compare/compare-request.js';
import { compareData, effectTable, postHocTables } from '../../../src/present/compare/compare-details.js';
import { compareTable } from '../../../src/present/compare/compare-table.js';
import type { CompareRecord } from '../../../src/results/compare.js';
import type { Table } from '../../../src/results/table.js';
import { smallDataset } from '../../dataset/small-dataset.js';

const APA = { alpha: 0.05, digits: 2, style: 'apa' } as const;

const study = smallDataset({
  arm: [...Array<string>(8).fill('after'), ...Array<string>(8).fill('before')],
  age: [41, 52, 63, 48, 44, 55, 66, 47, 50, 71, 39, 58, 62, 45, 53, 49],
  use: [1, 2, 2, 1, 3, 2, 1, 2, 4, 5, 3, 6, 5, 4, 6, null],
  sex: ['f', 'm', 'f', 'f', 'm', 'm', 'f', 'f', 'm', 'm', 'f', 'm', 'f', 'm', 'm', 'f'],
  place: ['home', 'work', 'bus', 'home', 'home', 'bus', 'work', 'home', 'bus', 'bus', 'work', 'work', 'home', 'bus', 'bus', 'work'],
  same: Array<number>(16).fill(3),
}, { use: 'ordinal' });

const record = (options: CompareOptions = {}): Promise<CompareRecord> => compareRecord(study, { by: 'arm', ...options }, { tool: 'test' });
const texts = ({ rows }: Table): string[][] => rows.map((row) => row.map(({ text }) => text.replaceAll('=\u00a0', '= ')));

describe('compareTable reads like the table of a paper', async () => {
  const table = compareTable(await record({ test: ['age=welch'] }), APA);

  it('has a column for each group with its size, then test, effect, interval and p', () => {
    expect(table.columns.map(({ header }) => header)).toEqual(['Variable', 'after (n\u00a0=\u00a08)', 'before (n\u00a0=\u00a08)', 'Test', 'Effect', '95% CI', 'p', 'p (Holm)']);
    expect(table.caption).toBe('Comparison by arm (survey.csv, 16 rows)');
  });

  // Means, SDs, t and df by R 4.2.2's t.test; quartiles by its quantile.
  it('puts means beside a test of means, medians beside ranks, counts beside a table', () => {
    const rows = texts(table);
    expect(rows[0].slice(0, 5)).toEqual(['age, mean (SD)', '52.00 (8.88)', '53.38 (10.10)', 't(13.8) = -0.29', 'g = -0.14']);
    expect(rows[1].slice(0, 5)).toEqual(['use, median [IQR]', '2 [1 to 2]', '5 [4 to 5.5]', 'U = 0.5', 'r = -0.98']);
    expect(rows[2].slice(0, 4)).toEqual(['sex: m, n (%)', '3 (37.5%)', '5 (62.5%)', 'Fisher']);
  });

  it('gives each of several categories a row of its own below the variable’s test', () => {
    const rows = texts(table).slice(3, 7);
    expect(rows[0].slice(0, 4)).toEqual(['place, n (%)', '', '', 'Fisher']);
    expect(rows.slice(1).map((row) => row.slice(0, 4))).toEqual([
      ['\u00a0\u00a0bus', '2 (25.0%)', '4 (50.0%)', ''],
      ['\u00a0\u00a0home', '4 (50.0%)', '1 (12.5%)', ''],
      ['\u00a0\u00a0work', '2 (25.0%)', '3 (37.5%)', ''],
    ]);
  });

  it('sets in bold what is significant after adjustment, and nothing else', () => {
    expect(table.rows.filter(([{ emphasis }]) => emphasis === 'strong').map(([{ value }]) => value)).toEqual(['use']);
  });

  it('says what is undefined, and why', () => {
    expect(texts(table).slice(-2)).toEqual([
      ['same, n (%)', '', '', '', '–', '–', '–', '–'], ['\u00a0\u00a03', '8 (100.0%)', '8 (100.0%)', '', '', '', '', ''],
    ]);
    expect(table.notes).toContain('same: undefined, because all values are equal.');
  });

  it('tells the tests and how they were chosen, the direction, and where values are missing', () => {
    const notes = table.notes.join('\n');
    expect(notes).toMatch(/U: Mann–Whitney, exact given the ties/);
    expect(notes).toMatch(/two-sided; Holm over 4 tests\./);
    expect(notes).toMatch(/differences are after less before; OR: odds in after over odds in before/);
    expect(notes).toMatch(/Tests by the rule: ordinal scales by ranks/);
    expect(notes).toMatch(/Values missing in use \(n 8, 7\)/);
  });
});

describe('assumptions are notes', () => {
  const skewed = smallDataset({ g: [...Array<string>(15).fill('a'), ...Array<string>(15).fill('b')], x: [...Array(15).keys(), ...Array(14).fill(0), 90].map(Number), y: [...Array<number>(15).fill(1), ...Array<number>(13).fill(1), 2, 2] });
  it('Shapiro–Wilk, unequal variances and sparse cells stand below the table, and the test is run', async () => {
    const found = await compareRecord(skewed, { by: 'g', test: ['student', 'y=chi-square'] }, { tool: 'test' });
    expect(found.estimates.every(({ p }) => p !== null)).toBe(true);
    expect(found.warnings.map(({ code }) => code)).toEqual(['W_COMPARE_NORMALITY', 'W_COMPARE_VARIANCES', 'W_COMPARE_SPARSE', 'W_COMPARE_HALF']);
    const notes = compareTable(found, APA).notes.join('\n');
    for (const words of [/Shapiro–Wilk.*: x\./, /fourfold.*: x\./, /Expected counts below 5.*: y\./, /½ added.*: y\./]) expect(notes).toMatch(words);
  });

  it('half of the values being one is said of an approximate rank test', async () => {
    const { warnings } = await compareRecord(skewed, { by: 'g', vars: ['x'], test: ['mann-whitney'], p: 'approximate' }, { tool: 'test' });
    expect(warnings).toEqual([{ code: 'W_COMPARE_TIES', message: expect.stringMatching(/50% of the values/), where: 'survey.csv:x' }]);
  });
});

describe('what stands beside the comparison', () => {
  const three = smallDataset({ g: [...'aaaabbbbcccc'], x: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] });

  it('pairs of three groups, where they differ', async () => {
    const compared = await compareRecord(three, { by: 'g' }, { tool: 'test' });
    const [table] = postHocTables(compared, APA);
    expect(table.groups).toEqual([{ label: 'x', rows: 3 }]);
    expect(texts(table).map(([groups]) => groups)).toEqual(['a less b', 'a less c', 'b less c']);
    expect(table.rows.filter(([{ emphasis }]) => emphasis === 'strong').map(([{ text }]) => text)).toEqual(['a less c']);
    expect(postHocTables(compared, { ...APA, alpha: 0.001 })).toEqual([]);
  });

  it('every effect size with the way its interval was made', async () => {
    const table = effectTable(await record({ vars: ['age', 'sex'], test: ['age=welch'] }), APA);
    expect(texts(table).map(([name, , , interval]) => [name, interval])).toEqual([
      ['Hedges’ g', 'noncentral t'], ['Cohen’s d', 'noncentral t'], ['mean difference', 't'],
      ['odds ratio by conditional maximum likelihood', 'exact'], ['odds ratio of the sample', 'Wald'],
      ['Cramér’s V, bias-corrected', 'noncentral χ²'], ['Cramér’s V', 'noncentral χ²'],
    ]);
  });

  it('an odds ratio without bound is printed as ∞, and is null in the record', async () => {
    const none = smallDataset({ g: [...'aaabbb'], x: ['n', 'y', 'y', 'n', 'n', 'n'] });
    const compared = await compareRecord(none, { by: 'g', test: ['fisher'] }, { tool: 'test' });
    const [row] = texts(compareTable(compared, APA));
    expect(row.slice(3, 6)).toEqual(['Fisher', 'OR = ∞', '0.20 to ∞']);
    expect(compared.estimates[0].effect).toMatchObject({ estimate: null, ciHigh: null });
  });

  it('data for a program has a column for every number of every group', async () => {
    const { columns } = compareData(await record({ vars: ['age'] }));
    expect(columns.map(({ key }) => key)).toEqual([
      'variable', 'by', 'test', 'statistic', 'df', 'p', 'pMethod', 'pAdjusted', 'effect.name', 'effect.estimate', 'effect.ciLow', 'effect.ciHigh',
      ...['after', 'before'].flatMap((level) => ['n', 'missing', 'mean', 'sd', 'median', 'q1', 'q3'].map((field) => `groups.${level}.${field}`)),
    ]);
  });
});
