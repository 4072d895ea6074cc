import { describe, expect, it } from 'vitest';
import type { SaturationRecord } from '../../src/results/saturation.js';
import { STUDY, portalStudy } from './portal-study.js';

const run = (...args: string[]) => portalStudy(['saturation', 'codings.csv', ...args], { cwd: STUDY });

describe('saturation of the fixture study', () => {
  it('accumulates codes over the six focus groups, the last count being every code that was used', () => {
    const { code, stdout } = run('--format', 'json');
    expect(code).toBe(0);
    const { estimates, method, points } = JSON.parse(stdout) as SaturationRecord;
    expect(estimates.map(({ unit }) => unit)).toEqual(['FG1', 'FG2', 'FG3', 'FG4', 'FG5', 'FG6']);
    expect(estimates.at(-1)?.cumulative).toBe(method.codes);
    expect(estimates.reduce((sum, { newCodes }) => sum + newCodes, 0)).toBe(method.codes);
    expect(method).toMatchObject({ orders: 720, ordersAre: 'all', base: 4, run: 2, threshold: 0.05 });
    expect(points.map(({ threshold }) => threshold)).toEqual([0.05, 0]);
  });

  it('prints within 80 columns what the rule says, in words', () => {
    const { stdout } = run('--quiet');
    expect(stdout).toMatch(/New information: new codes of a run of 2, of the \d+ codes of the first 4 interviews \(Guest, Namey and Chen 2020\)/);
    expect(Math.max(...stdout.split('\n').filter((row) => /^(─|FG\d)/.test(row)).map((row) => row.length))).toBeLessThanOrEqual(80);
  });

  it.each([
    [['--threshold', '2'], '--threshold 5%'],
    [['--order', 'FG1,FG2'], '--order leaves out FG3'],
    [['--unit', 'site'], '--unit takes'],
  ])('refuses %j in one line, exit 2', (args, part) => {
    const { code, stdout, stderr } = run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n').at(-1)).toContain(part);
  });
});
