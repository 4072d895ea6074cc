import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compare, correlate, describe as describe1, readSurvey } from '../../src/index.js';
import type { CorrelateOptions, CorrelationEstimate } from '../../src/index.js';

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** A pair as R 4.2.2 has it, in the reference.json beside the data. R prints p below 1e-308 as 0. */
interface Reference {
  readonly x: string;
  readonly y: string;
  readonly n: number;
  readonly rho: number;
  readonly p_t: number;
  readonly p_t_holm: number;
  readonly p_t_BH: number;
  readonly ci95_fisher_z: readonly [number, number];
  readonly ci95_bonett_wright: readonly [number, number];
}

interface RealStudy {
  readonly file: string;
  readonly references: string;
  readonly section: string;
  readonly where?: string;
}

const STUDIES: readonly RealStudy[] = [
  { file: 'nhanes-t2d/nhanes_2017_2018.csv', references: 'nhanes-t2d/reference.json', section: 'spearman_all' },
  { file: 'nhanes-t2d/nhanes_2017_2018.csv', references: 'nhanes-t2d/reference.json', section: 'spearman_age20plus', where: 'age >= 20' },
  { file: 'la-moodle/AllCombined.csv', references: 'la-moodle/reference.json', section: 'spearman_published_frequencies' },
  { file: 'mldatar-prediabetes/PreDiabetes.csv', references: 'mldatar-prediabetes/reference.json', section: 'spearman' },
  { file: 'r-attitude/attitude.csv', references: 'r-attitude/reference.json', section: 'spearman' },
];

const near = (found: number | null, expected: number): boolean =>
  found !== null && Math.abs(found - expected) <= 1e-10 * Math.max(1e-300, Math.min(1, Math.abs(expected))) + (expected === 0 ? 1e-300 : 0);

describe.skipIf(!existsSync(DATA))('readSurvey and correlate agree with R on real files (skipped where ../shared is absent)', () => {
  it.each(STUDIES)('$file, $section', async ({ file, references, section, where }) => {
    const pairs = JSON.parse(readFileSync(join(DATA, references), 'utf8'))[section] as Reference[];
    const survey = await readSurvey(join(DATA, file));
    expect(pairs.length).toBeGreaterThan(0);
    for (const y of new Set(pairs.map((pair) => pair.y))) {
      const expected = pairs.filter((pair) => pair.y === y);
      const request: CorrelateOptions = { outcome: y, vars: expected.map(({ x }) => x), ...(where === undefined ? {} : { where }) };
      const byName = new Map((await correlate(survey, request)).estimates.map((estimate) => [estimate.x, estimate]));
      const fisher = new Map((await correlate(survey, { ...request, ci: 'fisher' })).estimates.map((estimate) => [estimate.x, estimate]));
      for (const reference of expected) {
        const found = byName.get(reference.x) as CorrelationEstimate;
        expect(found.n).toBe(reference.n);
        expect(found.estimate).toBeCloseTo(reference.rho, 10);
        expect({ pair: `${reference.x} ${y}`, p: found.p, agrees: near(found.p, reference.p_t) }).toMatchObject({ agrees: true });
        expect([found.ciLow, found.ciHigh].map((end, index) => Math.abs((end ?? NaN) - reference.ci95_bonett_wright[index]) < 1e-10)).toEqual([true, true]);
        const { ciLow, ciHigh } = fisher.get(reference.x) as CorrelationEstimate;
        expect([ciLow, ciHigh].map((end, index) => Math.abs((end ?? NaN) - reference.ci95_fisher_z[index]) < 1e-10)).toEqual([true, true]);
      }
    }
  });

  it('flags HbA1c in mmol/mol, with the formula', async () => {
    const survey = await readSurvey(join(DATA, 'mldatar-prediabetes/PreDiabetes.csv'));
    const { warnings, provenance } = await correlate(survey, { vars: ['BMI'] });
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'W_HBA1C_MMOL', message: expect.stringContaining('0.09148') }));
    expect(provenance.options).toMatchObject({ outcome: 'HbA1C' });
  });

  it('takes no outcome by itself where no column looks like HbA1c', async () => {
    const survey = await readSurvey(join(DATA, 'la-moodle/AllCombined.csv'));
    await expect(correlate(survey)).rejects.toMatchObject({ code: 'E_OUTCOME_UNKNOWN' });
  });
});

interface GroupReference { readonly n: number; readonly mean: number; readonly sd: number; readonly q1: number; readonly median: number; readonly q3: number }
interface ByGender { readonly groups: Record<'0' | '1', GroupReference>; readonly mann_whitney: { readonly U_first: number; readonly p_cc: number; readonly rank_biserial_first_minus_second: number } }

const TRIAL = join(DATA, 'redcapr/inst/test-data/projects/clinical-trial-1/data.csv');

describe.skipIf(!existsSync(TRIAL))('a REDCap export agrees with R on its codes, under the labels of its dictionary (skipped where ../shared is absent)', () => {
  const reference = existsSync(TRIAL) ? JSON.parse(readFileSync(join(DATA, 'redcapr/reference.json'), 'utf8')) as { n: number; spearman: Reference[]; by_gender: Record<'height' | 'weight', ByGender> } : null;

  it('correlate', async () => {
    const survey = await readSurvey(TRIAL);
    expect(survey.rows).toBe(reference!.n);
    for (const { x, y, n, rho, p_t, ci95_bonett_wright } of reference!.spearman) {
      const [found] = (await correlate(survey, { outcome: y, vars: [x] })).estimates;
      expect(found.n).toBe(n);
      expect(found.estimate).toBeCloseTo(rho, 12);
      expect(found.p).toBeCloseTo(p_t, 12);
      expect([found.ciLow, found.ciHigh].map((end, index) => Math.abs(end! - ci95_bonett_wright[index]) < 1e-12)).toEqual([true, true]);
    }
  });

  it('describe and compare by gender, 0 Female and 1 Male', async () => {
    const survey = await readSurvey(TRIAL);
    const table = await describe1(survey, { vars: ['height', 'weight'], by: 'gender', continuous: ['mean'] });
    const tested = await compare(survey, { vars: ['height', 'weight'], by: 'gender', test: ['mann-whitney'] });
    for (const variable of ['height', 'weight'] as const) {
      const { groups, mann_whitney: test } = reference!.by_gender[variable];
      for (const [code, level] of [['0', 'Female'], ['1', 'Male']] as const) {
        const found = table.estimates.find((one) => one.variable === variable && one.group === level && one.level === null)!;
        const { n, mean, sd, q1, median, q3 } = groups[code];
        expect([found.n, found.q1, found.median, found.q3]).toEqual([n, q1, median, q3].map((value) => (value === n ? n : expect.closeTo(value, 10))));
        expect(found.mean).toBeCloseTo(mean, 10);
        expect(found.sd).toBeCloseTo(sd, 10);
      }
      const { effect, p } = tested.estimates.find((one) => one.variable === variable)!;
      expect(p).toBeCloseTo(test.p_cc, 12);
      expect(effect?.estimate).toBeCloseTo(test.rank_biserial_first_minus_second, 12);
    }
  });
});
