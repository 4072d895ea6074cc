import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, SURVEY, portalStudy, scratchFile, scratchFolder } from './portal-study.js';

interface Estimate { x: string; by: string | null; n: number; estimate: number; df: number | null; p: number; pMethod: string; pError: number | null; ciLow: number; ciHigh: number }

function record(...options: string[]) {
  const { stdout, stderr, code } = portalStudy(['correlate', SURVEY, '--vars', 'request_appointment', '--format', 'json', ...options]);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as {
    method: Record<string, unknown>; estimates: Estimate[]; comparisons: { p: number; groups: string[] }[];
    detectable: { n: number; detectable: number }[]; provenance: { seed: number | null }; n: { excludedBy: Record<string, number> };
  };
}

describe('--p exact', () => {
  const [exact] = record('--p', 'exact').estimates;
  it('is exact given the ties, with the method and its error bound in the record', () => {
    expect(exact.pMethod).toMatch(/^exact-/);
    expect(exact.pError).toBeLessThan(1e-9);
  });
  it('agrees with 2,000,000 shuffles in numpy (0.03762, standard error 0.00013) within 4 standard errors', () => {
    expect(Math.abs(exact.p - 0.03762)).toBeLessThan(4 * 0.00013);
  });
  it('agrees with --p permutation within 4 standard errors', () => {
    const [{ p, pMethod }] = record('--p', 'permutation').estimates;
    expect(pMethod).toBe('permutation');
    expect(Math.abs(p - exact.p)).toBeLessThan(4 * Math.sqrt((exact.p * (1 - exact.p)) / 100_000));
  });
  it('says when a small budget leaves only Monte Carlo, drawn from the seed', () => {
    const { estimates: [{ pMethod, pError }], provenance } = record('--p', 'exact', '--budget', '1ms');
    expect({ pMethod, seed: provenance.seed }).toEqual({ pMethod: 'monte-carlo', seed: 20130501 });
    expect(pError).toBeGreaterThan(0);
  });
});

describe('what has no p of the kind that was asked for', () => {
  const words = (...options: string[]): string => portalStudy(['correlate', SURVEY, '--vars', 'request_appointment', '--method', 'kendall', ...options]).stdout;
  it('says so of an exact p of τ where there are ties', () => expect(words('--p', 'exact')).toMatch(/normal approximation.*an exact p of τ needs data without ties/s));
  it('says so of a partial τ, and names no interval and no tests', () => {
    expect(words('--partial', 'age')).toMatch(/no p and no\s+interval, because/);
    expect(words('--partial', 'age')).not.toMatch(/Fieller|Holm over/);
  });
});

describe('--alternative', () => {
  it.each(['t', 'exact', 'permutation'])('halves the matter for a negative correlation by --p %s: less is small, greater is large', (p) => {
    const [less] = record('--p', p, '--alternative', 'less').estimates;
    const [greater] = record('--p', p, '--alternative', 'greater').estimates;
    expect(less.p).toBeLessThan(0.03);
    expect(greater.p).toBeGreaterThan(0.97);
  });
});

describe('what is drawn', () => {
  it('is the same on every run, and another with another seed', () => {
    const once = record('--ci', 'bootstrap', '--p', 'permutation');
    expect(record('--ci', 'bootstrap', '--p', 'permutation')).toEqual(once);
    const other = record('--ci', 'bootstrap', '--p', 'permutation', '--seed', '7');
    expect(other.estimates[0].p).not.toBe(once.estimates[0].p);
    expect(other.provenance.seed).toBe(7);
  });
  it('does not depend on which other variables are asked for', () => {
    const alone = record('--p', 'permutation').estimates[0].p;
    const { stdout } = portalStudy(['correlate', SURVEY, '--p', 'permutation', '--format', 'json']);
    expect((JSON.parse(stdout).estimates as Estimate[]).find(({ x }) => x === 'request_appointment')?.p).toBe(alone);
  });
  it('leaves rows without a cluster out, and counts them', () => {
    const { method, n, estimates } = record('--p', 'permutation', '--ci', 'bootstrap', '--cluster', 'focus_group');
    expect(method['cluster']).toBe('focus_group');
    expect(n.excludedBy['cluster']).toBe(15);
    expect(estimates[0].n).toBe(38);
  });
});

describe('--partial, --weights, --by and --detectable', () => {
  it('partial correlations have n - 2 - k degrees of freedom, a text covariate counting its levels less one', () => {
    expect(record('--partial', 'age').estimates[0].df).toBe(50);
    expect(record('--partial', 'age,race').estimates[0].df).toBe(48);
    expect(record('--semi-partial', 'age').estimates[0].df).toBe(50);
  });
  it('equal weights change nothing', () => {
    const file = scratchFile('w.csv', 'hba1c,visits,w\n7,4,2\n8,9,2\n6,1,2\n9,3,2\n7.5,2,2\n');
    const run = (...options: string[]): Estimate => JSON.parse(portalStudy(['correlate', file, '--vars', 'visits', '--format', 'json', ...options]).stdout).estimates[0];
    expect(run('--weights', 'w').estimate).toBeCloseTo(run().estimate, 12);
    expect(run('--weights', 'w').df).toBeCloseTo(3, 12);
    expect(run('--weights', 'w', '--weights-kind', 'frequency').df).toBe(8);
  });
  it('--by compares the groups by Fisher’s z', () => {
    expect(record('--by', 'arm').comparisons).toMatchObject([{ groups: ['focus group', 'survey only'] }]);
  });
  it('--detectable gives the smallest correlation for each n (Bonett–Wright, 80 %)', () => {
    expect(record('--detectable').detectable).toMatchObject([{ n: 53, detectable: expect.closeTo(0.389, 2) as number }]);
  });
});

describe('methods that do not go together are refused', () => {
  it.each([
    [['--p', 'exact', '--method', 'pearson'], '--p permutation'],
    [['--partial', 'age', '--p', 'exact'], 'Leave out --p'],
    [['--partial', 'age', '--weights', 'age'], '--partial or --weights'],
    [['--cluster', 'arm'], '--p permutation'],
    [['--weights', 'age', '--method', 'kendall'], '--method spearman'],
    [['--bootstrap', 'percentile'], '--ci bootstrap'],
    [['--weights', 'arm'], 'weights are numbers'],
  ])('%j', (options, hint) => {
    const { code, stderr, stdout } = portalStudy(['correlate', SURVEY, '--quiet', ...options]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });
});

describe('an interrupt', () => {
  it('stops a long run at once with exit 130 and leaves nothing', async () => {
    const folder = scratchFolder();
    const args = [BIN, 'correlate', SURVEY, '--p', 'permutation', '--resamples', '100000000', '--output', join(folder, 't.csv')];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    await new Promise((resolve) => { child.stderr.once('data', resolve); });
    const code = await new Promise((resolve) => {
      child.on('exit', resolve);
      setTimeout(() => child.kill('SIGINT'), 200);
    });
    expect(code).toBe(130);
    expect(existsSync(folder) && readdirSync(folder)).toEqual([]);
  });
});
