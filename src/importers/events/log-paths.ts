import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { StudyError } from '../../errors.js';

/**
 * The files that paths and globs name, each glob's in order of name. A path that exists is itself, whatever is in it;
 * `*` and `?` never reach across a slash.
 *
 * @throws StudyError E_FILE_MISSING for a glob that catches nothing, E_FILE_TWICE for a file that is named twice.
 * @example
 * logPaths(['logs/2021-*.csv.gz']); // ['logs/2021-01.csv.gz', 'logs/2021-02.csv.gz']
 */
export function logPaths(patterns: readonly string[]): string[] {
  const paths = patterns.flatMap((pattern) => (pattern === '-' || existsSync(pattern) || !/[*?]/.test(pattern) ? [pattern] : caught(pattern)));
  const seen = new Map<string, string>();
  for (const path of paths) {
    const file = existsSync(path) ? realpathSync(path) : path;
    const before = seen.get(file);
    if (before !== undefined) {
      throw new StudyError('E_FILE_TWICE', 'This file is given twice, and its events would count twice.', { where: path, hint: `Leave out ${before === path ? 'one' : before}.` });
    }
    seen.set(file, path);
  }
  return paths;
}

function caught(pattern: string): string[] {
  const [first, ...segments] = pattern.split('/');
  const start = first === '' ? ['/'] : globbed('', first);
  const found = segments.reduce((folders, segment) => folders.flatMap((folder) => globbed(folder, segment)), start).filter((path) => existsSync(path));
  if (found.length > 0) return found;
  throw new StudyError('E_FILE_MISSING', 'No file matches.', { where: pattern, hint: 'Check the folder, and quote the pattern.' });
}

function globbed(folder: string, segment: string): string[] {
  if (!/[*?]/.test(segment)) return [join(folder, segment)];
  const source = segment.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*').replace(/\?/g, '.');
  const glob = new RegExp(`^${source}$`, 'u');
  const hidden = segment.startsWith('.');
  return namesIn(folder === '' ? '.' : folder).filter((name) => glob.test(name) && (hidden || !name.startsWith('.'))).sort().map((name) => join(folder, name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
