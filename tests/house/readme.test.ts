import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BIN, ROOT, STUDY, portalStudy, scratchFolder } from '../cli/portal-study.js';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The fixture study, and the command by its name as a user has it installed. */
function prepared(): { folder: string; path: string } {
  const folder = scratchFolder();
  cpSync(STUDY, folder, { recursive: true });
  writeFileSync(join(folder, 'survey.csv.gz'), gzipSync(readFileSync(join(folder, 'survey.csv'))));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'portal-study'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
  chmodSync(join(bin, 'portal-study'), 0o755);
  return { folder, path: `${bin}${delimiter}${process.env['PATH']}` };
}

describe('README.md', () => {
  const tour = readme.slice(readme.indexOf('## A tour by task'), readme.indexOf('## Reference'));
  const commands = [...tour.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block.trim().split('\n'));
  const { folder, path } = prepared();
  const hasJq = spawnSync('jq', ['--version']).status === 0;

  it('has a command for every verb', () => {
    const verbs = portalStudy(['--help']).stdout.matchAll(/^ {2}([a-z]+) /gm);
    const untold = [...verbs].map(([, verb]) => verb).filter((verb) => verb !== 'help' && !commands.some((command) => command.includes(`portal-study ${verb}`)));
    expect(untold).toEqual([]);
  });

  it.each(commands)('shows a command that runs as it stands: %s', (command) => {
    if (command.includes('| jq') && !hasJq) return;
    execFileSync('/bin/sh', ['-c', command], { cwd: folder, env: { ...process.env, PATH: path }, stdio: ['ignore', 'pipe', 'pipe'] });
  });

  it('prints what the main job prints', () => {
    const printed = /```\n\$ npx (portal-study correlate [^\n]+)\n([\s\S]*?)```/.exec(readme)!;
    const { stdout, stderr } = portalStudy(printed[1].split(' ').slice(1), { cwd: ROOT });
    expect(printed[2]).toBe(`${stderr}\n${stdout}`);
  });
});
