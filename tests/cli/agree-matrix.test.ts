import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AgreementRecord } from '../../src/results/agreement.js';
import { SHARED, portalStudy, scratchFile } from './portal-study.js';

function record(args: readonly string[]): AgreementRecord {
  const { code, stdout, stderr } = portalStudy(['agree', ...args, '--layout', 'matrix', '--format', 'json']);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const matrix = (rows: readonly (readonly (number | string | null)[])[], header: readonly string[]): string =>
  scratchFile('ratings.csv', [header, ...rows].map((row) => row.map((cell) => cell ?? '').join(',')).join('\n'));

const SMALL = matrix([[1, 'yes', 'yes'], [2, 'no', 'yes'], [3, 'no', 'no'], [4, 'yes', 'yes'], [5, 'no', '']], ['unit', 'anna', 'ben']);

describe('agree --layout matrix', () => {
  it('takes a column of units for what it is and leaves out units that one coder rated', () => {
    const { method, n, estimates } = record([SMALL]);
    expect(method.coders).toEqual(['anna', 'ben']);
    expect(n).toEqual({ rows: 5, used: 4, excludedBy: { 'fewer than two ratings': 1 } });
    expect(estimates.map(({ coefficient }) => coefficient)).toEqual(['percent', 'cohen', 'krippendorff', 'ac1', 'brennan-prediger']);
    expect(estimates[1].estimate).toBeCloseTo(0.5, 12);
  });

  it('takes excerpts for units, whatever their column is called, and says where categories differ in case alone', () => {
    const texts = matrix([['so good', 'yes', 'Yes'], ['not so', 'no', 'no'], ['hm', 'yes', 'yes']], ['Excerpt', 'anna', 'ben']);
    const { stderr } = portalStudy(['agree', texts, '--layout', 'matrix']);
    expect(stderr).toMatch(/Column "Excerpt" names the units; the other 2 are coders/);
    expect(stderr).toMatch(/Categories "Yes" and "yes" differ in case alone/);
  });

  it.each([['Segment no.', 4], ['Case', 4], ['x', 12]])('takes a first column "%s" that counts the %i units for their numbers', (header, count) => {
    const numbered = matrix(Array.from({ length: count }, (_, unit) => [unit + 1, 1 + (unit % 3), 1 + (unit % 2)]), [header, 'anna', 'ben']);
    expect(record([numbered]).method.coders).toEqual(['anna', 'ben']);
  });

  it('answers exit 1 and names the coefficient where it lies below --min, exit 0 where it reaches it', () => {
    const below = portalStudy(['agree', SMALL, '--layout', 'matrix', '--min', '.80']);
    expect(below.code).toBe(1);
    expect(below.stderr).toMatch(/--min 0\.8: not reached, by krippendorff: all 0\.533\./);
    expect(below.stdout).toMatch(/Krippendorff α/);
    expect(portalStudy(['agree', SMALL, '--layout', 'matrix', '--min', '50%']).code).toBe(0);
    expect(portalStudy(['agree', SMALL, '--layout', 'matrix', '--min', '.8', '--coefficient', 'percent']).code).toBe(1);
  });

  it('says undefined where nobody varies, never 1 or 0, and the gate stays shut', () => {
    const same = matrix([['no', 'no'], ['no', 'no'], ['no', 'no']], ['anna', 'ben']);
    const { estimates, warnings } = record([same]);
    expect(estimates.filter(({ coefficient }) => coefficient !== 'percent').map(({ estimate }) => estimate)).toEqual([null, null, null, null]);
    expect(warnings.map(({ message }) => message).join()).toMatch(/Cohen κ, Krippendorff α, .*undefined, because all ratings are the same/);
    expect(portalStudy(['agree', same, '--layout', 'matrix', '--min', '.8']).code).toBe(1);
  });

  it('counts categories that nobody used where they are declared', () => {
    const bp = (args: readonly string[]) => record([SMALL, '--coefficient', 'bp', ...args]).estimates[0].expected;
    expect(bp([])).toBe(1 / 2);
    expect(bp(['--categories', 'no,maybe,yes'])).toBeCloseTo(1 / 3, 12);
  });

  it('gives the same bytes on every run, and others with another seed', () => {
    const run = (seed: string): string => JSON.stringify(record([SMALL, '--seed', seed]).estimates);
    expect(run('1')).toBe(run('1'));
  });

  it('refuses measurements with a thousand values, which no table of categories holds', () => {
    const many = matrix(Array.from({ length: 1200 }, (_, unit) => [unit / 7, unit / 7 + 0.1]), ['a', 'b']);
    const { code, stderr } = portalStudy(['agree', many, '--layout', 'matrix', '--level', 'interval']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/different ratings; agreement is computed of up to 1000/);
  });

  it.each([
    [['--coefficient', 'kapa'], 'Nearest: kappa'],
    [['--coefficient', 'krippendorff-ordinal'], '--coefficient krippendorff --level ordinal'],
    [['--level', 'interval'], '--level ordinal with --categories'],
    [['--categories', 'no,maybe'], '--categories'],
    [['--coders', 'anna'], 'two coders or more'],
    [['--coders', 'anna,bem'], 'Nearest: ben'],
    [['--min', '2'], '--min .80'],
  ])('refuses %j in one line, exit 2', (options, part) => {
    const { code, stdout, stderr } = portalStudy(['agree', SMALL, '--layout', 'matrix', ...options]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n').at(-1)).toContain(part);
  });
});

describe.skipIf(!existsSync(SHARED))('agree --layout matrix on published data (skipped where ../shared is absent)', () => {
  const reference = existsSync(SHARED) ? JSON.parse(readFileSync(join(SHARED, 'reference/agreement.json'), 'utf8')) : {};
  const data = (name: string): string => {
    const rows: (string | null)[][] = reference[name].units_by_coders;
    return matrix(rows, rows[0].map((_, coder) => `r${coder + 1}`));
  };
  it.each([
    ['krippendorff_C_data', 'alpha', 'nominal', 'alpha_nominal'],
    ['krippendorff_C_data', 'alpha', 'ordinal', 'alpha_ordinal'],
    ['krippendorff_C_data', 'alpha', 'interval', 'alpha_interval'],
    ['krippendorff_C_data', 'alpha', 'ratio', 'alpha_ratio'],
    ['krippendorff_C_data', 'ac1', 'nominal', 'gwet_AC1'],
    ['fleiss_1971_diagnoses', 'fleiss', 'nominal', 'fleiss_kappa'],
    ['fleiss_1971_diagnoses', 'conger', 'nominal', 'conger_exact'],
    ['fleiss_1971_diagnoses', 'light', 'nominal', 'light_kappa'],
  ])('%s: %s, %s', (name, coefficient, level, key) => {
    const [{ estimate }] = record([data(name), '--coefficient', coefficient, '--level', level, '--ci', 'none']).estimates;
    const printed: number = reference[name].expected[key];
    expect(Math.abs((estimate ?? NaN) - printed)).toBeLessThan(String(printed).length > 10 ? 1e-9 : 5e-6);
  });
  it('Fleiss 1971: z of Fleiss’ κ, and of Cohen’s κ of raters 2 and 3', () => {
    const { estimates } = record([data('fleiss_1971_diagnoses'), '--coefficient', 'fleiss,cohen', '--ci', 'none']);
    const { fleiss_z: fleiss, cohen_z_2_3: cohen } = reference.fleiss_1971_diagnoses.expected;
    expect(estimates.find(({ coefficient, pair }) => coefficient === 'fleiss' && pair === null)?.z).toBeCloseTo(fleiss, 5);
    const pair = estimates.find((one) => one.coefficient === 'cohen' && one.pair === 'r2 & r3');
    expect(pair?.z).toBeCloseTo(cohen, 6);
    expect(pair?.p).toBeLessThan(1e-12);
  });
  it('vision: κ of 7,477 pairs of eyes, plain, linear and quadratic', () => {
    const { estimates } = record([join(SHARED, 'reference/vision.csv'), '--coefficient', 'cohen,cohen-linear,cohen-quadratic']);
    const { kappa_unweighted: plain, kappa_linear: linear, kappa_quadratic: quadratic } = reference.vision.expected;
    expect(estimates.map(({ estimate }) => estimate)).toEqual([plain, linear, quadratic].map((value) => expect.closeTo(value, 9)));
  });
});
