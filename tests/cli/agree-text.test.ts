import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHARED, portalStudy, scratchFolder } from './portal-study.js';

const HEADER = 'document,code,start,end,coder';
const ANNA = ['FG1,Access,28,73,anna', 'FG1,Unanswered,79,103,anna', 'FG2,Trust,33,49,anna', 'FG2,Login,55,87,anna'];
const BEN = ['FG1,Access,28,65,ben', 'FG1,Unanswered,79,103,ben', 'FG2,Trust,25,49,ben'];

function study(): string {
  const folder = scratchFolder();
  mkdirSync(join(folder, 'transcripts'));
  writeFileSync(join(folder, 'transcripts/FG1.txt'), 'MODERATOR: What helps?\r\nP01: I just write the nurse, no waiting on hold 👍.\r\nP02: I worry nobody reads it.\r\n');
  writeFileSync(join(folder, 'transcripts/FG2.txt'), '\uFEFFP03: My doctor answers in a day; it builds trust.\nP04: I forget my password every time.\n');
  writeFileSync(join(folder, 'codings.csv'), [HEADER, ...ANNA, ...BEN].join('\n'));
  writeFileSync(join(folder, 'anna.csv'), [HEADER, ...ANNA].join('\n'));
  writeFileSync(join(folder, 'ben.csv'), [HEADER, ...BEN].join('\n'));
  return folder;
}

describe('agree on a sheet of coded segments with its transcripts', () => {
  const cwd = study();
  const run = (...args: string[]) => portalStudy(['agree', ...args], { cwd });

  it('gives the κ of every code over characters, and the same from a file a coder', () => {
    const kappas = (...files: string[]): Record<string, string> => {
      const { estimates } = JSON.parse(run(...files, '--coefficient', 'cohen', '--format', 'json').stdout);
      return Object.fromEntries(estimates.filter((one: { document: string | null }) => one.document === null)
        .map((one: { code: string | null; estimate: number }) => [one.code ?? 'all', one.estimate.toFixed(4)]));
    };
    expect(kappas('codings.csv')).toEqual({ Access: '0.8763', Unanswered: '1.0000', Trust: '0.7778', Login: '0.0000', all: '0.7252' });
    expect(kappas('anna.csv', 'ben.csv')).toEqual(kappas('codings.csv'));
  });

  it('is a gate: exit 1 names the codes below, exit 0 where all reach it', () => {
    const below = run('codings.csv', '--min', '.80');
    expect(below.code).toBe(1);
    expect(below.stderr).toMatch(/not reached, by krippendorff: Trust 0\.777; Login -0\.088; all 0\.721/);
    expect(run('codings.csv', '--min', '.80', '--codes', 'Access,Unanswered').code).toBe(0);
  });

  it('prints tables within 80 columns and writes disagreements as data', () => {
    const { stdout } = run('codings.csv', '--disagreements', '--quiet');
    expect(stdout).toMatch(/Agreement by code[^]*All codes[^]*Documents[^]*Where the coders differ/);
    expect(Math.max(...stdout.split('\n').filter((row) => /^(─| {2}\d|\w+ +\d)/.test(row)).map((row) => row.length))).toBeLessThanOrEqual(80);
    expect(run('codings.csv', '--disagreements', '--format', 'csv', '--quiet').stdout.split('\n')).toHaveLength(5);
  });

  it.each([
    [['anna.csv'], 'two coders or more'],
    [['codings.csv', '--coders', 'anna,bem'], 'Nearest: ben'],
    [['codings.csv', '--unit', 'word'], '--unit takes'],
    [['codings.csv', '--overlap', '2'], '--overlap takes a share'],
    [['codings.csv', 'anna.csv', '--layout', 'matrix'], 'takes one file'],
  ])('refuses %j in one line, exit 2', (args, part) => {
    const { code, stdout, stderr } = run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n').at(-1)).toContain(part);
  });
});

describe.skipIf(!existsSync(SHARED))('agree on other people’s files (skipped where ../shared is absent)', () => {
  it('QualCoder’s two coders, by character: Access .8763, Trust .7778, Login 0, Unanswered 1', () => {
    const { stdout, code } = portalStudy(['agree', join(SHARED, 'qual/qualcoder/two_coders.qda'), '--unit', 'character', '--coefficient', 'cohen', '--format', 'json']);
    expect(code).toBe(0);
    const { estimates, provenance } = JSON.parse(stdout);
    const kappas = estimates.filter((one: { code: string | null; document: string | null }) => one.code !== null && one.document === null);
    expect(Object.fromEntries(kappas.map((one: { code: string; estimate: number }) => [one.code, one.estimate.toFixed(4)])))
      .toEqual({ Access: '0.8763', Trust: '0.7778', Login: '0.0000', Unanswered: '1.0000' });
    expect(provenance.inputs[0].path).toMatch(/data\.qda$/);
  });

  it('a project of one coder is refused, and says what to give', () => {
    const { code, stderr } = portalStudy(['agree', join(SHARED, 'qual/qc/demo.qdpx')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/two coders or more; found cp\. Give every coder’s file/);
  });
});
