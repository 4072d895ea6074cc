import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StudyError } from '../../errors.js';
import { documentKey } from './document-key.js';

const KINDS = ['txt', 'md', 'docx', 'vtt', 'srt'];
const READ = /\.(?:txt|md|docx|vtt|srt)$/i;

/**
 * A file as itself; a QualCoder project as the database in it; another folder as the transcripts in it, by name;
 * of Ana.docx and Ana.txt the plain text, and of a readme nothing.
 *
 * @throws StudyError E_FOLDER_EMPTY.
 */
export function pathsIn(path: string): string[] {
  if (path === '-' || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  const database = join(path, 'data.qda');
  if (existsSync(database)) return [database];
  const names = oneOfEach(readdirSync(path).filter((name) => READ.test(name) && !/^(?:\.|~\$|read[ _-]?me\b)/i.test(name)).sort());
  if (names.length === 0) {
    throw new StudyError('E_FOLDER_EMPTY', 'The folder holds no transcripts (.txt, .md, .docx, .vtt, .srt) and is no QualCoder project.', { where: path });
  }
  return names.map((name) => join(path, name));
}

function oneOfEach(names: readonly string[]): string[] {
  const kind = (name: string): number => KINDS.indexOf(name.replace(/^.*\./, '').toLowerCase());
  const best = new Map<string, string>();
  for (const name of names) {
    const known = best.get(documentKey(name));
    if (known === undefined || kind(name) < kind(known)) best.set(documentKey(name), name);
  }
  return [...best.values()];
}
