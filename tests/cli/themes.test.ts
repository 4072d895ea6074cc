import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ThemesRecord } from '../../src/results/themes.js';
import { SHARED, STUDY, portalStudy, scratchFolder } from './portal-study.js';

function study(): string {
  const folder = scratchFolder();
  mkdirSync(join(folder, 'transcripts'));
  writeFileSync(join(folder, 'transcripts/FG1.txt'), 'Moderator: What helps?\nP01: I just write the nurse, no waiting.\nP02: Nobody reads it.\nModerator: Really?\nP01: =1+1 is what I got back.\n');
  writeFileSync(join(folder, 'survey.csv'), 'participant_id,sex\nP01,female\nP02,male\nP03,female\n');
  writeFileSync(join(folder, 'codings.csv'), 'document,code,coder,text\nFG1,Access,anna,"I just write the nurse, no waiting."\nFG1,Unanswered,anna,Nobody reads it.\nFG1,Unanswered,anna,=1+1 is what I got back.\n');
  return folder;
}

describe('themes', () => {
  const cwd = study();
  const run = (...args: string[]) => portalStudy(['themes', 'codings.csv', ...args], { cwd });
  const record = (...args: string[]): ThemesRecord => JSON.parse(run(...args, '--format', 'json').stdout);

  it('counts participants of those in the transcripts, not of the survey', () => {
    const { estimates, method } = record('--survey', 'survey.csv');
    expect(method).toMatchObject({ participants: 2, documents: 1 });
    expect(estimates.map(({ code, participants, percent }) => [code, participants, percent])).toEqual([['Access', 1, 50], ['Unanswered', 2, 100]]);
  });

  it('counts one in the singular', () => {
    const one = join(scratchFolder(), 'codings.csv');
    writeFileSync(one, 'document,code,coder,text,participant\nFG1,Access,anna,It helps.,P01\n');
    expect(portalStudy(['themes', one], { cwd }).stdout).toMatch(/of the 1 participant in the transcripts, .*share of the 1 segment /);
    expect(portalStudy(['saturation', one, '--base', '1', '--run', '1'], { cwd }).stdout).toContain('of the 1 code of the first interview (');
  });

  it('writes the participant × code matrix, blank for those who only answered the survey', () => {
    expect(run('--survey', 'survey.csv', '--matrix', 'participants', '--format', 'csv', '--quiet').stdout.trim().split('\n'))
      .toEqual(['participant_id,Access,Unanswered', 'P01,1,1', 'P02,0,1', 'P03,,']);
  });

  it('prints themes, a table by attribute and quotes with their places', () => {
    const { stdout, code } = run('--survey', 'survey.csv', '--by', 'sex', '--quotes', '1', '--co-occurrence', 'turn', '--quiet');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Themes \(codings\.csv; 1 document, 2 participants\)[^]*by sex, n \(%\)[^]*female, n = 1[^]*No two codes do[^]*Quotes[^]*P01, FG1 \(28–63\)/);
  });

  it('reads the same in markdown and html, a quote’s markup shown as text', () => {
    for (const format of ['markdown', 'html', 'latex']) expect(run('--quotes', '1', '--format', format).code).toBe(0);
  });

  it('refuses an unknown attribute, exit 2, with the nearest', () => {
    const { code, stdout, stderr } = run('--survey', 'survey.csv', '--by', 'sx');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/Nearest: sex/);
  });
});

describe('themes of a study', () => {
  const themes = (...args: string[]) => portalStudy(['themes', ...args], { cwd: STUDY });
  const record = (...args: string[]): ThemesRecord => JSON.parse(themes(...args, '--format', 'json').stdout);

  it('reads the study’s coded text and survey where nothing is named, or where the study names the file', () => {
    for (const args of [[], ['codings.csv']]) {
      const { method, provenance, estimates } = record(...args, '--by', 'sex');
      expect(method).toMatchObject({ participants: 39, groups: 6, by: 'sex', levels: ['female', 'male'] });
      expect(provenance.inputs.map(({ path }) => path)).toEqual(expect.arrayContaining(['codings.csv', 'survey.csv']));
      expect(provenance.options['study']).toBe('study.yml');
      for (const { by, observed } of estimates) expect(observed).toBe(by === null ? 39 : by === 'female' ? 25 : 14);
    }
  });

  it('tells the participants of its focus groups from the 15 who only answered the survey', () => {
    const { matrix } = record('--matrix', 'participants');
    expect(matrix?.names).toHaveLength(54);
    expect(matrix?.values.filter((row) => row.every((value) => value === null))).toHaveLength(15);
    expect(matrix?.values.filter((row) => row.every((value) => value === 0 || value === 1))).toHaveLength(39);
  });

  it('reads without it under --no-study, and says what is missing where nothing is named', () => {
    expect(themes('codings.csv', '--no-study', '--by', 'sex').stderr).toMatch(/No participant has an attribute "sex"/);
    const { code, stderr } = portalStudy(['themes'], { cwd: scratchFolder() });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: No coded text is named, and no study\.yml lies here to name one\. Type its file/);
  });
});

describe.skipIf(!existsSync(SHARED))('themes of Taguette’s export (skipped where ../shared is absent)', () => {
  it('counts highlights and documents as its codebook does, its categories with what is under them', () => {
    const [, ...rows] = readFileSync(join(SHARED, 'qual/taguette/codebook.csv'), 'utf8').trim().split(/\r?\n/).map((line) => line.split(','));
    const { stdout } = portalStudy(['themes', join(SHARED, 'qual/taguette/highlights.csv'), '--format', 'json']);
    const { estimates } = JSON.parse(stdout) as ThemesRecord;
    const used = rows.filter(([, , highlights]) => Number(highlights) > 0).map(([tag, , highlights, documents]) => [tag, Number(highlights), Number(documents)]);
    const found = estimates.filter(({ isCategory }) => !isCategory).map(({ code, segments, documents }) => [code, segments, documents]);
    expect(found.sort()).toEqual(used.sort());
  });
});
