import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareRecord } from '../../../src/commands/compare/compare-record.js';
import type { CompareOptions } from '../../../src/commands/compare/compare-request.js';
import { readSurvey } from '../../../src/importers/survey.js';
import type { CompareRecord, ComparisonEffect } from '../../../src/results/compare.js';
import { smallDataset } from '../../dataset/small-dataset.js';
import { expectClose, goldenGroups, goldenJson } from '../../stats/groups/golden-groups.js';

const TOOL = { tool: 'test' };

/** Independent groups as a survey has them: one row a participant, the group beside the value. */
function compareGroups(groups: readonly (readonly (number | string | null)[])[], options: CompareOptions, kind: 'number' | 'ordinal' | 'nominal' = 'number'): Promise<CompareRecord> {
  const names = groups.map((_, index) => `g${String(index).padStart(2, '0')}`);
  const by = groups.flatMap((values, index) => values.map(() => names[index]));
  return compareRecord(smallDataset({ g: by, x: groups.flat() }, { x: kind }), { by: 'g', ...options }, TOOL);
}

/** Two waves as a survey has them: one row a participant and wave. */
function compareWaves(x: readonly (number | string)[], y: readonly (number | string)[], options: CompareOptions): Promise<CompareRecord> {
  const wave = [...x.map(() => 'w1'), ...y.map(() => 'w2')];
  const id = [...x.keys(), ...y.keys()].map(String);
  return compareRecord(smallDataset({ id, wave, x: [...x, ...y] }, { id: 'id' }), { by: 'wave', paired: 'id', ...options }, TOOL);
}

/** The rows of a table of groups by values. */
function tableValues(table: readonly (readonly number[])[]): string[][] {
  return table.map((row) => row.flatMap((count, value) => Array<string>(count).fill(`v${value}`)));
}

const effectOf = ({ effects }: CompareRecord, name: string): ComparisonEffect | undefined => effects.find((effect) => effect.name === name);

describe('two groups as R 4.2.2 and coin have them (group-tests.R)', () => {
  const cases = Object.entries(goldenGroups.twoGroups).filter(([, { a, b }]) => a.length + b.length < 200);
  it.each(cases)('%s: Mann–Whitney, its shift, Welch and Student', async (_, golden) => {
    const groups = [golden.a, golden.b];
    const asked = (p: CompareOptions['p']): Promise<CompareRecord> => compareGroups(groups, { test: ['mann-whitney'], ...(p === undefined ? {} : { p }) });
    const { estimates: [approximate], tests: [{ n }] } = await asked('approximate');
    expect([approximate.statistic, n]).toEqual([golden.w, golden.a.length + golden.b.length]);
    expectClose(approximate.p, golden.normal, 1e-9);
    expectClose((await asked('uncorrected')).estimates[0].p, golden.uncorrected, 1e-9);
    if (golden.exact_coin !== null) {
      const exact = await asked('exact');
      expectClose(exact.estimates[0].p, golden.exact_coin, 1e-9);
      expect(exact.estimates[0].pMethod).toBe('exact');
      expectClose(effectOf(exact, 'hodges-lehmann')?.estimate ?? null, golden.shift, 1e-9);
    }
    for (const test of ['welch', 'student'] as const) {
      const expected = golden[test];
      const found = await compareGroups(groups, { test: [test] });
      const [{ statistic, df, p }] = found.estimates;
      if (expected === null) {
        expect([statistic, p]).toEqual([null, null]);
        expect(found.warnings).toContainEqual(expect.objectContaining({ code: 'W_COMPARE_UNDEFINED' }));
        continue;
      }
      expectClose(statistic, expected.t, 1e-9);
      expectClose(df, expected.df, 1e-9);
      expectClose(p, expected.p, 1e-9);
      const difference = effectOf(found, 'mean-difference');
      expectClose(difference?.ciLow ?? null, expected.ci[0], 1e-8);
      expectClose(difference?.ciHigh ?? null, expected.ci[1], 1e-8);
    }
  });
});

