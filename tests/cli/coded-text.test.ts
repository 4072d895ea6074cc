import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BIN, SHARED, STUDY, portalStudy, scratchFile, scratchFolder } from './portal-study.js';
import type { Run } from './portal-study.js';

const CODINGS = join(STUDY, 'codings.csv');

describe('convert', () => {
  it('writes the study as a project and takes codings and codebook out of it again, offsets unmoved', () => {
    const folder = scratchFolder();
    const project = join(folder, 'study.qdpx');
    expect(portalStudy(['convert', CODINGS, '--output', project]).code).toBe(0);
    const { code, stderr } = portalStudy(['convert', project, '--verify-quotes', '-o', join(folder, 'codings.csv'), '-o', join(folder, 'codebook.csv')]);
    expect(code).toBe(0);
    expect(stderr).toContain('Offsets: code points from 0, a line break counts 1, end exclusive (315 of 315 quotes verified).');
    const places = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter((line) => line.startsWith('FG')).map((line) => line.split(',', 3).join()).sort();
    expect(places(join(folder, 'codings.csv'))).toEqual(places(CODINGS));
    expect(readFileSync(join(folder, 'codebook.csv'), 'utf8')).toContain('Benefits > Access outside visits > Avoiding the telephone');
  });

  it('says what it found beside the sheet, and nothing under --quiet', () => {
    expect(portalStudy(['convert', CODINGS]).stderr).toMatch(/^Beside .*codings\.csv: .*codebook\.csv, .*speakers\.csv, .*transcripts\.\n$/);
    expect(portalStudy(['convert', CODINGS, '--quiet']).stderr).toBe('');
  });

  it('refuses an extension that names no format, before it reads anything', () => {
    const { code, stderr } = portalStudy(['convert', 'nowhere.qdpx', '-o', 'x.nvpx']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('.qdpx, .qdc or .csv') });
  });

  it('never writes over what it reads', () => {
    const path = scratchFile('codings.csv', 'document,code,text\nFG1,a,b\n');
    expect(portalStudy(['convert', path, '-o', path])).toMatchObject({ code: 2, stderr: expect.stringContaining('input') });
  });
});

describe('inspect', () => {
  it('has no table of documents for a codebook, which holds none', () => {
    const codebook = join(scratchFolder(), 'codes.qdc');
    portalStudy(['convert', join(STUDY, 'codings.csv'), '--quiet', '--output', codebook]);
    const { stdout } = portalStudy(['inspect', codebook]);
    expect(stdout).toMatch(/Codes +27/);
    expect(stdout).not.toContain('Characters');
  });

  it('tells of coded text what it holds and how its offsets count, of transcripts who speaks', () => {
    const folder = scratchFolder();
    const project = join(folder, 'study.qdpx');
    portalStudy(['convert', CODINGS, '--output', project]);
    const { stdout, code } = portalStudy(['inspect', project]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Codings +315\n/);
    expect(stdout).toMatch(/Coders +anna \(\d+\), ben \(\d+\)\n/);
    expect(stdout).toMatch(/Offsets +code points from 0/);
    expect(portalStudy(['inspect', join(STUDY, 'transcripts'), '--format', 'csv']).stdout.split('\n')[1]).toMatch(/^FG1\.txt,,\d+,58,8,7,0,0$/);
  });
});

/** Exit 2, one line, nothing on standard output, within the memory of a small machine. */
function refusedInLittleMemory(path: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=100', BIN, 'convert', path], { encoding: 'utf8' });
  expect({ status, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({ status: 2, stdout: '', lines: 1 });
  return stderr;
}

describe('a project that is meant to harm is refused with exit 2, in bounded memory', () => {
  const project = (body: string): Uint8Array => strToU8(`<Project name="p" xmlns="urn:QDA-XML:project:1.0">${body}</Project>`);

  it('a zip bomb', () => {
    const bomb = zipSync({ 'project.qde': new Uint8Array(2 ** 25) }, { level: 9 });
    expect(refusedInLittleMemory(scratchFile('bomb.qdpx', Buffer.from(bomb)))).toMatch(/zip bomb/);
  });

  it('a text outside the archive', () => {
    expect(refusedInLittleMemory(scratchFile('path.qdpx', Buffer.from(zipSync({ 'project.qde': project(''), '../../x.txt': strToU8('x') }))))).toMatch(/no place inside/);
  });

  it('a DOCTYPE with entities that multiply', () => {
    const entities = Array.from({ length: 12 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`).join('');
    const document = `<!DOCTYPE Project [<!ENTITY e0 "ha">${entities}]><Project name="&e12;" xmlns="urn:QDA-XML:project:1.0"/>`;
    expect(refusedInLittleMemory(scratchFile('entities.qdpx', Buffer.from(zipSync({ 'project.qde': strToU8(document) }))))).toMatch(/DOCTYPE/);
  });

  it('codes a million deep', () => {
    const deep = `<CodeBook><Codes>${Array.from({ length: 1_000_000 }, (_, index) => `<Code guid="${index}" name="c" isCodable="true">`).join('')}`;
    expect(refusedInLittleMemory(scratchFile('deep.qdpx', Buffer.from(zipSync({ 'project.qde': project(deep) }))))).toMatch(/deep/);
  });

  it('a code below itself', () => {
    const code = (guid: string, inside: string): string => `<Code guid="${guid}" name="${guid}" isCodable="true">${inside}</Code>`;
    const cycle = `<CodeBook><Codes>${code('a', code('b', code('a', '')))}</Codes></CodeBook>`;
    expect(refusedInLittleMemory(scratchFile('cycle.qdpx', Buffer.from(zipSync({ 'project.qde': project(cycle) }))))).toMatch(/Two codes have the id/);
  });
});

const database = join(SHARED, 'qual/qualcoder/two_coders.qda');
describe.skipIf(!existsSync(database))(`the built command opens databases${existsSync(database) ? '' : ' (skipped: ../shared is absent)'}`, () => {
  it('with the engine that lies beside it', () => {
    const { code, stdout }: Run = portalStudy(['convert', database]);
    expect(code).toBe(0);
    expect(stdout.split('\n')[1]).toBe('FG1.txt,28,73,Benefits > Access,anna,P01,"I just write the nurse, no waiting on hold 👍.",');
  });

  it('and leaves nothing beside the project', () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'data.qda'), readFileSync(join(database, 'data.qda')));
    portalStudy(['convert', folder]);
    expect(readdirSync(folder)).toEqual(['data.qda']);
  });
});
