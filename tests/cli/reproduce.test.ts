import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReproduceRecord } from '../../src/results/reproduce.js';
import { STUDY, SURVEY, copyOfStudy, portalStudy, scratchFolder } from './portal-study.js';

/** A copy of the fixture study with some of its text replaced. */
function study(changes: Readonly<Record<string, readonly [string, string]>> = {}): string {
  const folder = scratchFolder();
  copyOfStudy(folder);
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
    expect(reproduce(STUDY, '--all').stdout).toMatch(/table4-items\[view_medical_record, review_lab_results\]\.estimate +0\.69\*\* +0\.6917 +match/);
  });
});

describe('a figure that does not match', () => {
  const wrong = study({ 'study.yml': ['"p=0.04"', '"p=0.06"'] });
  it('fails with one line that names it, and says how far away it is', () => {
    const { code, stdout } = reproduce(wrong);
    expect(code).toBe(1);
    expect(stdout).toMatch(/table4\[request_appointment\]\.p +p=0\.06 +0\.0374 +significance flips\n/);
    expect(stdout).toContain('109 hold, 1 does not.');
    expect(stdout).not.toContain('table4-items');
  });
  it('has its line in the study file', () => {
    const [one] = recordOf(wrong).estimates.filter(({ status }) => status === 'failed');
    expect(one).toMatchObject({
      claim: 'abstract-rho', verdict: 'mismatch', units: 2, flip: true, accepted: '0.055 to 0.065',
      why: expect.stringContaining('It is 0.04, 2 units of 0.01 away. Printed as not significant at 0.05, and it is.'),
    });
    const lines = readFileSync(join(wrong, 'study.yml'), 'utf8').split('\n');
    expect(lines[Number(one.where.split(':').at(-2)) - 1]).toContain('p=0.06');
  });
});

describe('a study file that cannot be run', () => {
  it.each([
    ['"table4[request_appointment].p"', '"table4[request_apointment].p"', /^error: study\.yml:\d+:7: table4 has no "request_apointment", in "table4\[request_apointment\]\.p"\. Nearest: request_appointment\.\n$/],
    ['"p=0.04"', 'high', /^error: study\.yml:\d+:7: "high" is no number, and "table4\[request_appointment\]\.p" is one\.\n$/],
    ['p: t, adjust: none', 'p: t, adjusst: none', /^error: study\.yml:\d+:\d+: There is no option "adjusst"\. Nearest: adjust\.\n$/],
    ['vars: "feature:*", frequent: 4', 'vars: nothing, frequent: 4', /^error: .*The analysis frequent cannot be made: There is no column "nothing"/],
    ['p: t, adjust: none', 'p: t, output: x.csv', /^error: study\.yml:\d+:\d+: "output" says nothing of what is computed\./],
  ])('%s as %s', (before, after, message) => {
    const { code, stderr, stdout } = reproduce(study({ 'study.yml': [before, after] }));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
  it('because it claims nothing, or is not there', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'study.yml'), 'version: 1\n');
    expect(reproduce(folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('claims nothing') });
    expect(reproduce(scratchFolder())).toMatchObject({ code: 2, stderr: expect.stringContaining('study.yml') });
  });
});

describe('a lock', () => {
  const folder = study();
  it('is written beside the study, and later runs are held to it', () => {
    expect(reproduce(folder, '--lock')).toMatchObject({ code: 0, stderr: 'Wrote study.lock.json.\n' });
    expect(reproduce(folder)).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(join(folder, 'survey.csv'), readFileSync(join(folder, 'survey.csv'), 'utf8').replace(/\nP01,.*/, ''));
    const { code, stdout } = reproduce(folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(/survey\.csv +54 rows before, 53 now\n/);
    // One row moves many figures; the cause of all of them is one line.
    expect(stdout).toMatch(/^table1\.n\.used, .* and \d+ more: Moved since the lock: survey\.csv has changed: 54 rows before, 53 now\.$/m);
  });
  it('is no place for a report', () => {
    expect(reproduce(folder, '--output', 'study.lock.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('is not overwritten') });
  });
});

describe('what continuous integration reads', () => {
  const wrong = study({ 'study.yml': ['"p=0.04"', '"p=0.06"'] });
  it('is written in several formats at once, by extension or by name', () => {
    const files = ['results.xml', 'results.tap', 'results.sarif', 'record.json', 'figures.csv', 'junit:other.txt', 'github:notes.txt', 'markdown:summary'];
    const { code, stdout, stderr } = reproduce(wrong, ...files.flatMap((file) => ['--output', file]));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.split('\n').filter((line) => line.startsWith('Wrote')).length).toBe(files.length);
    const read = (file: string) => readFileSync(join(wrong, file), 'utf8');
    expect(read('other.txt')).toBe(read('results.xml'));
    expect(read('results.xml')).toMatch(/<testsuite id="0" package="portal-study 0\.1\.0" name="abstract-rho"[^>]* tests="3" failures="1" errors="0" skipped="0"/);
    expect(read('results.tap')).toMatch(/^TAP version 14\n1\.\.110\nnot ok 1 - abstract-rho: table4\[request_appointment\]\.p printed p=0\.06\n {2}---\n/);
    const [run] = (JSON.parse(read('results.sarif')) as { runs: { results: { ruleId: string; level: string }[] }[] }).runs;
    expect(run.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([['significance-flip', 'error']]);
    expect(read('notes.txt')).toMatch(/^::error file=study\.yml,line=\d+,col=7,title=abstract-rho::Abstract, Results, table4\[request_appointment\]\.p: printed p=0\.06, computed 0\.03738\. It is 0\.04/);
    expect(read('summary')).toMatch(/^## Secure messaging and diabetes management\n\n104 printed figures and 6 quotes in 10 claims: 109 hold, 1 does not\.\n/);
    expect(read('figures.csv').split('\n')[0]).toBe('claim,at,address,printed,accepted,computed,verdict,status,why,cause,expected,units,flip,where');
  });
  it('is printed where it is asked for', () => {
    expect(reproduce(STUDY, '--format', 'tap').stdout).toMatch(/^TAP version 14\n1\.\.110\nok 1 - /);
    expect(reproduce(STUDY, '--format', 'github')).toMatchObject({ code: 0, stdout: 'portal-study: 104 printed figures and 6 quotes in 10 claims: every one holds.\n' });
  });
  it('is nothing that other verbs could write', () => {
    expect(portalStudy(['correlate', SURVEY, '--format', 'junit'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Nothing is judged here that junit could report') });
  });
});

describe('a day', () => {
  const known = study({ 'study.yml': ['"p=0.04"', '"p=0.03"\n    known: { reason: a misprint, until: 2026-06-30, computed: "0.04" }'] });
  it('is that of SOURCE_DATE_EPOCH, where it is set', () => {
    const on = (day: string) => portalStudy(['reproduce'], { cwd: known, env: { SOURCE_DATE_EPOCH: String(Date.parse(`${day}T12:00:00Z`) / 1000) } });
    expect(on('2026-06-30')).toMatchObject({ code: 0, stdout: expect.stringContaining('109 hold, 1 is known not to.') });
    expect(on('2026-07-01')).toMatchObject({ code: 1, stdout: expect.stringContaining('Known, but only until 2026-06-30: a misprint') });
  });
});
