import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STUDY, portalStudy, scratchFolder } from './portal-study.js';

const MAP = 'name,replacement\nAnn Bell,P01\nAnn,P01\nJosé,[brother of P01]\nDr. Okafor,[doctor]\n';
const TEXT = '\uFEFFAnn: José’s 👍 helped.\r\nMod: Did Dr. Okafor write to ANN BELL?\r\nAnn: Annette did, on 3 April 2004.\r\n';

/** Files in a folder of their own; answers it. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = scratchFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

describe('deidentify', () => {
  const codings = 'document,start,end,code,coder,text\nAnn,5,21,Help,ann,José’s 👍 helped.\nAnn,12,13,Emoji,ben,👍\nAnn,30,60,Doctor,ann,Dr. Okafor write to ANN BELL?\n';
  const folder = folderOf({ 'Ann.txt': TEXT, 'names.csv': MAP, 'codings.csv': codings.replace('30,60', '31,60') });
  const { code, stdout } = portalStudy(['deidentify', 'Ann.txt', '--map', 'names.csv', '--codings', 'codings.csv', '--output', 'shared'], { cwd: folder });

  it('replaces names in text, in labels and in the names of files, and keeps line ends and marks', () => {
    expect(code).toBe(0);
    expect(readdirSync(join(folder, 'shared')).sort()).toEqual(['P01.txt', 'codings.csv']);
    expect(read(folder, 'shared/P01.txt')).toBe('\uFEFFP01: [brother of P01]’s 👍 helped.\r\nMod: Did [doctor] write to P01?\r\nP01: Annette did, on 3 April 2004.\r\n');
  });

  it('moves the codings with the text', () => {
    expect(read(folder, 'shared/codings.csv').split('\n').slice(1, 4)).toEqual([
      'P01,5,33,Help,P01,P01,[brother of P01]’s 👍 helped.,',
      'P01,24,25,Emoji,ben,P01,👍,',
      'P01,43,65,Doctor,P01,,[doctor] write to P01?,',
    ]);
    const back = portalStudy(['convert', 'shared/codings.csv', '--transcripts', 'shared/P01.txt', '--verify-quotes'], { cwd: folder });
    expect(back.stderr).toContain('(3 of 3 quotes verified)');
  });

  it('lists what looks like a name, a date or a number and is not in the map, and none that is', () => {
    expect(stdout).toMatch(/a name +Annette +1 +P01\.txt:3/);
    expect(stdout).toMatch(/a date +3 April 2004 +1 +P01\.txt:3/);
    expect(stdout).not.toMatch(/\bAnn\b|José|Okafor|Bell/);
  });

  it('counts a label that is not mapped once, wherever it stands', () => {
    const out = folderOf({ 'a.txt': 'Rose: hi.\nP01: Rose?\nRose: yes.\n', 'names.csv': MAP });
    const { stdout: csv } = portalStudy(['deidentify', 'a.txt', '--map', 'names.csv', '--format', 'csv'], { cwd: out });
    expect(csv).toBe('kind,text,times,documents,where\nname,Rose,3,1,a.txt:1\n');
  });

  it('puts no name of the map into its record', () => {
    const { stdout: json } = portalStudy(['deidentify', 'Ann.txt', '--map', 'names.csv', '--format', 'json'], { cwd: folder });
    const { provenance, ...record } = JSON.parse(json) as { provenance: unknown; replacements: { replacement: string; times: number }[] };
    expect(provenance).toMatchObject({ command: 'deidentify', seed: null });
    expect(JSON.stringify(record)).not.toMatch(/\bAnn\b|José|Okafor|Bell/i);
    expect(record).toMatchObject({ method: { names: 4, found: 4, case: 'any', written: false } });
    expect(record.replacements.map(({ replacement, times }) => [replacement, times])).toEqual([['P01', 3], ['[brother of P01]', 1], ['[doctor]', 1]]);
  });

  it('writes nothing without --output', () => {
    const { code: dry, stderr } = portalStudy(['deidentify', 'Ann.txt', '--map', 'names.csv'], { cwd: folder });
    expect({ dry, stderr }).toEqual({ dry: 0, stderr: 'Nothing is written: add --output and a folder.\n' });
    expect(readdirSync(folder).sort()).toEqual(['Ann.txt', 'codings.csv', 'names.csv', 'shared']);
  });

  it('takes a project as well, and writes a project without the names anywhere in it', () => {
    portalStudy(['convert', 'codings.csv', '--transcripts', 'Ann.txt', '-o', 'study.qdpx'], { cwd: folder });
    expect(portalStudy(['deidentify', 'study.qdpx', '--map', 'names.csv', '--output', 'project'], { cwd: folder }).code).toBe(0);
    const { stdout: codingsBack } = portalStudy(['convert', 'project/study.qdpx'], { cwd: folder });
    expect(codingsBack).toContain('P01,43,65,Doctor,P01,,[doctor] write to P01?,');
    expect(codingsBack).not.toMatch(/\bAnn\b|José|Okafor|Bell/i);
  });

  it('reads a list of speakers as a map: pseudonyms become participants, moderators stay', () => {
    const out = join(scratchFolder(), 'shared');
    expect(portalStudy(['deidentify', join(STUDY, 'transcripts'), '--map', join(STUDY, 'speakers.csv'), '--output', out]).code).toBe(0);
    const labels = new Set(readdirSync(out).flatMap((name) => read(out, name).split('\n').map((line) => /^([^\s:#]+):/.exec(line)?.[1]).filter((label) => label !== undefined)));
    expect([...labels].filter((label) => !/^P\d\d$/.test(label))).toEqual(['Moderator']);
    expect(labels.size).toBe(40);
  });
});

describe('deidentify refuses a map that could not be followed, and writes nothing', () => {
  it.each([
    ['a name with two replacements', 'name,replacement\nAnn,P01\nANN,P02\n', /names\.csv:3: .*line 2/],
    ['a replacement that holds another name', 'name,replacement\nAnn,Rose\nRose,P02\n', /names\.csv:2: .*line 3.*left behind/],
    ['a name without a replacement', 'name,replacement\nAnn,\n', /names\.csv:2: .*no replacement/],
    ['columns that say something else', 'alpha,beta\nAnn,P01\n', /needs the columns name and replacement/],
    ['no names', 'name,replacement\n', /no (?:names|rows)/],
  ])('%s', (_, map, message) => {
    const folder = folderOf({ 'Ann.txt': TEXT, 'names.csv': map });
    const { code, stdout, stderr } = portalStudy(['deidentify', 'Ann.txt', '--map', 'names.csv', '--output', 'shared'], { cwd: folder });
    expect({ code, stdout, written: existsSync(join(folder, 'shared')) }).toEqual({ code: 2, stdout: '', written: false });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\bAnn\b(?!\.txt)|Rose/);
  });

  it('two files that would get one name', () => {
    const folder = folderOf({ 'Ann.txt': TEXT, 'José.txt': TEXT, 'names.csv': 'name,replacement\nAnn,P\nJosé,P\n' });
    expect(portalStudy(['deidentify', 'Ann.txt', 'José.txt', '--map', 'names.csv', '--output', 'shared'], { cwd: folder })).toMatchObject({ code: 2, stderr: expect.stringContaining('P.txt') });
  });

  it('an output that is an input', () => {
    const folder = folderOf({ 'in/a.txt': 'Ann: hi\n', 'names.csv': MAP });
    expect(portalStudy(['deidentify', 'in', '--map', 'names.csv', '--output', 'in'], { cwd: folder })).toMatchObject({ code: 2, stderr: expect.stringContaining('input') });
    expect(read(folder, 'in/a.txt')).toBe('Ann: hi\n');
  });
});
