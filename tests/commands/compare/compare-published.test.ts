import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareRecord } from '../../../src/commands/compare/compare-record.js';
import type { CompareOptions } from '../../../src/commands/compare/compare-request.js';
import { readSurvey } from '../../../src/importers/survey.js';
import type { CompareRecord } from '../../../src/results/compare.js';
import { scratchFile } from '../../cli/portal-study.js';

const CASES = fileURLToPath(new URL('../../../../shared/cases/', import.meta.url));

interface Claim {
  readonly id: string;
  readonly printed: string;
}

/** Every claim of a published table is either computed, by its id, or named with the reason why it cannot be. */
interface Published {
  readonly computed: ReadonlyMap<string, number | null>;
  /** Printed otherwise than the data have it; the value is the one the command gives, at printed precision. */
  readonly misprinted?: Readonly<Record<string, string>>;
  readonly notComputable: Readonly<Record<string, string>>;
}

function claimsOf(name: string): Claim[] {
  return (JSON.parse(readFileSync(`${CASES}${name}/published.json`, 'utf8')) as { claims: Claim[] }).claims;
}

function expectPublished(name: string, { computed, misprinted = {}, notComputable }: Published): void {
  for (const { id, printed } of claimsOf(name)) {
    if (id in notComputable) continue;
    expect([...computed.keys()]).toContain(id);
    const decimals = /\.(\d+)$/.exec(printed)?.[1].length ?? 0;
    expect({ id, value: computed.get(id)?.toFixed(decimals) }).toEqual({ id, value: misprinted[id] ?? printed });
  }
  const known = claimsOf(name).map(({ id }) => id);
  expect([...Object.keys(notComputable), ...computed.keys()].filter((id) => !known.includes(id))).toEqual([]);
}

async function compare(path: string, options: CompareOptions): Promise<CompareRecord> {
  const waves = options.paired === undefined ? {} : { id: options.paired };
  return compareRecord(await readSurvey(path, { ...waves, duplicates: 'report' }), options, { tool: 'test' });
}

const data = (name: string): string => `${CASES}${name}/data.csv`;
const dataText = (name: string): string[][] => readFileSync(data(name), 'utf8').trim().split(/\r?\n/).map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')));
const percentOf = ({ counts }: CompareRecord, level: string, value: string): number | null => counts.find((count) => count.level === level && count.value === value)?.percent ?? null;
const countOf = ({ counts }: CompareRecord, level: string, value: string): number | null => counts.find((count) => count.level === level && count.value === value)?.n ?? null;
const sizeOf = ({ groups }: CompareRecord, level: string): number | null => groups.find((group) => group.level === level)?.n ?? null;
const effectOf = ({ effects }: CompareRecord, name: string): number => effects.find((effect) => effect.name === name)?.estimate ?? NaN;

