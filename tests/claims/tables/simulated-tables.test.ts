import { describe, expect, it } from 'vitest';
import { randomStream } from '../../../src/numeric/random.js';
import { chiSquareTest } from '../../../src/stats/tables/chi-square-test.js';
import { fisherExact } from '../../../src/stats/tables/fisher-exact.js';
import { formatP } from '../../../src/present/numbers.js';
import { checkedMarkdown } from '../paper/reading.js';

const stream = randomStream(20130501, 'tables of real studies');
const draw = (limit: number): number => stream.below(limit);

/** A number at some decimals; a half goes up or down, as programs differ in it. */
function printed(value: number, decimals: number): string {
  const scaled = value * 10 ** decimals;
  const isHalf = Math.abs(scaled - Math.floor(scaled) - 0.5) < 1e-9;
  return ((isHalf ? Math.floor(scaled) + draw(2) : Math.round(scaled)) / 10 ** decimals).toFixed(decimals);
}

function summary(values: readonly number[], decimals: number): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  return `${printed(mean, decimals)} (${printed(sd, decimals)})`;
}

/** Table 1 of a made-up study of two groups, with everything in it as it came out. */
function realTable(): string {
  const sizes = [5 + draw(60), 5 + draw(60)];
  const all = sizes[0] + sizes[1];
  const decimals = draw(2);
  const shares = (counts: readonly number[]): string =>
    [...counts, counts[0] + counts[1]].map((count, group) => `${count} (${printed((100 * count) / [...sizes, all][group], decimals)})`).join(' | ');
  const yes = sizes.map((n) => draw(n + 1));
  const twoByTwo = [yes, sizes.map((n, group) => n - yes[group])];
  const p = [fisherExact(twoByTwo).p, chiSquareTest(twoByTwo).p, chiSquareTest(twoByTwo, true).p][draw(3)];
  const category = sizes.map((n) => Array.from({ length: n }, () => draw(3)));
  const ratings = sizes.map((n) => Array.from({ length: n }, () => 1 + draw(6)));
  const rows = [
    `Female, n (%) | ${shares(yes)} | ${p === null ? '' : formatP(p)}`,
    'Race, n (%) | | | | ',
    ...[0, 1, 2].map((one) => `Group ${one} | ${shares(category.map((values) => values.filter((value) => value === one).length))} | `),
    `Rating, mean (SD) | ${[...ratings, ratings.flat()].map((values) => summary(values, 1 + draw(2))).join(' | ')} | `,
  ];
  return `| | First (n=${sizes[0]}) | Second (n=${sizes[1]}) | Total (N=${all}) | P |\n|---|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`;
}

describe('tables as real data give them', () => {
  it('raise no alarm, also where averaged values are said to be whole', () => {
    for (let table = 0; table < 300; table += 1) {
      const text = realTable();
      const { figures } = checkedMarkdown(text, { wholeNumbers: true });
      expect([text, figures.filter(({ verdict }) => verdict === 'inconsistent' || verdict === 'decision-error')]).toEqual([text, []]);
    }
  });

  it('are read whole: every row with figures is checked', () => {
    const kinds = new Set(checkedMarkdown(realTable()).figures.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['count', 'group-mean', 'mean', 'total']));
  });
});
