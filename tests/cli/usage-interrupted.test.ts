import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, STUDY, portalStudy, scratchFolder } from './portal-study.js';

const LOG = join(STUDY, 'usage.csv');
const ROWS = `participant_id,timestamp,feature\n${Array.from({ length: 20_000 }, (_, row) => `P${row % 50},2011-01-01 10:00:${String(row % 60).padStart(2, '0')},x\n`).join('')}`;

describe('a run that does not get to its end leaves nothing behind', () => {
  it('Ctrl-C: exit 130, no file, no half of one', async () => {
    const folder = scratchFolder();
    const child = spawn(process.execPath, [BIN, 'usage', '-', '--output', join(folder, 'out.csv'), '--output', join(folder, 'out.json')], { stdio: ['pipe', 'pipe', 'pipe'] });
    let printed = '';
    child.stdout.on('data', (chunk) => { printed += chunk; });
    child.stdin.on('error', () => {});
    child.stdin.write(ROWS);
    // The pipe stays open, so the run is in the middle of its input whenever the signal comes.
    await new Promise((resolve) => { setTimeout(resolve, 700); });
    child.kill('SIGINT');
    const code = await new Promise((resolve) => { child.on('exit', resolve); });
    expect([code, printed, readdirSync(folder)]).toEqual([130, '', []]);
  });

  const disk = smallDisk();
  it.skipIf(disk === null)('a full disk: exit 2, the reason, no file and no half of one', () => {
    const { code, stdout, stderr } = portalStudy(['usage', LOG, '--no-study', '--output', join(disk!, 'out.csv'), '--output', join(disk!, 'out.json')]);
    const left = readdirSync(disk!);
    execFileSync('umount', [disk!]);
    expect([code, stdout, left]).toEqual([2, '', []]);
    expect(stderr).toMatch(/error: .*Cannot write the output: the disk is full\./);
  });

  it.skipIf(!existsSync('/dev/full'))('a full disk under standard output: exit 2 and the reason', () => {
    const { status, stderr } = spawnSync('/bin/sh', ['-c', `"${process.execPath}" "${BIN}" usage "${LOG}" --no-study --format json >/dev/full`], { encoding: 'utf8' });
    expect([status, stderr.trimEnd().split('\n').at(-1)]).toEqual([2, expect.stringMatching(/^error: Standard output cannot be written \(ENOSPC\)/)]);
  });
});

/** A disk of eight kilobytes, where this user may mount one. */
function smallDisk(): string | null {
  const folder = join(scratchFolder(), 'disk');
  mkdirSync(folder);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', folder], { stdio: 'ignore' }).status === 0 ? folder : null;
}