describe('three or more groups as R has them (group-tests.R)', () => {
  it.each(Object.entries(goldenGroups.kGroups))('%s: Kruskal–Wallis with Dunn, analysis of variance with and without equal variances', async (_, golden) => {
    const ranks = await compareGroups(golden.groups, { test: ['kruskal'], adjust: 'none' });
    expectClose(ranks.estimates[0].statistic, golden.H, 1e-9);
    expect(ranks.estimates[0].df).toBe(golden.df);
    expectClose(ranks.estimates[0].p, golden.p, 1e-9);
    if (golden.groups.length > 2) {
      ranks.postHoc.forEach(({ test, statistic, p }, index) => {
        expect(test).toBe('dunn');
        expectClose(statistic, golden.dunn_z[index], 1e-9);
        expectClose(p, golden.dunn_p[index], 1e-9);
      });
      expect(ranks.postHoc.length).toBe(golden.dunn_z.length);
    }
    const [anova, welch] = [await compareGroups(golden.groups, { test: ['anova'] }), await compareGroups(golden.groups, { test: ['welch-anova'] })];
    expectClose(anova.estimates[0].statistic, golden.F, 1e-9);
    expectClose(anova.estimates[0].p, golden.F_p, 1e-9);
    expect(anova.tests[0].df2).toBe(golden.df2);
    expectClose(effectOf(anova, 'eta-squared')?.estimate ?? null, golden.eta, 1e-9);
    expectClose(welch.estimates[0].statistic, golden.welch_F, 1e-9);
    expectClose(welch.tests[0].df2, golden.welch_df2, 1e-9);
    expectClose(welch.estimates[0].p, golden.welch_p, 1e-9);
  });

  it('Dunn’s p is adjusted over the pairs of a variable', async () => {
    const { groups, dunn_p } = goldenGroups.kGroups['three_ties'];
    const { postHoc } = await compareGroups(groups, { test: ['kruskal'], adjust: 'bonferroni' });
    postHoc.forEach(({ pAdjusted }, index) => expectClose(pAdjusted, Math.min(1, 3 * dunn_p[index]), 1e-9));
  });
});

describe('two waves as R and coin have them (group-tests.R)', () => {
  it.each(Object.entries(goldenGroups.paired))('%s: Wilcoxon signed-rank and the paired t test', async (_, golden) => {
    const exact = await compareWaves(golden.x, golden.y, { test: ['wilcoxon'] });
    const normal = await compareWaves(golden.x, golden.y, { test: ['wilcoxon'], p: 'approximate' });
    expect([exact.estimates[0].statistic, exact.n.used]).toEqual([golden.v, 2 * golden.x.length]);
    expectClose(normal.estimates[0].p, golden.normal, 1e-9);
    if (golden.exact_coin !== null) expectClose(exact.estimates[0].p, golden.exact_coin, 1e-9);
    expectClose(effectOf(exact, 'pseudomedian')?.estimate ?? null, golden.pseudomedian, 1e-6);
    const [{ statistic, df, p }] = (await compareWaves(golden.x, golden.y, { test: ['paired-t'] })).estimates;
    expectClose(statistic, golden.t.t, 1e-9);
    expectClose(df, golden.t.df, 1e-9);
    expectClose(p, golden.t.p, 1e-9);
  });
});

describe('tables as R has them (group-tests.R)', () => {
  const twoByTwo = Object.entries(goldenGroups.tables).filter(([name, { table }]) =>
    table.length === 2 && table[0].length === 2 && name !== 'empty_row' && table.flat().reduce((a, b) => a + b, 0) < 5000);
  it.each(twoByTwo)('%s: chi-square with and without Yates, Fisher, the conditional odds ratio', async (_, golden) => {
    const answer = async (test: string): Promise<CompareRecord> => compareGroups(tableValues(golden.table), { test: [test] }, 'nominal');
    const [plain, yates, fisher] = [await answer('chi-square'), await answer('chi-square-yates'), await answer('fisher')];
    expectClose(plain.estimates[0].statistic, golden.chisq, 1e-9);
    expectClose(plain.estimates[0].p, golden.p, 1e-9);
    expectClose(yates.estimates[0].p, golden.yates_p, 1e-9);
    expectClose(fisher.estimates[0].p, golden.fisher, 1e-6);
    // The odds of the last value: R's table of groups by values prints their reciprocal, to the fourth digit.
    const { estimate, infinite } = fisher.effects[0];
    const odds = estimate ?? (infinite ? Infinity : NaN);
    if (golden.or === 0) expect(odds).toBe(Infinity);
    else expect(Math.abs(odds * Number(golden.or === 'Inf' ? Infinity : golden.or) - 1) < 1e-3 || (golden.or === 'Inf' && odds === 0)).toBe(true);
  });

  it.each(twoByTwo.filter(([, { mcnemar_exact_p }]) => mcnemar_exact_p !== null))('%s: McNemar exact, corrected and plain', async (_, golden) => {
    const [[a, b], [c, d]] = golden.table;
    const of = (...counts: number[]): string[] => ['v0', 'v0', 'v1', 'v1'].flatMap((value, cell) => Array<string>(counts[cell]).fill(value));
    const before = of(a, b, c, d);
    const after = ['v0', 'v1', 'v0', 'v1'].flatMap((value, cell) => Array<string>([a, b, c, d][cell]).fill(value));
    const [exact, corrected, plain] = [await compareWaves(before, after, {}), await compareWaves(before, after, { p: 'approximate' }), await compareWaves(before, after, { p: 'uncorrected' })];
    expect([exact.estimates[0].test, exact.estimates[0].statistic]).toEqual(['mcnemar', b]);
    expectClose(exact.estimates[0].p, golden.mcnemar_exact_p, 1e-9);
    expectClose(corrected.estimates[0].p, golden.mcnemar_p, 1e-9);
    expectClose(plain.estimates[0].p, golden.mcnemar_plain_p, 1e-9);
  });

  const exactTables = goldenJson<Record<string, { table: number[][]; p: number }>>('fisher-rxc.json');
  it.each(['t3x4', 't3x2', 'sparse5x4', 'two_by_six', 'strong3x3'])('%s: Fisher of a larger table, in whole numbers (fisher-rxc.py)', async (name) => {
    const { table, p: expected } = exactTables[name];
    const { estimates: [{ p, pMethod }] } = await compareGroups(tableValues(table), { test: ['fisher'] }, 'nominal');
    expectClose(p, expected, 1e-10);
    expect(pMethod).toBe('exact');
  });
});

