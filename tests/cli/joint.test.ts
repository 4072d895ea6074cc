import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CorrelationRecord } from '../../src/results/correlation.js';
import type { JointRecord } from '../../src/results/joint.js';
import { drawn } from '../plots/drawn.js';
import { STUDY, portalStudy, scratchFile, scratchFolder } from './portal-study.js';

const study = join(STUDY, 'study.yml');
const joint = (...args: string[]) => portalStudy(['joint', study, '--quiet', ...args]);

describe('joint', () => {
  it('takes survey, codings and links from the study, and prints counts, quotes with their places, statistic, fit and meta-inference', () => {
    const { code, stdout } = joint();
    expect(code).toBe(0);
    for (const part of ['21/39 speakers, 6/6 groups', 'ρ = -0.29 (-0.52 to -0.01), p = .037, n = 53', 'agreement', 'Preparing and arranging visits by message']) expect(stdout).toContain(part);
    expect(stdout).toMatch(/“[^”]+” P\d\d, FG\d \(FG\d:\d+–\d+\)/);
  });

  it('is the same bytes on every run', () => {
    const run = () => joint('--type', 'statistics-by-themes', '--format', 'json').stdout;
    expect(run()).toBe(run());
    expect((JSON.parse(run()) as JointRecord).provenance.seed).toBe(20130501);
  });

  it('works without a study, from a survey, codings and links', () => {
    const { stdout } = portalStudy(['joint', '--no-study', '--survey', join(STUDY, 'survey.csv'), '--themes', join(STUDY, 'codings.csv'), '--type', 'statistics-by-themes', '--quiet']);
    expect(stdout).toContain('No link was declared in advance: all of this is exploratory');
  });

  it('draws the effects of several variables on one axis, and themes by source', () => {
    const folder = scratchFolder();
    joint('--type', 'statistics-by-themes', '--explore', '--plot', join(folder, 'bars.svg'));
    joint('--type', 'convergence', '--plot', join(folder, 'map.svg'));
    expect(drawn(readFileSync(join(folder, 'bars.svg'), 'utf8')).texts).toEqual(expect.arrayContaining(['Prior negative experiences', 'r = −0.43 (−0.69 to −0.06), p = .024']));
    expect(drawn(readFileSync(join(folder, 'map.svg'), 'utf8')).texts).toEqual(expect.arrayContaining(['Better visits', 'FG6', '4/6']));
  });

  it('reads meta-inferences from a file and never makes one', () => {
    const file = scratchFile('inferences.csv', 'theme,variable,meta_inference\nPatient satisfaction,hba1c,Satisfaction is an end in itself.\n');
    expect(joint('--inferences', file).stdout).toContain('Satisfaction is an end in itself.');
    const wrong = scratchFile('inferences.csv', 'theme,variable,meta_inference\nPatient satisfacton,hba1c,x\n');
    const { code, stderr } = joint('--inferences', wrong);
    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain('Nearest: Patient satisfaction');
  });
});

describe('theme.<code> as a column', () => {
  it('is there for correlate, compare and describe as soon as it is named, and missing for who was not observed', () => {
    const record = JSON.parse(portalStudy(['correlate', join(STUDY, 'survey.csv'), '--vars', 'theme.*', '--quiet', '--format', 'json']).stdout) as CorrelationRecord;
    expect(record.estimates).toHaveLength(27);
    expect(new Set(record.estimates.map(({ n }) => n))).toEqual(new Set([39]));
    expect(record.provenance.inputs.map(({ path }) => path.split('/').at(-1))).toEqual(expect.arrayContaining(['survey.csv', 'study.yml', 'codings.csv']));
    expect(portalStudy(['compare', join(STUDY, 'survey.csv'), '--by', 'theme.Better visits', '--vars', 'hba1c', '--quiet']).stdout).toMatch(/mentioned \(n\s=\s21\)/);
  });

  it('is not read where nothing asks for it', () => {
    const { stderr } = portalStudy(['correlate', join(STUDY, 'survey.csv')]);
    expect(stderr).not.toContain('codings.csv');
  });
});

describe('quantitize', () => {
  it('has a row for everybody of the survey, blank for who was not in the transcripts', () => {
    const { stdout } = portalStudy(['quantitize', join(STUDY, 'codings.csv'), '--survey', join(STUDY, 'survey.csv'), '--format', 'csv', '--quiet']);
    const rows = stdout.trim().split('\n').slice(1).map((line) => line.split(','));
    expect(rows).toHaveLength(54);
    expect(rows.filter(([, observed]) => observed === 'true')).toHaveLength(39);
    for (const [, observed, ...values] of rows) expect(values.every((value) => (observed === 'true' ? /^[01]$/ : /^$/).test(value))).toBe(true);
  });

  it('refuses coded text of which nobody is known to speak, rather than writing a table without rows', () => {
    const { stdout, stderr, code } = portalStudy(['quantitize', scratchFile('codings.csv', 'document,code,text\nFG1,Access,It helps.\n')]);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toMatch(/codings\.csv: Who speaks is not known, .*--speakers speakers\.csv/);
  });

  it('names coders only where there are several', () => {
    const run = (content: string) => portalStudy(['quantitize', scratchFile('codings.csv', content), '--quiet']).stdout;
    expect(run('document,code,text,coder,participant\nFG1,Access,It helps.,anna,P01\nFG1,Access,It did.,ben,P01\n')).toContain('Codings of anna and ben together; a category');
    expect(run('document,code,text,coder,participant\nFG1,Access,It helps.,anna,P01\n')).toContain('\nA category holds what is under it.');
  });

  it('offers no picture, which it has not', () => {
    expect(portalStudy(['quantitize', '--help']).stdout).not.toMatch(/--plot|svg/);
    expect(portalStudy(['quantitize', join(STUDY, 'codings.csv'), '--plot', 'a.svg']).code).toBe(2);
  });
});
