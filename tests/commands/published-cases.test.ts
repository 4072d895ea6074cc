import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHARED, scratchFolder } from '../cli/portal-study.js';
import { reproduced } from './in-process.js';

const CASES = join(SHARED, 'cases');

interface PublishedClaim {
  readonly id: string;
  readonly printed: string;
  readonly comparison: '=' | '<';
  readonly location: string;
  readonly verdict: 'match' | 'mismatch' | 'match-if-truncated';
  readonly text_source: string;
}

/** How one published table is written as a study: what runs, and the address of each claim. */
interface CaseStudy {
  readonly head: string;
  /** Files that other programs would have written beside it. */
  readonly files?: Readonly<Record<string, string>>;
  address(id: string): string;
}

const BERTRAND_ROWS = { all: '', chicago: "where: \"job_city == 'Chicago'\", ", boston: "where: \"job_city == 'Boston'\", ", females: "where: \"gender == 'f'\", ", males: "where: \"gender == 'm'\", " };

/** Darwin's differences in eighths of an inch, and how many of the 2^15 ways to set their signs add up to 314 or more. */
function signFlips(): string {
  const [header, ...rows] = readFileSync(join(CASES, 'fisher1935_zeamays/data.csv'), 'utf8').trim().split('\n').map((line) => line.split(','));
  const differences = rows.map((row) => Math.round(8 * Number(row[header.indexOf('diff')])));
  let extreme = 0;
  for (let signs = 0; signs < 2 ** differences.length; signs += 1) {
    if (Math.abs(differences.reduce((sum, one, place) => sum + ((signs >> place) % 2 === 0 ? one : -one), 0)) >= 314) extreme += 1;
  }
  return JSON.stringify({ extreme, percent: (100 * extreme) / 2 ** differences.length });
}

const STUDIES: Readonly<Record<string, () => CaseStudy>> = {
  anscombe1973: () => ({
    head: [
      'variables:', ...['x', 'y'].flatMap((axis) => [1, 2, 3, 4].map((set) => `  ${axis}${set}: { type: number }`)),
      'analyses:', '  d: { command: describe, vars: "x*,y*", continuous: mean }', '  r: { command: correlate, matrix: true, vars: "x*,y*", method: pearson }',
    ].join('\n'),
    address(id) {
      const [, kind, set] = /^(.*)_(\d)$/.exec(id)!;
      const [x, y, r] = [`d[x${set}]`, `d[y${set}]`, `r[x${set}, y${set}].estimate`];
      const sxx = `(${x}.n - 1) * ${x}.sd ^ 2`;
      const ssRes = `(1 - ${r} ^ 2) * (${y}.n - 1) * ${y}.sd ^ 2`;
      const slope = `${r} * ${y}.sd / ${x}.sd`;
      const formulas: Record<string, string> = {
        n: `${x}.n`, mean_x: `${x}.mean`, mean_y: `${y}.mean`, b1: slope, b0: `${y}.mean - ${slope} * ${x}.mean`, Sxx: sxx,
        SSreg: `${r} ^ 2 * (${y}.n - 1) * ${y}.sd ^ 2`, SSres: ssRes, se_b1: `sqrt(${ssRes} / (${x}.n - 2) / (${sxx}))`, R2: `${r} ^ 2`,
      };
      return formulas[kind];
    },
  }),
  bertrand2004_resume: () => ({
    head: [
      'variables: { received_callback: { type: nominal } }', 'analyses:',
      ...Object.entries(BERTRAND_ROWS).map(([row, where]) => `  ${row}: { command: compare, by: race, vars: received_callback, ${where}test: chi-square }`),
    ].join('\n'),
    address(id) {
      const [, row, kind] = /^([a-z]+)_(.*)$/.exec(id)!;
      const percent = (race: string) => `${row}.counts[received_callback=1, ${race}].percent`;
      const formulas: Record<string, string> = {
        white_pct: percent('white'), black_pct: percent('black'), white_n: `${row}.groups[white].n`, black_n: `${row}.groups[black].n`,
        ratio: `${percent('white')} / ${percent('black')}`, diff: `${percent('white')} - ${percent('black')}`, p: `${row}[received_callback].p`,
      };
      return formulas[kind];
    },
  }),
  fisher1935_zeamays: () => ({
    head: 'variables: { diff: { type: number } }\nanalyses:\n  pairs: { command: describe, vars: diff, continuous: mean }\n  signs: { command: values, path: signs.json }',
    files: { 'signs.json': signFlips() },
    address: (id) => ({
      n_pairs: 'pairs[diff].n', sum_diff: '8 * pairs[diff].n * pairs[diff].mean', mean_diff: '8 * pairs[diff].mean', se: '8 * pairs[diff].sd / sqrt(pairs[diff].n)',
      t: 'pairs[diff].mean / (pairs[diff].sd / sqrt(pairs[diff].n))', p_lt_05: 'p_t(pairs[diff].mean / (pairs[diff].sd / sqrt(pairs[diff].n)), pairs[diff].n - 1)',
      rand_count: 'signs.extreme', rand_pct: 'signs.percent',
    })[id]!,
  }),
  freedman_ucb_admissions: () => ({
    head: ['analyses:', ...['A', 'B', 'C', 'D', 'E', 'F'].map((dept) => `  ${dept}: { command: compare, by: Gender, vars: Admit, counts: Freq, where: "Dept == '${dept}'" }`)].join('\n'),
    address(id) {
      const [dept, gender, kind] = id.split('_');
      return kind === 'n' ? `${dept}.groups[${gender}].n` : `${dept}.counts[Admit=Admitted, ${gender}].percent`;
    },
  }),
  mrc1948_streptomycin: () => ({
    head: 'analyses:\n  six: { command: compare, by: arm, vars: radiologic_6m }',
    address(id) {
      const arm = { S: 'Streptomycin', C: 'Control' };
      const count = (letter: 'S' | 'C', value: string) => `six.counts[${value}, ${arm[letter]}].n`;
      const p = (value: string) => `p_chi_square_2x2(${(['S', 'C'] as const).flatMap((letter) => [count(letter, value), `six.groups[${arm[letter]}].n - ${count(letter, value)}`]).join(', ')})`;
      if (id.startsWith('p_')) return p(id === 'p_death' ? '1_Death' : '6_Considerable_improvement');
      const [, before, letter, value, kind] = /^(n_)?([SC])_?(.*?)_?(n|pct)?$/.exec(id)!;
      if (before !== undefined) return `six.groups[${arm[letter as 'S' | 'C']}].n`;
      return kind === 'n' ? count(letter as 'S' | 'C', value) : `six.counts[${value}, ${arm[letter as 'S' | 'C']}].percent`;
    },
  }),
  ruetzler2013_licorice: () => ({
    head: [
      'variables:', '  treat: { type: nominal, levels: { 0: sugar-water, 1: licorice } }',
      ...['pacu30min_throatPain', 'pacu90min_throatPain', 'postOp4hour_throatPain'].map((name) => `  ${name}: { type: ordinal }`),
      'analyses:\n  pain: { command: describe, by: treat, vars: "*_throatPain", frequent: 1 }',
    ].join('\n'),
    address(id) {
      const times: Record<string, string> = { '30min': 'pacu30min', '1.5h': 'pacu90min', '4h': 'postOp4hour' };
      const [time, group] = id.split('_');
      return id === 'n' ? 'pain.n.rows' : `pain[${times[time]}_throatPain, >=1, treat=${group === 'sugar' ? 0 : 1}].percent`;
    },
  }),
  student1908_sleep: () => ({
    head: 'analyses:\n  drugs: { command: describe, by: group, vars: extra, continuous: mean, duplicates: report }\n  pairs: { command: compare, by: group, paired: ID, vars: extra, test: paired-t }',
    address(id) {
      // Student divides by n; ours divide by n − 1. He takes the first drug from the second.
      const byN = 'sqrt(9 / 10)';
      const difference = 'pairs.effects[extra, mean-difference].estimate';
      return ({
        mean_1: 'drugs[extra, group=1].mean', mean_2: 'drugs[extra, group=2].mean', mean_diff: `-${difference}`,
        sd_1: `drugs[extra, group=1].sd * ${byN}`, sd_2: `drugs[extra, group=2].sd * ${byN}`, sd_diff: `${difference} / pairs[extra].statistic * sqrt(10) * ${byN}`,
      })[id]!;
    },
  }),
};

