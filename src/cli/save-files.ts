import { existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { WrittenFile } from '../commands/session.js';
import { StudyError } from '../errors.js';
import { writeFiles } from './files.js';

/**
 * Writes files whole or not at all, making their folder where it is not there; a folder that was made goes again
 * where the files cannot be written.
 *
 * @throws StudyError of writeFiles; E_OUTPUT where the folder cannot be made.
 */
export function saveFiles(files: readonly WrittenFile[], inputs: readonly string[], folder: string | undefined): void {
  const made = folder === undefined || existsSync(folder) ? [] : missingFolders(folder);
  try {
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StudyError('E_OUTPUT', `Cannot make the folder (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`, { where: folder, cause });
  }
  try {
    writeFiles(files, inputs);
  } catch (error) {
    for (const path of made) rmdirSync(path);
    throw error;
  }
}

/** The folders that would have to be made, the innermost first. */
function missingFolders(folder: string): string[] {
  const missing: string[] = [];
  for (let path = folder; !existsSync(path) && path !== dirname(path); path = dirname(path)) missing.push(path);
  return missing;
}