describe.skipIf(!existsSync(CASES))('published tables through compare (skipped where ../shared is absent)', () => {
  it('Student (1908), hours of additional sleep', async () => {
    const record = await compare(data('student1908_sleep'), { by: 'group', paired: 'ID', vars: ['extra'], test: ['paired-t'] });
    const [first, second] = record.estimates[0].groups;
    expectPublished('student1908_sleep', {
      // The paper takes the first drug from the second; the command, as R, the second from the first.
      computed: new Map([['mean_1', first.mean], ['mean_2', second.mean], ['mean_diff', -effectOf(record, 'mean-difference')]]),
      notComputable: { sd_1: 'divisor n', sd_2: 'divisor n', sd_diff: 'divisor n' },
    });
    expect(record.estimates[0].statistic?.toFixed(4)).toBe('-4.0621');
  });

  it('Bickel, Hammel & O’Connell (1975), admissions to Berkeley by department', async () => {
    const computed = new Map<string, number | null>();
    for (const department of ['A', 'B', 'C', 'D', 'E', 'F']) {
      const record = await compare(data('freedman_ucb_admissions'), { by: 'Gender', counts: 'Freq', vars: ['Admit'], where: `Dept == '${department}'` });
      for (const gender of ['Male', 'Female']) {
        computed.set(`${department}_${gender}_n`, sizeOf(record, gender));
        computed.set(`${department}_${gender}_pct`, percentOf(record, gender, 'Admitted'));
      }
    }
    expectPublished('freedman_ucb_admissions', { computed, notComputable: {} });
  });

  it('Medical Research Council (1948), streptomycin', async () => {
    const record = await compare(data('mrc1948_streptomycin'), { by: 'arm', vars: ['radiologic_6m'] });
    const groups = { S: 'Streptomycin', C: 'Control' };
    const values = [...new Set(record.counts.map(({ value }) => value))];
    const computed = new Map<string, number | null>(Object.entries(groups).flatMap(([letter, level]) => [
      [`n_${letter}`, sizeOf(record, level)] as const,
      ...values.flatMap((value) => [[`${letter}_${value}_n`, countOf(record, level, value)], [`${letter}_${value}_pct`, percentOf(record, level, value)]] as const),
    ]));
    const notComputable = { p_improvement: 'compares one answer with all others: see below', p_death: 'compares one answer with all others: see below' };
    expectPublished('mrc1948_streptomycin', { computed, misprinted: { C_2_Considerable_deterioration_pct: '12' }, notComputable });

    // The command makes no variable out of another; with the two columns added to the file it tests them.
    const [header, ...rows] = dataText('mrc1948_streptomycin');
    const at = header.indexOf('radiologic_6m');
    const answers = (value: string): string[] => rows.map((row) => (row[at] === value ? 'yes' : 'no'));
    const [improved, dead] = [answers('6_Considerable_improvement'), answers('1_Death')];
    const lines = [['arm', 'considerable', 'dead'], ...rows.map((row, index) => [row[header.indexOf('arm')], improved[index], dead[index]])];
    const path = scratchFile('mrc.csv', lines.map((cells) => cells.join(',')).join('\n'));
    const p = async (test: string): Promise<(number | null)[]> => (await compare(path, { by: 'arm', vars: ['considerable', 'dead'], test: [test] })).estimates.map((estimate) => estimate.p);
    // The p are R's. "Less than one in a million" holds by Fisher's test and not by chi-square; deaths, < .01, by both but Yates.
    expect((await p('fisher')).map((value) => value?.toExponential(2))).toEqual(['6.78e-7', '8.99e-3']);
    expect((await p('chi-square')).map((value) => value?.toExponential(2))).toEqual(['1.06e-6', '6.61e-3']);
    expect((await p('chi-square-yates')).map((value) => value?.toExponential(2))).toEqual(['3.03e-6', '1.40e-2']);
  });

  it('Fisher (1935), Darwin’s maize', async () => {
    // A pair stands in one row of the file; the command takes one row a plant.
    const [header, ...rows] = dataText('fisher1935_zeamays');
    const plants = ['cross', 'self'].flatMap((kind) => rows.map((row) => [row[header.indexOf('pair')], kind, row[header.indexOf(kind)]]));
    const path = scratchFile('maize.csv', [['pair', 'kind', 'height'], ...plants].map((cells) => cells.join(',')).join('\n'));
    const record = await compare(path, { by: 'kind', paired: 'pair', vars: ['height'], test: ['paired-t'] });
    const [{ statistic, df, p }] = record.estimates;
    const meanDifference = 8 * effectOf(record, 'mean-difference');
    expectPublished('fisher1935_zeamays', {
      computed: new Map<string, number | null>([
        ['n_pairs', record.groups[0].n], ['mean_diff', meanDifference], ['t', statistic],
      ]),
      notComputable: {
        sum_diff: 'a sum; 15 times the mean, below', se: 'no standard error is printed; the mean over t, below', p_lt_05: 'an inequality, below',
        rand_count: 'no test that flips the signs of the differences themselves', rand_pct: 'the same',
      },
    });
    expect([(15 * meanDifference).toFixed(0), (meanDifference / (statistic ?? NaN)).toFixed(3), df]).toEqual(['314', '9.746', 14]);
    expect(p).toBeLessThan(0.05);
  });

  it('Bertrand & Mullainathan (2004), callbacks by race', async () => {
    const survey = await readSurvey(data('bertrand2004_resume'), { duplicates: 'report' });
    const computed = new Map<string, number | null>();
    const parts = [['all', undefined], ['chicago', "job_city == 'Chicago'"], ['boston', "job_city == 'Boston'"], ['females', "gender == 'f'"], ['males', "gender == 'm'"]] as const;
    for (const [part, where] of parts) {
      const record = await compareRecord(survey, { by: 'race', vars: ['received_callback'], reference: 'black', ...(where === undefined ? {} : { where }) }, { tool: 'test' });
      const [white, black] = ['white', 'black'].map((race) => percentOf(record, race, '1') ?? NaN);
      // The pooled z of two proportions is the root of chi-square. Ratio and difference are of the percents it gives.
      expect(record.estimates[0]).toMatchObject({ test: 'chi-square', variable: 'received_callback' });
      for (const [claim, value] of [['white_pct', white], ['black_pct', black], ['white_n', sizeOf(record, 'white')], ['black_n', sizeOf(record, 'black')], ['ratio', white / black], ['diff', white - black], ['p', record.estimates[0].p]] as const) {
        computed.set(`${part}_${claim}`, value);
      }
    }
    expectPublished('bertrand2004_resume', { computed, misprinted: { boston_diff: '3.88' }, notComputable: {} });
  });

  it('Ruetzler et al. (2013), licorice gargle', async () => {
    const survey = await readSurvey(data('ruetzler2013_licorice'), { duplicates: 'report' });
    const hours = { '30min': 'pacu30min_throatPain', '1.5h': 'pacu90min_throatPain', '4h': 'postOp4hour_throatPain' };
    const record = await compareRecord(survey, { by: 'treat', vars: Object.values(hours) }, { tool: 'test' });
    const pain = (variable: string, level: string): number => 100 - (record.counts.find((count) => count.variable === variable && count.level === level && count.value === '0')?.percent ?? NaN);
    expectPublished('ruetzler2013_licorice', {
      computed: new Map(Object.entries(hours).flatMap(([hour, variable]) => [[`${hour}_licorice`, pain(variable, '1')], [`${hour}_sugar`, pain(variable, '0')]] as const)),
      notComputable: { n: 'the file lacks one of the 236 who were randomised' },
    });
    expect(record.n.rows).toBe(235);
  });
});