describe('the record', () => {
  const study = smallDataset({
    arm: ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', null],
    age: [41, 52, 63, null, 44, 55, 66, 47, 50],
    sex: ['f', 'm', 'f', 'f', 'm', 'm', 'f', null, 'f'],
    only: ['x', 'y', 'x', 'y', null, null, null, null, 'x'],
    same: [1, 1, 1, 1, 1, 1, 1, 1, 1],
    note: ['t', 'u', 'v', 'w', 'x', 'y', 'z', 'q', 'r'],
  }, { note: 'text' });

  it('counts rows without a group, missing values a group, and what was left out with its reason', async () => {
    const choices: string[] = [];
    const { n, estimates, groups } = await compareRecord(study, { by: 'arm' }, { ...TOOL, choice: (sentence) => choices.push(sentence) });
    expect(n).toEqual({ rows: 9, used: 8, excludedBy: { by: 1 } });
    expect(groups).toEqual([{ level: 'a', n: 4 }, { level: 'b', n: 4 }]);
    expect(estimates.map(({ variable, groups: each }) => [variable, ...each.map((group) => [group.n, group.missing])])).toEqual([
      ['age', [3, 1], [4, 0]], ['sex', [4, 0], [3, 1]], ['same', [4, 0], [4, 0]],
    ]);
    expect(choices).toEqual(['Left out, because it has values in one group only: only.', 'Left out, because it is a text: note.']);
  });

  it('has exactly the fields of a comparison in its estimates, and is JSON', async () => {
    const record = await compareRecord(study, { by: 'arm' }, TOOL);
    for (const estimate of record.estimates) {
      expect(Object.keys(estimate)).toEqual(['variable', 'by', 'test', 'statistic', 'df', 'p', 'pMethod', 'pAdjusted', 'effect', 'groups']);
      for (const group of estimate.groups) expect(Object.keys(group)).toEqual(['level', 'n', 'missing', 'mean', 'sd', 'median', 'q1', 'q3']);
    }
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  it('a constant variable is undefined, with the reason, and counts for no adjustment', async () => {
    const { estimates, warnings } = await compareRecord(study, { by: 'arm', vars: ['age', 'same'] }, TOOL);
    expect(estimates[1]).toMatchObject({ p: null, pAdjusted: null, effect: null });
    expect(estimates[0].pAdjusted).toBe(estimates[0].p);
    expect(warnings).toEqual([{ code: 'W_COMPARE_UNDEFINED', message: 'same: undefined, because all values are equal.', where: 'survey.csv:same' }]);
  });

  it('--reference puts its level last, so that differences turn round', async () => {
    const plain = await compareRecord(study, { by: 'arm', vars: ['age'], test: ['welch'] }, TOOL);
    const turned = await compareRecord(study, { by: 'arm', vars: ['age'], test: ['welch'], reference: 'a' }, TOOL);
    expect(turned.groups.map(({ level }) => level)).toEqual(['b', 'a']);
    expect(turned.estimates[0].statistic).toBeCloseTo(-(plain.estimates[0].statistic as number), 12);
    expect(turned.estimates[0].p).toBe(plain.estimates[0].p);
  });

  it('--test for one variable leaves the others to the rule, and says which were asked for', async () => {
    const { tests, estimates, method } = await compareRecord(study, { by: 'arm', vars: ['age', 'sex'], test: ['age=student'] }, TOOL);
    expect(estimates.map(({ test }) => test)).toEqual(['student', 'fisher']);
    expect(tests.map(({ why }) => why)).toEqual(['asked', 'sparse']);
    expect(method).toMatchObject({ test: 'auto', testOf: { age: 'student' } });
  });

  it('--counts lets a row stand for several participants', async () => {
    const counted = smallDataset({ g: ['a', 'a', 'b', 'b', 'b'], answer: ['no', 'yes', 'no', 'yes', 'yes'], n: [3, 1, 1, 3, 0] });
    const { estimates: [{ p }], groups, n } = await compareRecord(counted, { by: 'g', counts: 'n', test: ['fisher'] }, TOOL);
    expect(groups.map((group) => group.n)).toEqual([4, 4]);
    expect(n).toEqual({ rows: 5, used: 4, excludedBy: { counts: 1 } });
    expectClose(p, goldenGroups.tables['tea'].fisher, 1e-12);
  });

  it('an odds ratio is of the last value, the first group over the second; McNemar’s, of changing to it over from it', async () => {
    const groups = await compareGroups([['no', 'no', 'no', 'yes'], ['no', 'yes', 'yes', 'yes', 'yes']], { test: ['chi-square'] }, 'nominal');
    expect([groups.effects[0].estimate, groups.tests[0].event]).toEqual([(1 / 3) / (4 / 1), 'yes']);
    const waves = await compareWaves(['no', 'no', 'no', 'yes'], ['yes', 'yes', 'no', 'no'], {});
    expect([waves.estimates[0].statistic, waves.effects[0].estimate]).toEqual([2, 2]);
  });

  it('a table too large to be exact is drawn from the seed, which it then names', async () => {
    const table = Array.from({ length: 7 }, (_, row) => Array.from({ length: 7 }, (__, column) => 3 + ((row * 5 + column * 3) % 7)));
    const { estimates: [{ pMethod }], provenance, warnings } = await compareGroups(tableValues(table), { test: ['fisher'], seed: 7 }, 'nominal');
    expect([pMethod, provenance.seed]).toEqual(['monte-carlo', 7]);
    expect(warnings.map(({ code }) => code)).toEqual(['W_COMPARE_DRAWN']);
  });

  it('an odds ratio without bound is null, with a warning', async () => {
    const { effects, warnings } = await compareGroups([['no', 'yes', 'yes'], ['no', 'no', 'no']], { test: ['fisher'] }, 'nominal');
    expect(effects[0]).toMatchObject({ name: 'odds-ratio-conditional', estimate: null, ciHigh: null, infinite: true });
    expect(warnings.map(({ code }) => code)).toContain('W_COMPARE_INFINITE');
  });

  it('pairs leave out who is in one wave only, and say how many', async () => {
    const waves = smallDataset({ id: ['1', '2', '3', '2', '1', '4', ''], wave: ['t1', 't1', 't1', 't2', 't2', 't2', 't2'], score: [5, 7, 9, 4, 6, 8, 8] }, { id: 'id' });
    const { n, groups } = await compareRecord(waves, { by: 'wave', paired: 'id', vars: ['score'] }, TOOL);
    expect([n, groups[0].n]).toEqual([{ rows: 7, used: 4, excludedBy: { unpaired: 3 } }, 2]);
  });

  it.each([
    ['no --by, listing what could serve', {}, 'E_BY_NEEDED', /Type --by arm\. Columns with groups: arm \(2\), sex \(2\)/],
    ['a column with one group among the rows taken', { by: 'arm', where: "arm == 'a'" }, 'E_BY_LEVELS', /Type --by sex/],
    ['waves that are more than two', { by: 'note', paired: 'sex' }, 'E_BY_LEVELS', /--where "note in \('q', 'r'\)"/],
    ['a test for other groups', { by: 'arm', test: ['wilcoxon'] }, 'E_TEST_UNFIT', /--paired COLUMN, or type --test mann-whitney/],
    ['a reference that is no level', { by: 'arm', reference: 'c' }, 'E_REFERENCE', /Levels: a, b/],
    ['a one-sided test', { by: 'arm', alternative: 'less' }, 'E_ALTERNATIVE', /half of a two-sided p/],
    ['pairs that are not', { by: 'arm', paired: 'sex' }, 'E_PAIRS', /Delete one of them/],
    ['a text that was named', { by: 'arm', vars: ['note'] }, 'E_COLUMN_NOT_COMPARABLE', /!note/],
    ['ranks of categories', { by: 'arm', vars: ['sex'], test: ['mann-whitney'] }, 'E_COLUMN_NOT_COMPARABLE', /./],
  ] as const)('is refused for %s', async (_, options, code, hint) => {
    await expect(compareRecord(study, options as CompareOptions, TOOL)).rejects.toMatchObject({ code, hint: expect.stringMatching(hint) });
  });
});

const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

/** Mann–Whitney and Kruskal–Wallis by R 4.2.2, in the reference.json beside the data. */
interface Reference {
  readonly groups: Readonly<Record<string, Readonly<Record<'n' | 'mean' | 'sd' | 'q1' | 'median' | 'q3', number>>>>;
  readonly mann_whitney?: { readonly U_first: number; readonly p_cc: number; readonly p_no_cc: number; readonly rank_biserial_first_minus_second: number };
  readonly kruskal_wallis?: { readonly H: number; readonly df: number; readonly p: number };
}

const STUDIES = [
  { file: 'nhanes-t2d/nhanes_2017_2018.csv', section: 'by_gender_age20plus', by: 'gender', where: 'age >= 20' },
  { file: 'nhanes-t2d/nhanes_2017_2018.csv', section: 'by_ethnicity_age20plus', by: 'ethnicity', where: 'age >= 20' },
  { file: 'nhanes-t2d/nhanes_2017_2018.csv', section: 'by_ever_diabetes_age20plus', by: 'ever_diabetes', where: 'age >= 20 and ever_diabetes in (1, 2)' },
  { file: 'la-moodle/AllCombined.csv', section: 'by_Location', by: 'Location' },
  { file: 'la-moodle/AllCombined.csv', section: 'by_Gender', by: 'Gender' },
  { file: 'mldatar-prediabetes/PreDiabetes.csv', section: 'by_Sex', by: 'Sex' },
  { file: 'redcapr/inst/test-data/projects/clinical-trial-1/data.csv', section: 'by_gender', by: 'gender' },
];

describe.skipIf(!existsSync(DATA))('readSurvey and compareRecord agree with R on real files (skipped where ../shared is absent)', () => {
  it.each(STUDIES)('$file, $section', async ({ file, section, by, where }) => {
    const reference = JSON.parse(readFileSync(join(DATA, file.split('/')[0], 'reference.json'), 'utf8'))[section] as Record<string, Reference>;
    const survey = await readSurvey(join(DATA, file), { duplicates: 'report' });
    // R's groups go by their codes; ours by the labels that the data dictionary gives them.
    const labelled = new Map(survey.columns.find((column) => column.name === by)?.levels?.map(({ value, label }) => [label, String(value)]));
    const variables = Object.keys(reference).filter((name) => survey.columns.some((column) => column.name === name));
    expect(variables.length).toBeGreaterThan(0);
    for (const variable of variables) {
      const { groups, mann_whitney: ranks, kruskal_wallis: several } = reference[variable];
      const asked = (p: CompareOptions['p']): Promise<CompareRecord> =>
        compareRecord(survey, { by, vars: [variable], test: [several === undefined ? 'mann-whitney' : 'kruskal'], ...(p === undefined ? {} : { p }), ...(where === undefined ? {} : { where }) }, TOOL);
      const corrected = await asked('approximate');
      const [{ groups: found, statistic, p, effect }] = corrected.estimates;
      for (const group of found) {
        const expected = groups[labelled.get(group.level) ?? group.level];
        expect(group.n).toBe(expected.n);
        for (const field of ['mean', 'sd', 'q1', 'median', 'q3'] as const) expectClose(group[field], expected[field], 1e-12);
      }
      if (several !== undefined) {
        expectClose(statistic, several.H, 1e-11);
        expectClose(p, several.p, 1e-9);
      } else if (ranks !== undefined) {
        expect(statistic).toBe(ranks.U_first);
        expectClose(effect?.estimate ?? null, ranks.rank_biserial_first_minus_second, 1e-11);
        // R prints what is below 1e-308 as 0.
        if (ranks.p_cc === 0) expect(p).toBeLessThan(1e-300);
        else {
          expectClose(p, ranks.p_cc, 1e-9);
          expectClose((await asked('uncorrected')).estimates[0].p, ranks.p_no_cc, 1e-9);
        }
      }
    }
  });
});
