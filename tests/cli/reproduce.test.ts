import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReproduceRecord } from '../../src/results/reproduce.js';
import { STUDY, portalStudy, scratchFolder } from './portal-study.js';

/** A copy of the fixture study with some of its text replaced. */
function study(changes: Readonly<Record<string, readonly [string, string]>> = {}): string {
  const folder = scratchFolder();
  cpSync(STUDY, folder, { recursive: true });
  for (const [file, [before, after]] of Object.entries(changes)) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
    writeFileSync(join(folder, file), text.replace(before, after));
  }
  return folder;
}

const reproduce = (folder: string, ...more: string[]) => portalStudy(['reproduce', ...more], { cwd: folder });
const recordOf = (folder: string, ...more: string[]): ReproduceRecord => JSON.parse(reproduce(folder, '--format', 'json', ...more).stdout) as ReproduceRecord;

describe('the fixture study', () => {
  it('reproduces every figure that PAPER prints', () => {
    const { code, stdout, stderr } = reproduce(STUDY);
    expect(code).toBe(0);
    expect(stdout).toContain('104 printed figures and 6 quotes in 10 claims: every one holds.');
    expect(stderr).toBe('');
  });

  it('claims the 45 cells of Table 4 with their stars or NS, ten frequencies and the A1c column', () => {
    const { estimates } = recordOf(STUDY);
    const figures = (claim: string) => estimates.filter((one) => one.claim === claim && !/^[#*]+$/.test(one.printed));
    expect([figures('table4-items').length, figures('table4-frequent').length, figures('table4-a1c').length]).toEqual([45, 10, 10]);
    expect(estimates.filter(({ printed }) => /^[#*]+$/.test(printed)).map(({ printed }) => printed).sort().join(' ')).toMatch(/^# \*( \*\*?)+$/);
  });

  it('gives the same bytes on every run', () => {
    expect(reproduce(STUDY, '--format', 'json').stdout).toBe(reproduce(STUDY, '--format', 'json').stdout);
  });

  it('is found in its folder', () => {
    expect(portalStudy(['reproduce', STUDY]).code).toBe(0);
    expect(portalStudy(['reproduce', join(STUDY, 'study.yml')]).code).toBe(0);
  });

  it('shows every figure under --all', () => {
    expect(reproduce(STUDY, '--all').stdout).toMatch(/table4-items\[view_medical_record, review_lab_results\]\.estimate +0\.69\*\* +0\.6917 +Match/);
  });
});

describe('a figure that does not match', () => {
  const wrong = study({ 'study.yml': ['"p=0.04"', '"p=0.06"'] });
  it('fails with one line that names it, and says how far away it is', () => {
    const { code, stdout } = reproduce(wrong);
    expect(code).toBe(1);
    expect(stdout).toMatch(/table4\[request_appointment\]\.p +p=0\.06 +0\.0374 +It is 0\.04, 2 units of 0\.01 away\. Printed as not significant at 0\.05, and it is\./);
    expect(stdout).toContain('109 hold, 1 does not.');
    expect(stdout).not.toContain('table4-items');
  });
  it('has its line in the study file', () => {
    const [one] = recordOf(wrong).estimates.filter(({ status }) => status === 'failed');
    expect(one).toMatchObject({ claim: 'abstract-rho', verdict: 'mismatch', units: 2, flip: true, accepted: '0.055 to 0.065' });
    const lines = readFileSync(join(wrong, 'study.yml'), 'utf8').split('\n');
    expect(lines[Number(one.where.split(':').at(-2)) - 1]).toContain('p=0.06');
  });
});

describe('a study file that cannot be run', () => {
  it.each([
    ['"table4[request_appointment].p"', '"table4[request_apointment].p"', /^error: study\.yml:\d+:7: table4 has no "request_apointment", in "table4\[request_apointment\]\.p"\. Nearest: request_appointment\.\n$/],
    ['"p=0.04"', 'high', /^error: study\.yml:\d+:\d+: .*\n$/],
    ['p: t, adjust: none', 'p: t, adjusst: none', /^error: study\.yml:\d+:\d+: There is no option "adjusst"\. Nearest: adjust\.\n$/],
    ['vars: "feature:*", frequent: 4', 'vars: nothing, frequent: 4', /^error: .*The analysis frequent cannot be made: There is no column "nothing"/],
    ['p: t, adjust: none', 'p: t, output: x.csv', /^error: study\.yml:\d+:\d+: "output" says nothing of what is computed\./],
  ])('%s as %s', (before, after, message) => {
    const { code, stderr, stdout } = reproduce(study({ 'study.yml': [before, after] }));
    expect({ code, stdout }).toEqual({ code: after === 'high' ? 1 : 2, stdout: after === 'high' ? stdout : '' });
    if (after !== 'high') expect(stderr).toMatch(message);
  });
  it('because it claims nothing, or is not there', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'study.yml'), 'version: 1\n');
    expect(reproduce(folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('claims nothing') });
    expect(reproduce(scratchFolder())).toMatchObject({ code: 2, stderr: expect.stringContaining('study.yml') });
  });
});