describe.skipIf(!existsSync(CASES))('published tables as studies (skipped where ../shared is absent)', () => {
  it.each(Object.keys(STUDIES))('%s gets the verdicts of its published.json', async (name) => {
    const { claims } = JSON.parse(readFileSync(join(CASES, name, 'published.json'), 'utf8')) as { claims: PublishedClaim[] };
    const { head, files = {}, address } = STUDIES[name]();
    const folder = scratchFolder();
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
    const text = [
      'version: 1', `sources: { survey: { path: ${JSON.stringify(relative(folder, join(CASES, name, 'data.csv')))} } }`, head, 'claims:',
      // What is recalled was not seen in print: the verdict is on the string as it is recalled, and no more is confirmed by it.
      ...claims.flatMap(({ id, printed, comparison, location, text_source }) => [
        `  - id: ${JSON.stringify(id)}`, `    at: ${JSON.stringify(text_source.startsWith('recalled') ? `${location} (recalled, unconfirmed)` : location)}`,
        `    expect: { ${JSON.stringify(address(id))}: ${JSON.stringify(comparison === '=' ? printed : `${comparison}${printed}`)} }`,
      ]),
    ].join('\n');
    const { record } = await reproduced(text, { folder });
    const ours = new Map(record.estimates.map(({ claim, verdict }) => [claim, verdict === 'match-by-tie' ? 'match' : verdict === 'truncated' ? 'match-if-truncated' : verdict]));
    expect([...ours]).toEqual(claims.map(({ id, verdict }) => [id, verdict]));
    // "Less than one in a million" holds by Fisher’s exact test, 6.78e-7 (R), and not by χ².
    const improvement = record.estimates.find(({ claim }) => claim === 'p_improvement');
    if (improvement !== undefined) expect(improvement.cause).toBe('Fisher’s exact test instead of χ² without Yates’ correction gives 6.777e-7, as printed.');
  });

  it('has a study for each folder', () => {
    expect(Object.keys(STUDIES).length).toBe(7);
  });
});
