import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { VERBS as REGISTERED } from '../../src/cli/verbs.js';
import { BIN, STUDY, SURVEY, portalStudy, scratchFolder } from './portal-study.js';

const VERBS = REGISTERED.map(({ name }) => name);

describe('the help of a verb', () => {
  it('is named by the program, verb by verb', () => {
    const { stdout, code } = portalStudy(['--help']);
    expect(code).toBe(0);
    for (const verb of VERBS) expect(stdout).toContain(`\n  ${verb} `);
  });

  const examples = VERBS.flatMap((verb) => {
    const { stdout } = portalStudy([verb, '--help']);
    return stdout.split('\n').filter((line) => /^ {2}\S.*portal-study|^ {2}portal-study/.test(line)).map((line) => line.trim());
  });
  it('has examples', () => expect(examples.length).toBeGreaterThanOrEqual(6));

  it.each(examples)('shows an example that runs: %s', (example) => {
    const folder = scratchFolder();
    cpSync(STUDY, folder, { recursive: true });
    writeFileSync(join(folder, 'survey.csv.gz'), gzipSync(readFileSync(SURVEY)));
    const before = readdirSync(folder).length;
    const command = example.replaceAll('portal-study', `"${process.execPath}" "${BIN}"`);
    const stdout = execFileSync('/bin/sh', ['-c', command], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    expect(stdout.length > 0 || readdirSync(folder).length > before).toBe(true);
  });
});
