import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { StudyError } from '../errors.js';

export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes every file or none: each is written beside its place under a temporary name, and only when all are
 * on disk are they renamed.
 *
 * @throws StudyError E_OUTPUT when a place cannot be written, E_OUTPUT_INPUT when it is one of the inputs.
 */
export function writeFiles(files: readonly OutputFile[], inputs: readonly string[]): void {
  for (const { path } of files) refuseUnwritable(path, inputs);
  refuseTwice(files.map(({ path }) => path));
  const pending: { temporary: string; path: string }[] = [];
  try {
    for (const { path, content } of files) {
      const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
      pending.push({ temporary, path });
      attempt(path, () => writeFileSync(temporary, content, { flag: 'wx' }));
    }
    for (const { temporary, path } of pending) attempt(path, () => renameSync(temporary, path));
  } finally {
    for (const { temporary } of pending) rmSync(temporary, { force: true });
  }
}

function refuseUnwritable(path: string, inputs: readonly string[]): void {
  if (inputs.some((input) => sameFile(input, path))) {
    throw new StudyError('E_OUTPUT_INPUT', 'This file is an input; it is not overwritten.', {
      where: path, hint: 'Give --output another name.',
    });
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new StudyError('E_OUTPUT', 'This is a folder, not a file.', {
      where: path, hint: `Type --output ${join(path, 'table.md')}`,
    });
  }
}

function refuseTwice(paths: readonly string[]): void {
  const twice = paths.find((path, index) => paths.slice(0, index).some((other) => sameFile(other, path)));
  if (twice === undefined) return;
  throw new StudyError('E_OUTPUT', 'This file is asked for twice.', { where: twice, hint: 'Give each --output and --plot a name of its own.' });
}

function sameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return resolve(a) === resolve(b);
  }
}

const REASONS = new Map([
  ['ENOENT', 'its folder does not exist'],
  ['ENOTDIR', 'its folder is a file'],
  ['EACCES', 'writing here is not permitted'],
  ['EPERM', 'writing here is not permitted'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
]);

function attempt(path: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    throw new StudyError('E_OUTPUT', `Cannot write the output: ${REASONS.get(code) ?? code}.`, {
      where: path, hint: 'Give --output a place that can be written; nothing was written.', cause,
    });
  }
}
