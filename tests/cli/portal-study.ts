import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BIN = join(ROOT, 'bin/portal-study.js');
export const STUDY = join(ROOT, 'fixtures/studies/secure-messaging-2013');
/** The study's survey on its own, without the study.yml that lies beside it in its folder. */
export const SURVEY = join(scratchFolder(), 'survey.csv');
copyFileSync(join(STUDY, 'survey.csv'), SURVEY);
/** Other people's files beside the checkout; the tests that read them skip where they are absent. */
export const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as a user's shell would, without a terminal. */
export function portalStudy(args: readonly string[], options: { input?: string | Buffer; cwd?: string; env?: Record<string, string> } = {}): Run {
  if (!existsSync(join(ROOT, 'dist/main.pack.cjs'))) throw new Error('The command is not built: npm run build');
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    input: options.input ?? '',
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
  });
  return { code: status, stdout, stderr };
}

/** A copy of the fixture study in a folder of its own, without its lock, so that what changes it is not what is found. */
export function copyOfStudy(folder: string = scratchFolder()): string {
  cpSync(STUDY, folder, { recursive: true, filter: (path) => !path.endsWith('study.lock.json') });
  return folder;
}

/** A file of its own, in a folder of its own. */
export function scratchFile(name: string, content: string | Buffer): string {
  const path = join(scratchFolder(), name);
  writeFileSync(path, content);
  return path;
}

export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), 'portal-study-test-'));
}
