import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StudyError } from '../../errors.js';

const READ = /\.(?:txt|md|docx|vtt|srt)$/i;

/**
 * A file as itself; a QualCoder project as the database in it; another folder as the transcripts in it, by name.
 *
 * @throws StudyError E_FOLDER_EMPTY.
 */
export function pathsIn(path: string): string[] {
  if (path === '-' || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  const database = join(path, 'data.qda');
  if (existsSync(database)) return [database];
  const names = readdirSync(path).filter((name) => READ.test(name) && !name.startsWith('.') && !name.startsWith('~$')).sort();
  if (names.length === 0) {
    throw new StudyError('E_FOLDER_EMPTY', 'The folder holds no transcripts (.txt, .md, .docx, .vtt, .srt) and is no QualCoder project.', { where: path });
  }
  return names.map((name) => join(path, name));
}
